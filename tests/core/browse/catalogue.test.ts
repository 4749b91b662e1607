import { describe, expect, test } from 'vitest';
import { type CatalogueEntry, listPart, sortTitle } from '../../../core/browse/catalogue.ts';

const entry = (id: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  kind: 'report',
  title: id,
  posts: 1,
  newest: 1,
  ...more,
});

describe('a title is sorted', () => {
  test.each([
    ['The civil service', 'civil service'],
    ['A war on waste', 'war on waste'],
    ['An uncertain start', 'uncertain start'],
    ['“The ‘new’ centre”', 'new’ centre”'],
    ['Économie', 'economie'],
    ['Theory', 'theory'],
    ['10 Downing Street', '10 downing street'],
  ])('%s by %s', (title, by) => {
    expect(sortTitle(title)).toBe(by);
  });

  test.each(['The', 'A'])('where it is nothing but “%s”, by that', (title) => {
    expect(sortTitle(title)).toBe(title.toLowerCase());
  });

  test('as far as its beginning', () => {
    expect(sortTitle('x'.repeat(5000))).toHaveLength(100);
  });
});

describe('publications are listed', () => {
  const all = [
    entry('c', { posts: 2 }),
    entry('a', { newest: null, posts: 0 }),
    entry('b', { newest: 2, kind: 'comment' }),
    entry('d', { newest: 2, posts: 2 }),
  ];

  test.each([
    ['said', ['d', 'c', 'b', 'a']],
    ['day', ['b', 'd', 'c', 'a']],
    ['title', ['a', 'b', 'c', 'd']],
  ] as const)('by %s, those alike by day and title', (order, ids) => {
    expect(listPart(all, { order, kind: null, start: 0 }).ids).toEqual(ids);
  });

  test('of a kind, with how many there are of each', () => {
    const listed = listPart(all, { order: 'title', kind: 'comment', start: 0 });
    expect(listed).toEqual({ ids: ['b'], total: 1, kinds: { report: 3, comment: 1 } });
  });

  test('a hundred at a time, none beyond the last', () => {
    const many = Array.from({ length: 150 }, (_, index) => entry(String(index).padStart(3, '0')));
    const part = (start: number) => listPart(many, { order: 'title', kind: null, start });
    expect([part(0), part(100), part(200)].map(({ ids }) => ids.length)).toEqual([100, 50, 0]);
    expect([...part(0).ids, ...part(100).ids]).toEqual(many.map(({ id }) => id));
    expect(part(200).total).toBe(150);
  });
});
