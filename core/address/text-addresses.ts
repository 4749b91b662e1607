import { HOST_NAME, UNSEEN } from './may-hold-address.ts';

/** An address written in a text. Offsets are UTF-16 units of the text, as it stands. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  /** With its scheme, and without the characters that no reader sees. */
  readonly address: string;
}

const SEEN = /[^\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * The Institute's host with a path. It does not begin within a word, a handle, a mail address, a longer host or another
 * address that only carries it. It ends where people end it: at what no address of the Institute's holds, at a bracket
 * or an HTML entity that belongs to the text, at a dash, at the next address, and before the sentence's punctuation.
 * Slashes may be escaped, as in JSON.
 */
const WRITTEN = new RegExp(
  String.raw`(?=[hwi])(?<!\/|:\/\/[^\s"'<>,;|]{0,200}[=?#])` +
    String.raw`(?:https?:(?:\\?\/){2}|(?<![^\W_]|[@.\\-]))(?:www\.)?${HOST_NAME.source}(?::\d{1,5})?\\?\/` +
    String.raw`(?:(?!https?:\\?\/|--|[-=]>)(?:[\w\-.%?=#+@:À-ÖØ-öø-ɏ]|\\?\/|&amp;|&(?!#?\w{1,8};)|\([\w%.-]+\))){1,2000}` +
    '(?<![.:?_&])',
  'gi',
);

/** The addresses of the Institute's pages that a text spells out. Takes any text, in time linear in its length. */
export function findTextAddresses(text: string): TextMatch[] {
  const plain = text.replace(UNSEEN, '');
  const places = plain === text ? null : Array.from(text.matchAll(SEEN), ({ index }) => index);
  const placeOf = (index: number) => places?.[index] ?? index;
  return Array.from(plain.matchAll(WRITTEN), ({ 0: found, index }) => ({
    start: placeOf(index),
    end: placeOf(index + found.length - 1) + 1,
    address: withScheme(found.replaceAll('\\', '').replaceAll('&amp;', '&')),
  }));
}

function withScheme(address: string): string {
  return /^https?:/i.test(address) ? address : `https://${address}`;
}
