import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, makePages, type Page, readTerm, termsBeginning } from '../../../core/postings/pages.ts';
import { atOnce } from '../../../core/steps.ts';
import { buildPostings } from '../../../core/text/postings.ts';
import { anyString } from '../any-string.ts';

const term = anyString({ minLength: 1, maxLength: 4 });
const documents = fc.array(fc.array(term, { maxLength: 8 }), { maxLength: 60 });

const read = (pages: readonly Page[], asked: string, size: number) =>
  pages.filter((page) => covers(page, asked)).flatMap((page) => readTerm(page, asked, size));

test('pages say of each term what postings in memory say', () => {
  fc.assert(
    fc.property(documents, term, (all, other) => {
      const pages = atOnce(makePages(all));
      const { of } = buildPostings(all);
      for (const asked of new Set([...all.flat(), other]))
        expect(read(pages, asked, all.length)).toEqual(of.get(asked)?.documents ?? []);
    }),
  );
});

test('they give the terms that begin with a text', () => {
  fc.assert(
    fc.property(documents, anyString({ maxLength: 2 }), (all, start) => {
      const terms = atOnce(makePages(all)).flatMap((page) => termsBeginning(page, start));
      expect(terms).toEqual([...new Set(all.flat())].filter((each) => each.startsWith(start)).sort());
    }),
  );
  const [page] = atOnce(makePages([['art', 'article', 'b']])) as [Page];
  expect(['', 'art', 'arti', 'b', 'c'].map((start) => termsBeginning(page, start).length)).toEqual([3, 2, 1, 1, 0]);
});

test('they have 256 terms each, in the order of keys, and no term twice', () => {
  const words = Array.from({ length: 1000 }, (_, number) => `${(number * 7919) % 1000}`);
  const pages = atOnce(makePages([words, words.slice(500)]));
  expect(pages.map(({ terms }) => terms.length)).toEqual([256, 256, 256, 232]);
  const terms = pages.flatMap((page) => page.terms);
  expect(terms).toEqual([...new Set(words)].sort());
});

test('numbers of any size come back', () => {
  const places = [0, 1, 127, 128, 129, 16_383, 16_384, 99_999];
  const all = Array.from({ length: 100_000 }, (_, place) => (places.includes(place) ? ['a'] : []));
  expect(read(atOnce(makePages(all)), 'a', all.length)).toEqual(places);
});

test('a page that lies is told, and nothing hangs', () => {
  const [page] = atOnce(makePages([['a', 'b'], ['b'], ['a']])) as [Page];
  expect(readTerm(page, 'a', 3)).toEqual([0, 2]);
  expect(readTerm(page, 'a', 2)).toBeNull();
  expect(readTerm({ ...page, gaps: Uint8Array.of(1, 255) }, 'a', 3)).toBeNull();
  expect(readTerm({ ...page, gaps: Uint8Array.of(1, 0, 1, 1) }, 'a', 3)).toBeNull();
  expect(readTerm({ ...page, gaps: Uint8Array.of(1) }, 'a', 3)).toBeNull();
  expect(readTerm({ ...page, starts: Uint32Array.of(0, 9, 9) }, 'a', 3)).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint32Array(), fc.nat(50), (gaps, starts, size) => {
      const numbers = readTerm({ terms: ['a', 'b'], starts, gaps }, 'a', size) ?? [];
      expect(numbers.every((number, index) => number < size && number > (numbers[index - 1] ?? -1))).toBe(true);
    }),
  );
});
