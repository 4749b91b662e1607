import { expect, test } from 'vitest';
import { createAnswers } from '../../../entrypoints/background/answers.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';
import { createFakeBrowser, createFakeParts, type FakeTab, senderOf } from './fake-browser.ts';

const address = POPULAR.addresses[0] ?? '';
const AGAIN = 'https://www.instituteforgovernment.org.uk/popular-again';
const UNNAMED = { title: '', heading: '', canonical: '' };
/** Pages of the Institute's that are known by their address and by their heading, and one that says nothing of itself. */
const tabs = new Map<number, FakeTab>([
  [7, { url: address }],
  [8, { url: 'https://a.example/' }],
  [9, { url: AGAIN, frames: [{ answer: () => ({ ...UNNAMED, heading: POPULAR.title }) }] }],
  [10, { url: AGAIN }],
]);
const content = memoryContent([feedAbout({ sizes: Array<number>(50).fill(1) })]);
const kept = { storedIn: 'memory', because: 'refused', version: '', change: async () => {} } as const;
const answers = createAnswers(async () => ({ ...kept, ...content }), createFakeParts(createFakeBrowser(tabs)));
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
  expect(idsOf(await answers.describeMoreOfPage({ names: UNNAMED, wanted }, senderOf(7)))).toEqual(next);
  expect(await answers.describeMoreOfPage({ names: UNNAMED, wanted }, senderOf(8))).toBeNull();
  const post = { kind: 'post', post: 'feed:a/3.0' } as const;
  expect(idsOf(await answers.describeMoreOfPage({ names: UNNAMED, wanted: post }, senderOf(8)))).toEqual([]);
});

test('a page that sends its names is known by them, and is not asked', async () => {
  const names = { ...UNNAMED, canonical: address };
  expect(idsOf(await answers.describeMoreOfPage({ names, wanted }, senderOf(10)))).toEqual(next);
  expect(await answers.describeMoreOfPage({ names: UNNAMED, wanted }, senderOf(9))).toBeNull();
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
