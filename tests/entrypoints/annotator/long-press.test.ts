// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Card } from '../../../entrypoints/annotator/card.ts';
import { createLongPress } from '../../../entrypoints/annotator/long-press.ts';
import type { Target } from '../../../entrypoints/annotator/target.ts';

const open = vi.fn();
const card = { open } as unknown as Card;
const link = document.createElement('a');
const target: Target = { place: link, element: link, sureness: 'exact', address: '', text: '' };
const POINT = { x: 5, y: 5 };

beforeEach(() => {
  vi.useFakeTimers();
  open.mockClear();
});
afterEach(() => vi.useRealTimers());

test('what a browser makes of a long press is not meant, and what its reader does later is', () => {
  const press = createLongPress(card);
  press.begin(target, POINT);
  vi.advanceTimersByTime(600);
  expect(open).toHaveBeenCalledTimes(1);
  press.end();
  expect(press.claims(target)).toBe(true);
  vi.advanceTimersByTime(300);
  expect(press.claims(target)).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(press.claims(target)).toBe(false);
});

test('a finger that moves, or is soon gone, presses nothing', () => {
  const press = createLongPress(card);
  press.begin(target, POINT);
  press.move({ x: 5, y: 50 });
  vi.advanceTimersByTime(600);
  expect(press.claims(target)).toBe(false);
  press.begin(target, POINT);
  vi.advanceTimersByTime(100);
  press.end();
  vi.advanceTimersByTime(600);
  expect(open).not.toHaveBeenCalled();
  expect(press.claims(target)).toBe(false);
});

test('a press that goes on is claimed for as long as it does', () => {
  const press = createLongPress(card);
  press.begin(target, POINT);
  vi.advanceTimersByTime(10_000);
  expect(press.claims(target)).toBe(true);
  expect(press.claims({ ...target, place: document.createElement('a') })).toBe(false);
});
