import { expect, test } from 'vitest';
import { createMotion } from '../../../entrypoints/annotator/motion.ts';
import type { On } from '../../../entrypoints/annotator/on.ts';

/** A pointer on a screen, and what else the reader does. */
function start() {
  const handles = new Map<string, (event: never) => unknown>();
  const on: On = (name, handle) => void handles.set(name, handle);
  const motion = createMotion(on);
  let timeStamp = 5000;
  return {
    move(screenX: number, screenY: number, type = 'pointermove') {
      timeStamp += 10;
      return motion.isIn({ type, timeStamp, screenX, screenY } as PointerEvent);
    },
    pause() {
      timeStamp += 400;
    },
    does(name: 'wheel' | 'scroll' | 'keydown') {
      handles.get(name)?.(undefined as never);
    },
  };
}

test('a pointer that goes moves, were it slowly', () => {
  const { move } = start();
  move(10, 10);
  expect(move(20, 10)).toBe(true);
  expect(move(21, 10)).toBe(true);
  expect(move(21, 11)).toBe(true);
});

test('what comes under it where it is has not been moved to', () => {
  const { move } = start();
  expect(move(10, 10, 'pointerover')).toBe(false);
  expect(move(10, 10)).toBe(true);
  expect(move(60, 10, 'pointerover')).toBe(false);
  expect(move(60, 10)).toBe(true);
});

test('two events at the same place are one motion', () => {
  const { move } = start();
  move(0, 0);
  expect(move(50, 50)).toBe(true);
  expect(move(50, 50)).toBe(false);
  expect(move(51, 50)).toBe(true);
});

test('after a pause it has to go more than four pixels', () => {
  const { move, pause } = start();
  move(0, 0);
  move(50, 50);
  pause();
  expect(move(50, 50)).toBe(false);
  expect(move(53, 51)).toBe(false);
  pause();
  expect(move(53, 52)).toBe(false);
  expect(move(50, 55)).toBe(true);
});

test('after a pause it may come from far', () => {
  const { move, pause } = start();
  move(0, 0);
  pause();
  expect(move(50, 50)).toBe(true);
});

test.each(['wheel', 'scroll', 'keydown'] as const)('after a %s it has to go more than four pixels', (name) => {
  const { move, does } = start();
  move(0, 0);
  move(50, 50);
  does(name);
  expect(move(53, 51)).toBe(false);
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
