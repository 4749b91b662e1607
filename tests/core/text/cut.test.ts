import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, endOf } from '../../../core/text/cut.ts';

test('a text that is cut ends, and begins, with a whole letter', () => {
  expect([beginningOf('a🙂b', 2), beginningOf('a🙂b', 3), beginningOf('a🙂b', 4)]).toEqual(['a', 'a🙂', 'a🙂b']);
  expect([endOf('a🙂b', 2), endOf('a🙂b', 3), endOf('a🙂b', 0)]).toEqual(['b', '🙂b', '']);
});

test('of whole letters only whole ones are left, and as many as there is room for', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '🙂', 'é') }), fc.nat(20), (text, most) => {
      for (const cut of [beginningOf(text, most), endOf(text, most)]) {
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      }
    }),
  );
});
