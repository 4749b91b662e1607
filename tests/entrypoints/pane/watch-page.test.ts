import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageInFront } from '../../../components/page-view.tsx';
import type { BackgroundRequests } from '../../../core/protocol/background-requests.ts';
import type { MarkedPublication } from '../../../core/protocol/marks.ts';
import type { TabState } from '../../../core/protocol/tab-state.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { type KnownPage, watchPage } from '../../../entrypoints/pane/watch-page.ts';

const NEWS: KnownPage = {
  tabId: 1,
  address: 'https://news.example/',
  title: 'News',
  site: 'news.example',
  kind: 'web',
  isOn: true,
};
const OTHER: KnownPage = { ...NEWS, tabId: 2, address: 'https://other.example/', title: 'Other' };
const MARKS: MarkedPublication[] = [
  {
    key: 'ifg:a',
    publication: 'ifg:a',
    title: 'A',
    sureness: 'exact',
    links: [{ text: 'a', address: 'b', sureness: 'exact', places: [{ frameId: 0, id: 1 }] }],
  },
];

/** Requests in the order in which they came, to be answered in any. */
let asked: { name: string; tabId: number | null; answer: (value: unknown) => void; refuse: () => void }[];
let shown: PageInFront[];
let watch: ReturnType<typeof watchPage>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  shown = [];
  const ask = (name: string, request: { readonly tabId: number | null }): Promise<unknown> =>
    new Promise((answer, refuse) =>
      asked.push({ name, tabId: request.tabId, answer, refuse: () => refuse(new Error('gone')) }),
    );
  watch = watchPage(ask as Ask<BackgroundRequests>, (page) => shown.push(page));
});
afterEach(() => vi.useRealTimers());

async function answer(name: 'describeTab' | 'listMarks', tabId: number, value: unknown): Promise<void> {
  const at = asked.findIndex((each) => each.name === name && each.tabId === tabId);
  asked.splice(at, 1)[0]?.answer(value);
  await vi.advanceTimersByTimeAsync(0);
}

const stateOf = (page: KnownPage): TabState => ({ ...page, gloss: null, isClosed: false });
const last = () => shown.at(-1);

test('what is known is shown at once, and what the library says when it comes', async () => {
  watch.turnTo(NEWS);
  expect(shown).toEqual([{ ...NEWS, answer: { kind: 'waiting' }, marks: null }]);
  await answer('listMarks', 1, MARKS);
  await answer('describeTab', 1, stateOf(NEWS));
  expect(last()).toEqual({ ...NEWS, answer: { kind: 'here', gloss: null }, marks: MARKS });
});

test('a quick answer to another page replaces the one before without anything between', async () => {
  watch.turnTo(NEWS);
  await answer('describeTab', 1, stateOf(NEWS));
  const before = shown.length;
  watch.turnTo(OTHER);
  await answer('listMarks', 2, MARKS);
  expect(shown).toHaveLength(before);
  await answer('describeTab', 2, stateOf(OTHER));
  expect(shown.slice(before)).toEqual([{ ...OTHER, answer: { kind: 'here', gloss: null }, marks: MARKS }]);
});

test('a slow answer does not leave the page before in view', async () => {
  watch.turnTo(NEWS);
  await answer('describeTab', 1, stateOf(NEWS));
  watch.turnTo(OTHER);
  await vi.advanceTimersByTimeAsync(1000);
  expect(last()).toEqual({ ...OTHER, answer: { kind: 'waiting' }, marks: null });
});

test('a late answer for a page before never overwrites a newer one', async () => {
  watch.turnTo(NEWS);
  watch.turnTo(OTHER);
  await answer('describeTab', 2, stateOf(OTHER));
  const before = shown.length;
  await answer('describeTab', 1, stateOf(NEWS));
  await answer('listMarks', 1, MARKS);
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown).toHaveLength(before);
  expect(last()).toMatchObject({ tabId: 2, marks: null });
});

test('back to the page before, an answer of its first visit is not taken for the second', async () => {
  watch.turnTo(NEWS);
  watch.turnTo(OTHER);
  watch.turnTo(NEWS);
  await answer('describeTab', 1, stateOf(NEWS));
  await vi.advanceTimersByTimeAsync(1000);
  expect(last()).toMatchObject({ tabId: 1, answer: { kind: 'waiting' } });
  await answer('describeTab', 1, stateOf(NEWS));
  expect(last()).toMatchObject({ tabId: 1, answer: { kind: 'here' } });
});

test('the same page under another title keeps what is said of it meanwhile', async () => {
  watch.turnTo(NEWS);
  await answer('describeTab', 1, stateOf(NEWS));
  watch.turnTo({ ...NEWS, title: 'Newer' });
  expect(last()).toMatchObject({ title: 'Newer', answer: { kind: 'here' } });
});

test('a background that does not answer is told', async () => {
  watch.turnTo(NEWS);
  asked.find(({ name }) => name === 'describeTab')?.refuse();
  await vi.advanceTimersByTimeAsync(0);
  expect(last()).toMatchObject({ answer: { kind: 'failed' } });
});

test('marks that come later are asked for, and only those of the page in front', async () => {
  watch.turnTo(NEWS);
  await answer('describeTab', 1, stateOf(NEWS));
  await answer('listMarks', 1, []);
  watch.renewMarks(2);
  expect(asked).toEqual([]);
  watch.renewMarks(1);
  await answer('listMarks', 1, MARKS);
  expect(last()).toMatchObject({ marks: MARKS });
});
