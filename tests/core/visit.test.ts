import { expect, test } from 'vitest';
import { nextVisit, parseVisit } from '../../core/visit.ts';

const HOUR = 3_600_000;

test('a first visit finds nothing new', () => {
  expect(nextVisit(null, 5 * HOUR)).toEqual({ since: 5 * HOUR, seenAt: 5 * HOUR });
});

test('while a visit goes on, also after a reload, the same is new', () => {
  expect(nextVisit({ since: HOUR, seenAt: 5 * HOUR }, 5.2 * HOUR)).toEqual({ since: HOUR, seenAt: 5.2 * HOUR });
});

test('who was away finds new what came since they left', () => {
  expect(nextVisit({ since: HOUR, seenAt: 5 * HOUR }, 9 * HOUR)).toEqual({ since: 5 * HOUR, seenAt: 9 * HOUR });
});

test.each([undefined, null, 'x', {}, { since: 1 }, { since: '1', seenAt: 2 }])('%j is no visit', (stored) => {
  expect(parseVisit(stored)).toBeNull();
});
