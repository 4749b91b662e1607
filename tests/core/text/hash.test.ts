import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '../../../core/text/hash.ts';

test('texts have the same hash wherever and whenever it is made', () => {
  expect(hashOf('a', 'b')).toBe(hashOf('a', 'b'));
  expect(hashOf('feed', 'What now?')).toMatch(/^[0-9a-f]{16}$/);
});

test('and others have others', () => {
  const parts = fc.array(fc.oneof(fc.constantFrom('', 'a', '1:a', 'aa'), fc.string()), { maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(hashOf(...one) === hashOf(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 2000 },
  );
  const hashes = new Set(Array.from({ length: 50_000 }, (_, index) => hashOf(`title ${index}`)));
  expect(hashes.size).toBe(50_000);
});
