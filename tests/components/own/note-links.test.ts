import { expect, test } from 'vitest';
import { findLinks } from '../../../components/own/note-links.ts';

const addressesIn = (note: string) => findLinks(note).flatMap(({ address }) => address ?? []);

test('an address leads there, and the pieces are the whole text', () => {
  const note = 'See https://gov.uk/a?b=c#d, then\nhttp://example.org/x_(y) (and https://example.org/z).';
  expect(addressesIn(note)).toEqual(['https://gov.uk/a?b=c#d', 'http://example.org/x_(y)', 'https://example.org/z']);
  expect(
    findLinks(note)
      .map(({ text }) => text)
      .join(''),
  ).toBe(note);
  for (const { start, text } of findLinks(note)) expect(note.slice(start, start + text.length)).toBe(text);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'see www.gov.uk', 'https://', 'https://%', 'file:///etc/passwd'])(
  '%s leads nowhere',
  (note) => {
    expect(addressesIn(note)).toEqual([]);
    expect(findLinks(note)).toEqual([{ start: 0, text: note, address: null }]);
  },
);

test.each([
  ['https://a.org/x\u200f and', 'https://a.org/x'],
  ['«https://a.org/x»', 'https://a.org/x'],
  ['`https://a.org/x`', 'https://a.org/x'],
  ['**https://a.org/x**', 'https://a.org/x'],
  ['https://a.org/x—and more', 'https://a.org/x'],
  ['https://a.org/x。', 'https://a.org/x'],
  ['(https://a.org/x_(y))', 'https://a.org/x_(y)'],
  ['[https://a.org/x[1]]', 'https://a.org/x[1]'],
])('what stands around an address is no part of it: %s', (note, address) => {
  expect(addressesIn(note)).toEqual([address]);
});

test('an empty note has no pieces', () => expect(findLinks('')).toEqual([]));
