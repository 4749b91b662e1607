import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, chooseSide, placeAt, roomier, type Size, within } from '../../../entrypoints/card/place.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

/** Where the card comes to stand, and what it covers there. */
function stand(anchor: Box, card: Size, view: Box, isRtl = false) {
  const side = chooseSide(anchor, card, view);
  const place = placeAt(side ?? roomier(anchor, view), anchor, card, view, isRtl);
  return { side, place, box: box(place.x, place.y, place.x + card.width, place.y + place.height) };
}

function isCovered(by: Box, anchor: Box): boolean {
  return by.left < anchor.right && by.right > anchor.left && by.top < anchor.bottom && by.bottom > anchor.top;
}

const CARD = { width: 416, height: 240 };
const WIDE = box(0, 0, 1280, 720);
const ODD = box(0, 0, 1279.33, 719.67);

describe('the side and the corner', () => {
  test.each<readonly [string, Box, Box, string | null, number, number, number]>([
    ['below, where there is room', box(100, 100, 180, 120), WIDE, 'below', 100, 126, 240],
    ['below, from fractions', box(100.6, 100.4, 180.2, 120.3), WIDE, 'below', 100, 127, 240],
    ['below, to the last pixel', box(100, 446, 180, 466), WIDE, 'below', 100, 472, 240],
    ['above, from a fraction on', box(100, 446.2, 180, 466.2), WIDE, 'above', 100, 200, 240],
    ['above, at the bottom', box(100, 690, 180, 710), WIDE, 'above', 100, 444, 240],
    ['at the left edge', box(0, 100, 80, 120), WIDE, 'below', 8, 126, 240],
    ['at the right edge', box(1200, 100, 1280, 120), WIDE, 'below', 856, 126, 240],
    ['at the right edge of an odd window', box(1200.5, 100, 1279, 120), ODD, 'below', 855, 126, 240],
    ['lower, where there is less room', box(100, 200, 180, 220), box(0, 0, 800, 430), 'below', 100, 226, 196],
    ['lower and above', box(100, 200, 180, 220), box(0, 0, 800, 400), 'above', 100, 8, 186],
    ['right of what is high', box(100, 40, 300, 360), box(0, 0, 800, 400), 'right', 306, 40, 240],
    ['left of what is high', box(500, 40, 700, 360), box(0, 0, 800, 400), 'left', 78, 40, 240],
    [
      'right of what is high and low in the window',
      box(100.5, 340, 300.5, 360),
      box(0, 180, 800, 490),
      'right',
      307,
      242,
      240,
    ],
    ['nowhere', box(100, 40, 700, 360), box(0, 0, 800, 400), null, 100, 214, 178],
  ])('%s', (_, anchor, view, side, x, y, height) => {
    const found = stand(anchor, CARD, view);
    expect(found.side).toBe(side);
    if (side !== null) expect(found.place).toEqual({ x, y, height });
  });

  test('a low card goes above what would be too near to an edge for a higher one', () => {
    const { place } = stand(box(100, 130, 180, 150), { width: 416, height: 100 }, box(0, 0, 800, 250));
    expect(place).toEqual({ x: 100, y: 24, height: 100 });
  });

  test('ends where the line ends that is read from the right', () => {
    expect(stand(box(500.5, 100, 600.7, 120), CARD, WIDE, true).place.x).toBe(184);
    expect(stand(box(100, 100, 180, 120), CARD, WIDE, true).place.x).toBe(8);
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const views = fc.record({
  width: fc.double({ min: 300, max: 2600, noNaN: true }),
  height: fc.double({ min: 200, max: 1600, noNaN: true }),
});
const cards = fc.record({ width: fc.integer({ min: 200, max: 416 }), height: fc.integer({ min: 60, max: 512 }) });
const anchors = fc.record({ x: share, y: share, width: share, height: share });

/** A window, an anchor somewhere in it, and a card that fits into it. */
const scenes = fc.tuple(views, cards, anchors, fc.boolean()).map(([size, card, part, isRtl]) => {
  const view = box(0, 0, size.width, size.height);
  const [left, top] = [part.x * size.width, part.y * size.height];
  const anchor = box(left, top, left + part.width * (size.width - left), top + part.height * (size.height - top));
  const most = { width: Math.floor(size.width) - 16, height: Math.floor(size.height) - 16 };
  return {
    view,
    anchor,
    isRtl,
    card: { width: Math.min(card.width, most.width), height: Math.min(card.height, most.height) },
  };
});

describe('in any window', () => {
  test('the card is within it, in whole pixels', () => {
    fc.assert(
      fc.property(scenes, ({ view, anchor, card, isRtl }) => {
        const { place, box: card_ } = stand(anchor, card, view, isRtl);
        expect([place.x, place.y, place.height].every(Number.isInteger)).toBe(true);
        expect(card_.left).toBeGreaterThanOrEqual(view.left + 8);
        expect(card_.top).toBeGreaterThanOrEqual(view.top + 8);
        expect(card_.right).toBeLessThanOrEqual(view.right - 8);
        expect(card_.bottom).toBeLessThanOrEqual(view.bottom - 8);
        expect(place.height).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('the card leaves free what it has found a side of, and stands right at it', () => {
    fc.assert(
      fc.property(scenes, ({ view, anchor, card, isRtl }) => {
        const { side, box: found } = stand(anchor, card, view, isRtl);
        if (side === null) return;
        expect(isCovered(found, anchor)).toBe(false);
        const away = {
          below: found.top - anchor.bottom,
          above: anchor.top - found.bottom,
          right: found.left - anchor.right,
          left: anchor.left - found.right,
        };
        // A fraction of a pixel less, where window and anchor end in different ones.
        expect(away[side]).toBeGreaterThan(5);
        // The card stands no nearer to the window's edge than that.
        expect(away[side]).toBeLessThan(9);
      }),
      { numRuns: 2000 },
    );
  });

  test('a side is found wherever the whole card has room on one', () => {
    fc.assert(
      fc.property(scenes, ({ view, anchor, card }) => {
        const room = [anchor.top - view.top, view.bottom - anchor.bottom].some((each) => each - 14 >= card.height);
        const beside = [anchor.left - view.left, view.right - anchor.right].some((each) => each - 14 >= card.width);
        if (room || beside) expect(chooseSide(anchor, card, view)).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('what the reader drags out of it comes back', () => {
    fc.assert(
      fc.property(
        scenes,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -5000, max: 5000 }),
        ({ view, card }, x, y) => {
          const place = within(view, { ...card, x, y });
          expect(place.x).toBeGreaterThanOrEqual(8);
          expect(place.x + card.width).toBeLessThanOrEqual(view.right - 8);
          expect(place.y).toBeGreaterThanOrEqual(8);
          expect(place.y + place.height).toBeLessThanOrEqual(view.bottom - 8);
        },
      ),
    );
  });
});
