/** Line breaks of any kind, and control characters, which some programs read as line breaks. */
const BREAKS = /[\p{Cc}\u2028\u2029\s]+/gu;

/** A text on one line: white space, line breaks and control characters become single spaces. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ').trim();
}
