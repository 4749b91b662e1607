import { expect, test } from 'vitest';
import type { Picture } from '../e2e/png.ts';
import { judgeMark } from './judge-mark.ts';

type Colour = readonly [number, number, number];
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const GREY: Colour = [200, 200, 200];
const LIGHT: Colour = [225, 225, 225];

/** Forty by ten pixels: a ground, words in the upper half, and a line at the foot. */
const picture = (ground: Colour, words: Colour, line: Colour): Picture => ({
  width: 40,
  height: 10,
  at: (x, y) => {
    if (y === 9) return line;
    return y < 5 && x % 4 === 0 ? words : ground;
  },
});
const still = (one: Picture) => [one, one] as const;
const BOX = { left: -8, top: -8, right: 48, bottom: 18 };
const BARE = picture(WHITE, BLACK, WHITE);

test.each([
  ['seen', 'a line in the colour of the words', BARE, picture(WHITE, BLACK, BLACK)],
  ['unseen', 'no line', BARE, BARE],
  ['unseen', 'a line too light, of words that are dark', BARE, picture(WHITE, BLACK, GREY)],
  ['faint', 'a line as light as its words', picture(WHITE, GREY, WHITE), picture(WHITE, GREY, GREY)],
  ['unseen', 'no line at light words', picture(WHITE, GREY, WHITE), picture(WHITE, GREY, WHITE)],
  ['seen', 'a black line around what is grey throughout', picture(GREY, LIGHT, GREY), picture(GREY, LIGHT, BLACK)],
] as const)('%s: %s', (judged, _, without, withMarks) => {
  expect(judgeMark(still(withMarks), still(without), BOX)).toBe(judged);
});

test('what moves with or without the mark is no line', () => {
  const line = picture(WHITE, BLACK, BLACK);
  expect(judgeMark([line, BARE], still(BARE), BOX)).toBe('unseen');
  expect(judgeMark(still(line), [BARE, line], BOX)).toBe('unseen');
});

test('what is outside the box is another link’s', () => {
  expect(judgeMark(still(picture(WHITE, BLACK, BLACK)), still(BARE), { ...BOX, bottom: 9 })).toBe('unseen');
});
