import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MarkedLink } from '../../../core/protocol/marks.ts';
import { createTabs } from '../../../entrypoints/background/tabs.ts';
import { createFakeBrowser, type FakeTab, senderOf } from './fake-browser.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(...tabs: (readonly [number, FakeTab])[]) {
  const fake = createFakeBrowser(new Map(tabs));
  return { ...fake, ...createTabs(fake.browser) };
}

/** What a promise gives when all time that it may wait for has passed. */
async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  await vi.runAllTimersAsync();
  return promise;
}

const NAMES = { title: 'Title', heading: 'Heading', canonical: 'https://a.example/' };
const mark = (id: number): MarkedLink => ({
  id,
  address: 'https://a.example/',
  text: 'a',
  sureness: 'exact',
  publication: 'p',
  posts: 1,
});

test('a tab is what the browser says of it', async () => {
  const { readTab } = start([1, { url: 'https://a.example/', title: 'A' }], [2, {}]);
  expect(await readTab(1)).toEqual({ id: 1, address: 'https://a.example/', title: 'A' });
  expect(await readTab(2)).toEqual({ id: 2, address: '', title: '' });
  expect(await readTab(3)).toEqual({ id: -1, address: '', title: '' });
});

test('the scanner of a tab’s own page says what that is called', async () => {
  const other = { ...NAMES, title: 'Of a frame' };
  const frames = [{ frameId: 7, answer: () => other }, { answer: () => ({ ...NAMES, more: 1 }) }];
  const { namesOf, asked } = start([1, { frames }]);
  expect(await namesOf(1)).toEqual(NAMES);
  expect(asked).toEqual(['namePage 1.0']);
});

test.each<[string, FakeTab | undefined]>([
  ['has no scanner that listens', {}],
  ['says something of another form', { frames: [{ answer: () => ({ ...NAMES, title: 1 }) }] }],
  ['says more than is read', { frames: [{ answer: () => ({ ...NAMES, title: 'a'.repeat(2049) }) }] }],
  ['is busy', { state: 'busy' }],
  ['is closed to scripts', { state: 'closed' }],
  ['is gone', undefined],
])('a tab that %s is called nothing', async (_, tab) => {
  const { namesOf } = start(...(tab === undefined ? [] : [[1, tab] as const]));
  expect(await inTime(namesOf(1))).toBeNull();
});

test('a page that is busy is waited for half a second', async () => {
  const { namesOf } = start([1, { state: 'busy' }]);
  let isDone = false;
  void namesOf(1).then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(499);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isDone).toBe(true);
});

test.each<[string, FakeTab | undefined, boolean]>([
  ['lets scripts look', {}, false],
  ['is busy', { state: 'busy' }, false],
  ['lets none look', { state: 'closed' }, true],
  ['is gone', undefined, true],
])('whether a tab that %s is closed', async (_, tab, expected) => {
  const { isClosed, put } = start(...(tab === undefined ? [] : [[1, tab] as const]));
  expect(await inTime(isClosed(1))).toBe(expected);
  expect(put).toEqual([]);
});

test('marks are listed frame by frame; what a frame says in another form counts for none, and no answer for no frame', async () => {
  const frames = [
    { frameId: 9, answer: () => [mark(3)] },
    { frameId: 7, answer: () => [mark(2), { ...mark(4), posts: -1 }] },
    { frameId: 8 },
    { answer: () => [mark(1)] },
  ];
  const { listMarks } = start([1, { frames }]);
  expect(await listMarks(1)).toEqual([
    { frameId: 0, marks: [mark(1)] },
    { frameId: 7, marks: [] },
    { frameId: 9, marks: [mark(3)] },
  ]);
});

test('where the browser does not say which frames there are, the tab’s own page is asked', async () => {
  const fake = createFakeBrowser(new Map([[1, { frames: [{ answer: () => [mark(1)] }] }]]));
  const scripting = { executeScript: () => Promise.reject(new Error('no script may look')) };
  const { listMarks } = createTabs({ ...fake.browser, scripting });
  expect(await listMarks(1)).toEqual([{ frameId: 0, marks: [mark(1)] }]);
});

test('a tab that is gone has no marks', async () => {
  const { listMarks, asked } = start();
  expect(await listMarks(1)).toEqual([]);
  expect(asked).toEqual([]);
});

test('panes are told whose marks have changed, though none may be open', async () => {
  const { tellMarksChanged, told } = start();
  await tellMarksChanged(senderOf(7));
  await tellMarksChanged({});
  expect(told).toEqual([{ name: 'marksChanged', request: { tabId: 7 } }]);
});

test('all tabs are marked anew, whatever becomes of one', async () => {
  const { refreshMarks, asked } = start([1, { state: 'closed' }], [2, { frames: [{ answer: () => true }] }], [3, {}]);
  await refreshMarks();
  expect(asked).toEqual(['refreshMarks 1', 'refreshMarks 2', 'refreshMarks 3']);
});

test('a tab that has come to another window is marked anew as soon as its page has come too', async () => {
  const answers = [null, null, true];
  const frames = [{ answer: () => answers.shift() ?? Promise.reject(new Error('no receiving end')) }];
  const { refreshMoved, asked } = start([1, { frames }]);
  await inTime(refreshMoved(1));
  expect(asked).toEqual(['refreshMarks 1', 'refreshMarks 1', 'refreshMarks 1']);
});

test.each<[string, FakeTab | undefined]>([
  ['has no marks', {}],
  ['is gone', undefined],
])('a tab that has come to another window and %s is left alone after a while', async (_, tab) => {
  const { refreshMoved, asked } = start(...(tab === undefined ? [] : [[1, tab] as const]));
  await inTime(refreshMoved(1));
  expect(asked.length).toBeLessThan(5);
});
