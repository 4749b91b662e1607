import { expect, test } from 'vitest';
import { createReturns } from '../../../entrypoints/report-page/returns.ts';

test('comes back three times to a page that takes it out at once, and not again', () => {
  const returns = createReturns();
  expect([0, 1, 2, 3, 4, 5, 60_000].map(returns.mayCome)).toEqual([true, true, true, true, false, false, false]);
});

test('comes back however often where it has stood for a while', () => {
  const returns = createReturns();
  expect([0, 1, 2, 3, 10_003, 10_004, 20_004].every(returns.mayCome)).toBe(true);
});

test('what has left by itself is new when it comes', () => {
  const returns = createReturns();
  for (let turn = 0; turn < 9; turn += 1) {
    expect(returns.mayCome(turn)).toBe(true);
    returns.leave();
  }
});
