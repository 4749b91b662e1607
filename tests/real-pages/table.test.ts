import { expect, test } from 'vitest';
import { formatTable, type Row } from './table.ts';

const LOOKED = { marks: 3, seen: 3, card: 2, errors: 1, tree: 1, shift: 0 };
const row = (page: string, misses: Row['misses'] = []): Row => ({ page, looked: LOOKED, misses });

test('a line for each page, and each miss with its page and place', () => {
  const misses = [
    { check: 'card', place: 'put-list', why: 'no card opens' },
    { check: 'tree', place: '1 in all', why: '+ <b>' },
  ] as const;
  expect(formatTable([row('one'), row('another', misses)])).toBe(
    [
      'page     marks    seen     card     errors   tree     shift',
      'one      3/3      3/3      2/2      ✓        ✓        –',
      'another  3/3      3/3      1/2 ✗    ✓        ✗        –',
      '',
      '✗ another, card: put-list: no card opens',
      '✗ another, tree: 1 in all: + <b>',
      '2 pages, 2 misses',
    ].join('\n'),
  );
});
