/** A stretch of a text, in UTF-16 offsets; `end` is behind its last unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stops, and what may stand between them and the space: quotation marks, brackets, a footnote's number. */
const STOP = /(?<![.!?…])([.!?…]+)[”’"')\]]*(?:(?<!\d\.)\d{1,3}(?:,\d{1,3})*|\[\d{1,3}\])?(\s+)(\S)/gu;
/** What a sentence begins with; in "e.g. schools" the sentence goes on. */
const BEGINNING = /[\p{Lu}\p{N}£$€“‘"'([•–—-]/u;
const ABBREVIATED =
  /(?<![\p{L}\p{N}])(?:\p{L}|e\.?g|i\.?e|cf|vs|mr|mrs|ms|dr|prof|sir|st|rev|hon|gen|ltd|co|esp|approx|eds?|al|dept|govt)$/iu;
const ABBREVIATED_BEFORE_NUMBER = /(?<![\p{L}\p{N}])(?:nos?|pp?|paras?|figs?|vol|ch|sec|art)$/iu;
/** UTF-16 units; no abbreviation is longer. */
const MAX_ABBREVIATION_LENGTH = 8;

/** The sentences of a paragraph in order, without the white space around them. Linear in the paragraph's length. */
export function splitSentences(paragraph: string): Span[] {
  const spans: Span[] = [];
  let start = paragraph.length - paragraph.trimStart().length;
  for (const match of paragraph.matchAll(STOP)) {
    const [whole, stop = '', space = '', next = ''] = match;
    const before = paragraph.slice(Math.max(start, match.index - MAX_ABBREVIATION_LENGTH), match.index);
    if (!BEGINNING.test(next) || (stop === '.' && isAbbreviated(before, next))) continue;
    const behind = match.index + whole.length - next.length;
    spans.push({ start, end: behind - space.length });
    start = behind;
  }
  const end = paragraph.trimEnd().length;
  if (start < end) spans.push({ start, end });
  return spans;
}

function isAbbreviated(before: string, next: string): boolean {
  return ABBREVIATED.test(before) || (/\d/.test(next) && ABBREVIATED_BEFORE_NUMBER.test(before));
}
