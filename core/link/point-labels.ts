import { BULLET, CALLED, DIGITS, LABEL } from '../text/point-number.ts';

const LABELLED = new RegExp(`^${LABEL}\\b`);
const ALONE = new RegExp(
  String.raw`^\s*(?:${CALLED}${DIGITS}\s?[.:)）：–—-]?|[(（[［{]\s?${DIGITS}\s?[)）\]］}]|${DIGITS}(?:[.．]?[)）]|[.．、\]])|(?:\d\ufe0f?\u20e3\ufe0f?){1,2}|\p{No}|🔟\ufe0f?)\s*$`,
  'u',
);

/** Whether a point is called one by itself. */
export function isLabelled(line: string): boolean {
  return LABELLED.test(line.replace(BULLET, '').trimStart());
}

/** A line with a number and nothing else, which is that of the next line, as if both were one; null for any other. */
export function joinNumber(line: string, next: string): string | null {
  if (!ALONE.test(line.replace(BULLET, '')) && !ALONE.test(line)) return null;
  return `${line.trimEnd().replace(/(?<=[0-9])$/, ':')} ${next.trimStart()}`;
}
