import type { Found } from '../protocol/search.ts';
import { firstOf } from '../text/first-of.ts';

/** A part of one line: as it stands, words that were found, or what is told beside it. */
export interface LinePart {
  readonly text: string;
  readonly look: 'plain' | 'match' | 'dim';
}

/** UTF-16 units of a text in a line; what is wider than the browser's window it cuts itself. */
const MAX_LENGTH = 200;
/** What ends a line, is no character of XML, or has other text run another way. */
const NOT_IN_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text of anybody's in one line, without what is no text. */
export function inOneLine(text: string): string {
  return clean(firstOf(text, MAX_LENGTH)).trim();
}

/** A text in one line with what was found in it, from its beginning on. */
export function lineOf({ text, ranges }: Pick<Found, 'text' | 'ranges'>): readonly LinePart[] {
  const shown = firstOf(text, MAX_LENGTH);
  const ends = [0, ...ranges.map(([, end]) => end)];
  const parts = ranges.flatMap(([start, end], place): LinePart[] => [
    { look: 'plain', text: shown.slice(ends[place], start) },
    { look: 'match', text: shown.slice(start, end) },
  ]);
  const rest: LinePart = { look: 'plain', text: shown.slice(ends.at(-1)) };
  return [...parts, rest].map((part) => ({ ...part, text: clean(part.text) })).filter((part) => part.text !== '');
}

/** As Chrome takes it: XML, of which nothing comes from the texts. */
export function asMarkup(parts: readonly LinePart[]): string {
  return parts
    .map(({ look, text }) => (look === 'plain' ? escapeMarkup(text) : `<${look}>${escapeMarkup(text)}</${look}>`))
    .join('');
}

/** As Firefox takes it. */
export function asPlainText(parts: readonly LinePart[]): string {
  return parts.map(({ text }) => text).join('');
}

function clean(text: string): string {
  return text.toWellFormed().replace(NOT_IN_LINE, ' ').replace(/\s+/g, ' ');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
