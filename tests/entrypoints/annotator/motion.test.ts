import { expect, test } from 'vitest';
import { createMotion } from '../../../entrypoints/annotator/motion.ts';
import type { On } from '../../../entrypoints/annotator/on.ts';

/** A pointer on a screen, and what else the reader does. */
function start() {
  const handles = new Map<string, (event: never) => unknown>();
  const on: On = (name, handle) => void handles.set(name, handle);
  const motion = createMotion(on);
  const tell = (type: string) => (screenX: number, screenY: number) =>
    motion.isIn({ type, screenX, screenY } as MouseEvent);
  return {
    over: tell('pointerover'),
    move: tell('pointermove'),
    does(name: 'wheel' | 'scroll' | 'keydown') {
      handles.get(name)?.(undefined as never);
    },
  };
}

test('a pointer that goes moves', () => {
  const { over, move } = start();
  move(10, 10);
  expect(move(20, 10)).toBe(true);
  expect(over(21, 10)).toBe(true);
  expect(move(21, 11)).toBe(true);
});

test('where it is at first it has not come by itself', () => {
  const { over, move } = start();
  expect(over(10, 10)).toBe(false);
  expect(move(12, 11)).toBe(false);
  expect(move(15, 10)).toBe(true);
});

test('an event at the same place is no motion, nor is a tremble after what came there by itself', () => {
  const { over, move } = start();
  move(0, 0);
  expect(move(50, 50)).toBe(true);
  expect(move(50, 50)).toBe(false);
  expect(over(50, 50)).toBe(false);
  expect(move(52, 52)).toBe(false);
  expect(move(55, 50)).toBe(true);
});

test('the second event of one motion does not end it', () => {
  const { over, move } = start();
  move(0, 0);
  expect(over(50, 50)).toBe(true);
  expect(move(50, 50)).toBe(false);
  expect(move(51, 50)).toBe(true);
});

test.each(['wheel', 'scroll', 'keydown'] as const)('after a %s the pointer has to go more than four pixels', (name) => {
  const { over, move, does } = start();
  move(0, 0);
  move(50, 50);
  does(name);
  expect(over(50, 50)).toBe(false);
  expect(over(53, 51)).toBe(false);
  expect(move(50, 54)).toBe(false);
  expect(move(50, 55)).toBe(true);
  expect(move(50, 54)).toBe(true);
});

test('each turn of the wheel begins anew', () => {
  const { move, does } = start();
  move(0, 0);
  move(50, 50);
  does('wheel');
  expect(move(53, 50)).toBe(false);
  does('wheel');
  expect(move(56, 50)).toBe(false);
  expect(move(58, 50)).toBe(true);
});
