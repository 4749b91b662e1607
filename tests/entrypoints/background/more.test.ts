import { expect, test, vi } from 'vitest';
import { createAnswers } from '../../../entrypoints/background/answers.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';

const address = POPULAR.addresses[0] ?? '';

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { local: { get: async () => ({}) } },
    permissions: { contains: async () => true },
    tabs: { get: async (id: number) => ({ id, url: id === 7 ? address : 'https://a.example/', title: '' }) },
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
  expect(idsOf(await answers.describeMoreOfPage({ wanted }, from(7)))).toEqual(next);
  expect(await answers.describeMoreOfPage({ wanted }, from(8))).toBeNull();
  const post = { kind: 'post', post: 'feed:a/3.0' } as const;
  expect(idsOf(await answers.describeMoreOfPage({ wanted: post }, from(8)))).toEqual([]);
});

test.each([
  ['a tab', { kind: 'tab', tabId: 7 }],
  ['a question', { kind: 'question', question: { asked: address, linkText: '' } }],
  ['a hit', { kind: 'found', found: { kind: 'publication', id: POPULAR.id } }],
] as const)('the second page of %s', async (_, of) => {
  expect(idsOf(await answers.describeMore({ of, wanted }, {}))).toEqual(next);
});

test('what the library no longer holds has no more', async () => {
  const of = { kind: 'found', found: { kind: 'publication', id: 'publication:gone' } } as const;
  expect(await answers.describeMore({ of, wanted }, {})).toBeNull();
});
