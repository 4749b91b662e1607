import { expect, test, vi } from 'vitest';
import { createAnswers } from '../../../entrypoints/background/answers.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';

const address = POPULAR.addresses[0] ?? '';
const UNNAMED = { title: '', heading: '', canonical: '' };
/** The tabs of the Institute's pages: one that is known by its address, and two by what they are called. */
const ADDRESSES = new Map([
  [7, address],
  [9, 'https://www.instituteforgovernment.org.uk/popular-again'],
  [10, 'https://www.instituteforgovernment.org.uk/popular-again'],
]);
/** What the scanners there answer. */
const answerOf = (id: number, message: unknown) =>
  id === 9 && JSON.stringify(message).includes('namePage') ? { ...UNNAMED, heading: POPULAR.title } : undefined;

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { local: { get: async () => ({}) } },
    permissions: { contains: async () => true },
    tabs: {
      get: async (id: number) => ({ id, url: ADDRESSES.get(id) ?? 'https://a.example/', title: '' }),
      sendMessage: async (id: number, message: unknown) => answerOf(id, message),
    },
    scripting: { executeScript: async () => [] },
  },
}));

const content = memoryContent([feedAbout({ sizes: Array<number>(50).fill(1) })]);
const kept = { storedIn: 'memory', because: 'refused', version: '', change: async () => {} } as const;
const answers = createAnswers(async () => ({ ...kept, ...content }));
const link = { address, text: '' };
const gloss = await answers.describeLink({ ...link, isFirst: false }, {});
const wanted = gloss.next.conversations ?? expect.unreachable();
const next = Array.from({ length: 20 }, (_, number) => `feed:a/${number + 20}.0`);
const idsOf = (more: Awaited<ReturnType<typeof answers.describeMore>>) =>
  more?.conversations.flatMap(({ posts }) => posts.map(({ id }) => id));

test('a link’s second page is asked for with what its first was asked with', async () => {
  expect(idsOf(await answers.describeMoreOfLink({ ...link, wanted }, {}))).toEqual(next);
  expect(await answers.describeMoreOfLink({ address: 'https://a.example/', text: '', wanted }, {})).toBeNull();
});

test('a page is given more of itself only, whatever it asks for', async () => {
  const from = (tab: number) => ({ tab: { id: tab, url: '' }, frameId: 0 }) as never;
  expect(idsOf(await answers.describeMoreOfPage({ names: UNNAMED, wanted }, from(7)))).toEqual(next);
  expect(await answers.describeMoreOfPage({ names: UNNAMED, wanted }, from(8))).toBeNull();
  const post = { kind: 'post', post: 'feed:a/3.0' } as const;
  expect(idsOf(await answers.describeMoreOfPage({ names: UNNAMED, wanted: post }, from(8)))).toEqual([]);
});

test('a page that sends its names is known by them, and is not asked', async () => {
  const from = (tab: number) => ({ tab: { id: tab, url: '' }, frameId: 0 }) as never;
  const names = { ...UNNAMED, canonical: address };
  expect(idsOf(await answers.describeMoreOfPage({ names, wanted }, from(10)))).toEqual(next);
  expect(await answers.describeMoreOfPage({ names: UNNAMED, wanted }, from(9))).toBeNull();
});

test.each([
  ['a tab', { kind: 'tab', tabId: 7 }],
  ['a tab whose page is asked what it is called', { kind: 'tab', tabId: 9 }],
  ['a question', { kind: 'question', question: { asked: address, linkText: '' } }],
  ['a hit', { kind: 'found', found: { kind: 'publication', id: POPULAR.id } }],
] as const)('the second page of %s', async (_, of) => {
  expect(idsOf(await answers.describeMore({ of, wanted }, {}))).toEqual(next);
});

test('what the library no longer holds has no more', async () => {
  const of = { kind: 'found', found: { kind: 'publication', id: 'publication:gone' } } as const;
  expect(await answers.describeMore({ of, wanted }, {})).toBeNull();
});
