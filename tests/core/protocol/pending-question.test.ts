import { expect, test } from 'vitest';
import { isLeft, readPending } from '../../../core/protocol/pending-question.ts';

const HANDED = { asked: 'https://example.org/', linkText: 'a link', windowId: 7, time: 1000 };

test('a question is taken in the window that it was asked in, while somebody waits', () => {
  expect(readPending(HANDED, 7, 1500)).toEqual({ asked: 'https://example.org/', linkText: 'a link' });
  expect(readPending(HANDED, 8, 1500)).toBeNull();
  expect(readPending(HANDED, 7, 60_000)).toBeNull();
});

test.each([
  undefined,
  null,
  'question',
  {},
  { ...HANDED, asked: 1 },
  { ...HANDED, linkText: null },
  { ...HANDED, time: '1' },
  { ...HANDED, windowId: null },
])('%j is no question', (stored) => {
  expect(readPending(stored, 7, 1500)).toBeNull();
  expect(isLeft(stored, 1500)).toBe(stored !== undefined);
});

test('a question that nobody has taken in time is left, whichever way the clock was set', () => {
  expect(isLeft(HANDED, 1000)).toBe(false);
  expect(isLeft(HANDED, 10_999)).toBe(false);
  expect(isLeft(HANDED, 11_000)).toBe(true);
  expect(isLeft(HANDED, -60_000)).toBe(true);
});
