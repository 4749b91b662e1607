import { onFirstUse } from '../on-first-use.ts';
import { joinLines } from './join-lines.ts';
import { britishSpelling } from './spelling.ts';
import { FORMS, FULL_FORMS } from './word-forms.ts';
import { stemsOf } from './words.ts';

/** A telling word or number of a text, in the one form in which it is compared. */
export interface Term {
  readonly stem: string;
  /** UTF-16 offsets of the word as the text writes it. */
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?:20)?\d\d[/–-]\d\d(?!\d)|\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per cent\b|(?:bn|billion|m|million|tn|trillion)\b))?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/giu;
const YEARS = /^(?:20)?(\d\d)[/–-](\d\d)$/;
const AMOUNT = /^([\d,]*\d(?:\.\d+)?)\s?(\D*)$/;
const UNITS = new Map([
  ['%', '%'],
  ['per cent', '%'],
  ['m', 'm'],
  ['million', 'm'],
  ['bn', 'bn'],
  ['billion', 'bn'],
  ['tn', 'tn'],
  ['trillion', 'tn'],
]);
/** Counts up to a dozen, in figures or words, stand everywhere and connect nothing. */
const MAX_COUNT = 12;

export type ReadTerms = (text: string) => Term[];

/** Reads terms and remembers each spelling that it met; time is linear in the text's length. */
export function createReadTerms(): ReadTerms {
  const known = new Map<string, readonly string[]>();
  const stemsFor = (written: string): readonly string[] => {
    const found = known.get(written);
    if (found !== undefined) return found;
    const stems = /^\d/.test(written) ? numberStem(written) : wordStems(written);
    known.set(written, stems);
    return stems;
  };
  return (text) => {
    const terms: Term[] = [];
    for (const { 0: written, index: start } of text.matchAll(TOKEN))
      for (const stem of stemsFor(written)) terms.push({ stem, start, end: start + written.length });
    return terms;
  };
}

/** "2028/29" and "28/29" are one year, "£3,200m" and "3200 million" one amount. */
function numberStem(written: string): string[] {
  const [, from, to] = YEARS.exec(written) ?? [];
  if (from !== undefined) return [`${from}/${to}`];
  const [, digits = '', unit = ''] = AMOUNT.exec(written.replace(/,+$/, '')) ?? [];
  const number = digits.replaceAll(',', '');
  const known = UNITS.get(unit.toLowerCase()) ?? '';
  return known === '' && Number(number) <= MAX_COUNT ? [] : [`${number}${known}`];
}

function wordStems(written: string): string[] {
  const word = written.toLowerCase();
  return stemsOf((FULL_FORMS.get(written) ?? FULL_FORMS.get(word) ?? word).split(' ').map(britishSpelling).join(' '))
    .filter((stem) => stem.length > 1)
    .map((stem) => oneForm().get(stem) ?? stem);
}

const oneForm = onFirstUse(() => joinLines(FORMS, stemsOf, -1));
