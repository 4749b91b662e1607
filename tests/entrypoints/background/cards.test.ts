import { expect, test } from 'vitest';
import { createCards } from '../../../entrypoints/background/cards.ts';
import { createFakeBrowser, type FakeFrame, type FakeTab } from './fake-browser.ts';

const CARD = { address: 'https://a.example/', text: 'a', sureness: 'exact', opener: '1-2', isHeld: true } as const;

function start(...tabs: (readonly [number, FakeTab])[]) {
  const fake = createFakeBrowser(new Map(tabs));
  return { ...fake, ...createCards(fake.browser, async () => {}) };
}

/** A tab with a page and a frame in it, whose annotators note what they are asked. */
function createTab(answerOf: (frameId: number) => unknown = () => true) {
  const heard: unknown[] = [];
  const frames = [0, 7].map(
    (frameId): FakeFrame => ({
      frameId,
      answer(name, request) {
        heard.push([frameId, name, request]);
        return answerOf(frameId);
      },
    }),
  );
  return { heard, frames };
}

test('the card of the focused link opens in the tab in front, in whatever frame it is', async () => {
  const { frames, heard } = createTab();
  const { openCard, asked } = start([1, {}], [2, { active: true, frames }]);
  await openCard();
  expect(asked).toEqual(['openCard 2']);
  expect(heard).toEqual([
    [0, 'openCard', {}],
    [7, 'openCard', {}],
  ]);
});

test.each<[string, FakeTab]>([
  ['no tab is in front', {}],
  ['nobody listens there', { active: true }],
  ['it is closed to scripts', { active: true, state: 'closed' }],
])('where %s nothing opens, and nothing fails', async (_, tab) => {
  await expect(start([1, tab]).openCard()).resolves.toBeUndefined();
});

test('cards of all frames are closed but one', async () => {
  const { frames, heard } = createTab();
  const { closeCards } = start([1, { frames }]);
  await closeCards(1, '1-2');
  expect(heard).toEqual([0, 7].map((frameId) => [frameId, 'closeCard', { except: '1-2' }]));
  await expect(closeCards(2, '1-2')).resolves.toBeUndefined();
});

test('a card beside a frame opens in the tab’s own page, which is first given what draws it', async () => {
  const { frames, heard } = createTab();
  const { openFrameCard, put } = start([1, { frames }]);
  const gloss = {} as Parameters<typeof openFrameCard>[1]['gloss'];
  expect(await openFrameCard(1, { ...CARD, gloss })).toBe(true);
  expect(put).toEqual(['annotator.js 1', 'card.js 1', 'hosts.css 1']);
  expect(heard).toEqual([[0, 'openFrameCard', { ...CARD, gloss }]]);
});

test.each<[string, FakeTab]>([
  ['finds no place for it', { frames: [{ answer: () => false }] }],
  ['does not answer', {}],
  ['lets no script in', { state: 'closed' }],
])('no card opens where the tab’s own page %s', async (_, tab) => {
  const { openFrameCard } = start([1, tab]);
  expect(await openFrameCard(1, { ...CARD, gloss: {} as never })).toBe(false);
});

test('such a card is closed in the tab’s own page, and its frames are told when it has', async () => {
  const { frames, heard } = createTab();
  const { closeFrameCard, tellCardClosed } = start([1, { frames }]);
  const closed = { opener: '1-2', hadFocus: true };
  expect(await closeFrameCard(1, '1-2')).toBe(true);
  expect(await tellCardClosed(1, closed)).toBe(true);
  expect(heard).toEqual([
    [0, 'closeFrameCard', { opener: '1-2' }],
    [0, 'frameCardClosed', closed],
    [7, 'frameCardClosed', closed],
  ]);
});

test.each([2, undefined])('in tab %s, which is none, no card is closed', async (tabId) => {
  const { closeFrameCard, tellCardClosed } = start([1, {}]);
  expect(await closeFrameCard(tabId, '1-2')).toBe(false);
  expect(await tellCardClosed(tabId, { opener: '1-2', hadFocus: true })).toBe(false);
});
