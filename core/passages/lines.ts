const STOP = /[.!?…:;]["'”’)\]]*\s*$/;
const BEGINNING = /^[\s"'“‘(]*(?:\p{Lu}|[•·‣▪–—*-]\s|\(?(?:\d{1,2}|\p{L})[.)]\s)/u;

/**
 * Whether a line break between two lines of text ends what stands before it, as in a list that is written with line
 * breaks; false where it only wraps a sentence.
 */
export function isBreakBetween(before: string, after: string): boolean {
  return before.trim() === '' || after.trim() === '' || STOP.test(before) || BEGINNING.test(after);
}
