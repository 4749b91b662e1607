/** An address written in a text. Offsets are UTF-16 units. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** The Institute's host with a path, not within a word, a handle, a mail address or a longer host. */
const WRITTEN =
  /(?<![\w@.:/-])(?:https?:\/\/)?(?:www\.)?instituteforgovernment\.org\.uk(?::\d{1,5})?\/[^\s<>"“”‘’«»]{1,2000}/gi;
const CLOSING = /[.,;:!?'…)\]}]+$/;

/** The addresses of the Institute's pages that a text spells out, without the punctuation behind them. */
export function findTextAddresses(text: string): TextMatch[] {
  return [...text.matchAll(WRITTEN)].map(({ 0: found, index }) => {
    const address = withoutClosing(found);
    return { start: index, end: index + address.length, address };
  });
}

/** A bracket that was opened within the address belongs to it. */
function withoutClosing(found: string): string {
  const closing = CLOSING.exec(found.slice(-40))?.[0] ?? '';
  const kept = found.slice(0, found.length - closing.length);
  return kept.includes('(') && !kept.includes(')') && closing.startsWith(')') ? `${kept})` : kept;
}
