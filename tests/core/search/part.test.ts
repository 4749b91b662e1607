import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf } from '../../../core/search/part.ts';

const key = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));

test('a part is what sorting all would give', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), fc.nat(320), fc.nat(120), (keys, start, most) => {
      const all = keys.map((_, index) => index).sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b);
      expect(partOf(keys, start, most)).toEqual(all.slice(start, start + most));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a hair apart', [0, 5e-324, 1e-323]],
  ['as far apart as can be', [-Number.MAX_VALUE, 0, Number.MAX_VALUE]],
])('keys that are %s have an end', (_, keys) => {
  expect(partOf(keys, 0, 2)).toEqual([2, 1]);
  expect(partOf(keys, 2, 2)).toEqual([0]);
});
