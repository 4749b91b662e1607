import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBetween } from '../../../entrypoints/card/between.ts';

const link = { left: 500, right: 600, top: 100, bottom: 120 };
const card = { left: 200, right: 616, top: 126, bottom: 600 };

test.each([
  ['in the link', { x: 550, y: 110 }, true],
  ['in the card', { x: 210, y: 590 }, true],
  ['in the gap below the link', { x: 550, y: 123 }, true],
  ['on the way to the near corner', { x: 350, y: 124 }, true],
  ['on the line of the link, far from it', { x: 220, y: 105 }, false],
  ['beyond the link', { x: 640, y: 110 }, false],
  ['above the link', { x: 550, y: 80 }, false],
  ['below the card', { x: 400, y: 620 }, false],
])('a point %s', (_, point, isOnTheWay) => {
  expect(isBetween(point, link, card)).toBe(isOnTheWay);
});

const length = fc.integer({ min: 0, max: 2000 });
const box = fc
  .record({ left: length, top: length, width: length, height: length })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const pointIn = (of: typeof link, x: number, y: number) => ({
  x: of.left + x * (of.right - of.left),
  y: of.top + y * (of.bottom - of.top),
});

test('every straight way from any point of one to any point of the other is between them', () => {
  fc.assert(
    fc.property(
      box,
      box,
      fc.array(share, { minLength: 5, maxLength: 5 }),
      (from, to, [a = 0, b = 0, c = 0, d = 0, along = 0]) => {
        const [start, end] = [pointIn(from, a, b), pointIn(to, c, d)];
        const point = { x: start.x + along * (end.x - start.x), y: start.y + along * (end.y - start.y) };
        expect(isBetween(point, from, to)).toBe(true);
        expect(isBetween(point, to, from)).toBe(true);
      },
    ),
  );
});

test('what is outside the box around both never is', () => {
  fc.assert(
    fc.property(box, box, length, (from, to, away) => {
      const right = Math.max(from.right, to.right) + 5 + away;
      expect(isBetween({ x: right, y: from.top }, from, to)).toBe(false);
    }),
  );
});
