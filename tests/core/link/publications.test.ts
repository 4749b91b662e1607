import { expect, test } from 'vitest';
import { parseFeed } from '../../../core/link/parse-feed.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

const cards = (...lines: readonly string[]) =>
  readPage(makePage(['First', ...lines].map((card, index) => ({ text: 'x', ...(index > 0 && { card }) }))))
    .publications;

test.each([
  ['???', '!!!'],
  ['🎉', '👍'],
  ['👍', '👍👍'],
  ['…', '—'],
  ['??? | Institute for Government', '!!! | Institute for Government'],
  ['???', '??? | Institute for Government'],
])('titles without letters are two: %s and %s', (one, other) => {
  expect(cards(one, other).map(({ title }) => title)).toEqual([one, other].map((line) => line.replace(/ \|.*/, '')));
});

test('the same title is one publication, whatever its marks are', () => {
  expect(cards('???', '???')).toHaveLength(1);
  expect(cards('What now?', 'What now…')).toHaveLength(1);
});

test('an address that is known for one title without letters is no other’s', () => {
  const known = [{ title: '???', address: 'https://a.example/b', seen: '' }];
  const feed = parseFeed(makePage([{ text: 'x' }, { text: 'x', card: '!!!' }, { text: 'x', card: '???' }]), known);
  expect(feed.ok && feed.value.publications.map(({ addresses }) => addresses)).toEqual([[], ['https://a.example/b']]);
});
