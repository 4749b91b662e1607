import { afterEach, expect, test, vi } from 'vitest';
import { listRecommendation } from '../../../core/follow-up/listed.ts';
import { items } from '../take-away/samples.ts';

afterEach(() => vi.unstubAllEnvs());

test('a recommendation has the day that its post has wherever it is shown', () => {
  vi.stubEnv('TZ', 'Europe/London');
  const post = { ...items.post.post, time: '2025-06-03T23:30:00.000Z' };
  expect(listRecommendation(items.recommendation.recommendation, null, post).day).toBe('2025-06-04');
  expect(listRecommendation(items.recommendation.recommendation, null, undefined).day).toBeNull();
});
