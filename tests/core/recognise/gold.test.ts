import { expect, test } from 'vitest';
import { scoreGold } from '../../bench/gold.ts';

test.each([
  ['address only', 0.995, 0.88],
  ['address and link text', 0.995, 0.98],
  ['address and page title', 0.995, 0.98],
] as const)('%s: precision at least %d, recall at least %d on the real pages', (setting, precision, recall) => {
  const score = scoreGold(setting);
  expect(score.claims).toBeGreaterThan(1000);
  expect(score.precision, score.wrong.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(precision);
  expect(score.recall, score.missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(recall);
});
