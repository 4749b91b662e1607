import type { Citation } from './citation.ts';

/** The words of a reference, in the language that it is written in. */
export interface HarvardWords {
  readonly availableAt: string;
  /** Stands in brackets behind a title whose end is a guess. */
  readonly doubt: string;
}

/**
 * A reference in the Harvard style as plain text on one line, by its title, for no author is known; what else is not
 * known is left out: it has no year.
 */
export function formatHarvard({ title, titleIsCertain, publisher, address }: Citation, words: HarvardWords): string {
  const parts = [
    titleIsCertain ? title : `${title} [${words.doubt}]`,
    publisher,
    address && `${words.availableAt} ${address}`,
  ];
  return parts.flatMap((part) => (part ? [endSentence(part, part === parts[2])] : [])).join(' ');
}

/** A full stop behind an address would be taken for part of it. */
function endSentence(part: string, isAddress: boolean): string {
  return isAddress || /[.?!…]["'’”»)\]]*$/u.test(part) ? part : `${part}.`;
}
