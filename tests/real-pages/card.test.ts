import { expect, test } from 'vitest';
import { judgeCard, type SeenCard } from './card.ts';

const CARD: SeenCard = {
  after: 500,
  box: { left: 0, top: 100, right: 400, bottom: 800 },
  view: { width: 1280, height: 800 },
  isMet: [true, true, true, true, true],
};

test.each([
  ['is as it should be', {}, null],
  ['stands above the window', { box: { ...CARD.box, top: -1 } }, /outside the window: 0 -1 400 800/],
  ['stands below it', { box: { ...CARD.box, bottom: 801 } }, /outside the window/],
  ['stands beside it', { box: { ...CARD.box, right: 1281 } }, /outside the window/],
  ['lies under something', { isMet: [true, true, false, true, true] }, /cannot be pointed at/],
  ['comes late', { after: 1501 }, /opens after 1501 ms/],
])('a card that %s', (_, change, why) => {
  const judged = judgeCard({ ...CARD, ...change });
  if (why === null) expect(judged).toBeNull();
  else expect(judged).toMatch(why);
});
