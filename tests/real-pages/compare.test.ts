import { expect, test } from 'vitest';
import { differing, shifted, type Tree } from './compare.ts';

test.each([
  [['a', 'b'], [['a', 'b']], []],
  [['a', 'b', 'b'], [['a', 'b']], ['+ b']],
  [['a'], [['a', 'b']], ['- b']],
  [['a', 'c'], [['a'], ['a', 'c']], []],
  [['a'], [['a'], ['a', 'b']], []],
  [['after 17 ms'], [['after 4 ms']], []],
] as const)('%j beside %j differs by %j', (withIt, without, found) => {
  expect(differing(withIt, without)).toEqual(found);
});

const at = (...tops: readonly number[]): Tree => ({
  lines: [],
  boxes: tops.map((top, index) => ({ name: `<p id="${index}">`, place: [0, top, 100, 20] })),
});

test('an element that is elsewhere with the extension only is named', () => {
  expect(shifted(at(0, 20), [at(0, 20)])).toEqual([]);
  expect(shifted(at(0, 20.3), [at(0, 20)])).toEqual([]);
  expect(shifted(at(0, 24), [at(0, 20)])).toEqual(['<p id="1"> at 0 24 100 20, else at 0 20 100 20']);
});

test('one that is never in one place is not, and other elements are not compared', () => {
  expect(shifted(at(0, 24), [at(0, 20), at(0, 31)])).toEqual([]);
  expect(shifted(at(0, 24), [at(0, 20), at(0, 20)])).toHaveLength(1);
  expect(shifted(at(0), [at(0, 20)])).toBeNull();
});
