import { expect, test, vi } from 'vitest';
import type { ListedRecommendation } from '../../../core/follow-up/listed.ts';
import type { Evidence, FollowUp, RecommendationSubject } from '../../../core/model/own.ts';
import type { BearingPageRequests } from '../../../core/protocol/bearing.ts';
import { createBearingAnswers } from '../../../entrypoints/background/bearing/answers.ts';
import { followUpOf } from '../../core/own/records.ts';
import { createFakeBrowser, type FakeTab } from './fake-browser.ts';

const ADDRESS = 'https://www.gov.example/response';
const SENTENCE =
  'We will revise Managing Public Money so that accounting officers are responsible for procurement data in their organisation.';

function subjectOf(number: number, words: string, publication = 'one'): RecommendationSubject {
  const named = { id: `publication:${publication}`, title: `The report called ${publication}`, addresses: [] };
  return { kind: 'recommendation', publication: named, thread: 't', post: `p${number}`, number, section: null, words };
}

const PUBLIC_MONEY = subjectOf(
  10,
  'Managing Public Money guidance should be updated to make accounting officers responsible for procurement data',
);
const OTHER = subjectOf(11, 'Ministers should visit every lighthouse keeper in Cornwall before Michaelmas', 'two');

type Answering = { readonly [Name in keyof BearingPageRequests]?: (request: never) => unknown };

/** A tab with a page that answers so; what it was asked, and the answers to panes. */
function start(
  page: Answering = {},
  { listed = [PUBLIC_MONEY, OTHER], own = [] as readonly FollowUp[], ...tab }: Tab = {},
) {
  const asked: Record<string, unknown> = {};
  const answer = (name: string, request: unknown) => {
    asked[name] = request;
    return page[name as keyof Answering]?.(request as never);
  };
  const tabs = new Map([[7, { url: ADDRESS, title: 'Response', frames: [{ answer }], ...tab }]]);
  const { browser, put, session, asked: sent } = createFakeBrowser(tabs);
  const answers = createBearingAnswers({
    browser,
    library: async () => ({ listRecommendations: async ({ start: from }) => listOf(listed, from) }),
    readOwn: async () => own,
  });
  return { answers, asked, put, session, tabs, sent };
}

interface Tab extends FakeTab {
  readonly listed?: readonly RecommendationSubject[];
  readonly own?: readonly FollowUp[];
}

/** One at a time. */
function listOf(subjects: readonly RecommendationSubject[], from: number) {
  const items: ListedRecommendation[] = subjects.map((subject) => ({ subject, address: null, day: null }));
  return { items: items.slice(from, from + 1), total: items.length };
}

const READ = { words: 30, isCut: false, hasFrames: false };
const READING: Answering = {
  readBlocks: () => ({ ...READ, blocks: ['', `We agree.  ${SENTENCE}`, 'Nothing.'] }),
  markPassages: () => true,
};

async function look(started: ReturnType<typeof start>, scope: 'followed' | 'all' = 'followed') {
  return started.answers.lookForBearing({ tabId: 7, scope }, null);
}

test('a page is read, marked and told of by recommendation, and its own script only is put into it', async () => {
  const started = start(READING);
  const answer = await look(started);
  if (answer.kind !== 'looked') throw new Error(answer.kind);
  expect(answer.bearing).toMatchObject({ ...READ, address: ADDRESS, title: 'Response', recommendations: 2 });
  expect(answer.bearing.found.map(({ subject }) => subject)).toEqual([PUBLIC_MONEY]);
  const [passage] = answer.bearing.found[0]?.passages ?? [];
  expect(passage?.quote).toEqual({ exact: SENTENCE, prefix: 'We agree. ', suffix: '' });
  expect(passage?.words).toEqual([...new Set(passage?.words)]);
  expect(passage?.words.join()).toContain('accounting');
  const begin = 'We agree.  '.length;
  expect(started.asked).toMatchObject({
    markPassages: { passages: [{ id: passage?.id, block: 1, start: begin, end: begin + SENTENCE.length }] },
  });
  expect(started.put).toEqual(['bearing.js 7.0', 'bearing-passage.css 7.0']);
});

test('a page in which nothing is found is given no style', async () => {
  const started = start({ ...READING, readBlocks: () => ({ ...READ, blocks: ['Nothing.'] }) });
  expect(await look(started)).toMatchObject({ bearing: { found: [] } });
  expect(started.put).toEqual(['bearing.js 7.0']);
});

test('the page is told nothing of recommendations, nor of what the reader wrote', async () => {
  const own = [{ ...followUpOf([{ field: 'remark', from: '', to: 'a remark' }]), subject: PUBLIC_MONEY }];
  const started = start(READING, { own });
  await look(started);
  expect(JSON.stringify(started.asked)).not.toMatch(/remark|guidance|Managing/);
});

test('only publications that are followed up are looked for, if the reader likes', async () => {
  const own = [{ ...followUpOf([{ field: 'progress', to: 'done' }]), subject: OTHER }];
  const followed = await look(start(READING, { own }));
  expect(followed).toMatchObject({ bearing: { scope: 'followed', followsNone: false, recommendations: 1, found: [] } });
  const all = await look(start(READING, { own }), 'all');
  expect(all).toMatchObject({ bearing: { scope: 'all', followsNone: false, recommendations: 2 } });
  expect(await look(start(READING))).toMatchObject({ bearing: { scope: 'all', followsNone: true } });
});

test('those that are followed up are offered first', async () => {
  const own = [{ ...followUpOf([{ field: 'progress', to: 'done' }]), subject: OTHER }];
  expect(await start({}, { own }).answers.listChoices({}, null)).toEqual([OTHER, PUBLIC_MONEY]);
  expect(await start({}, { listed: [OTHER, OTHER] }).answers.listChoices({}, null)).toEqual([OTHER]);
});

test.each([
  ['a page where no script may be', {}, { state: 'closed' as const }, 'closed'],
  ['a page that answers nothing', {}, {}, 'closed'],
  ['a page that answers nonsense', { readBlocks: () => ({ blocks: 'x' }) }, {}, 'closed'],
  [
    'a page that says too much',
    { readBlocks: () => ({ ...READ, blocks: Array(2).fill('x'.repeat(200_001)) }) },
    {},
    'closed',
  ],
  ['a page that is left meanwhile', { readBlocks: READING.readBlocks }, {}, 'left'],
  ['a library without recommendations', READING, { listed: [] }, 'none'],
] as const)('%s', async (_, page, tab, kind) => {
  expect(await look(start(page as Answering, tab))).toEqual({ kind });
});

test('a page that never answers is given up', async () => {
  vi.useFakeTimers();
  const answering = look(start({ readBlocks: () => new Promise(() => {}) }));
  await vi.advanceTimersByTimeAsync(8000);
  expect(await answering).toEqual({ kind: 'closed' });
  vi.useRealTimers();
});

test('what was found is told again as long as the tab shows that page', async () => {
  const started = start(READING);
  const answer = await look(started);
  expect(await started.answers.readBearing({ tabId: 7 }, null)).toEqual(answer.kind === 'looked' && answer.bearing);
  expect(await started.answers.readBearing({ tabId: 8 }, null)).toBeNull();
  started.tabs.set(7, { url: `${ADDRESS}#part`, title: '', frames: [] } as never);
  expect(await started.answers.readBearing({ tabId: 7 }, null)).not.toBeNull();
  started.tabs.set(7, { url: 'https://www.gov.example/other', title: '', frames: [] } as never);
  expect(await started.answers.readBearing({ tabId: 7 }, null)).toBeNull();
});

const EVIDENCE: Evidence = {
  id: 'e1',
  address: `${ADDRESS}/?utm_source=mail#part`,
  title: 'Response',
  quotation: SENTENCE,
  day: null,
  remark: 'what the reader thinks of it',
  around: { prefix: 'We agree. ', suffix: '' },
};

function followUpWith(...evidence: readonly Evidence[]): FollowUp {
  return { ...followUpOf(evidence.map((to) => ({ field: 'evidence', from: null, to }))), subject: PUBLIC_MONEY };
}

test('evidence is found by its page, whatever form its address has', async () => {
  const elsewhere = { ...EVIDENCE, id: 'e2', address: 'https://www.gov.example/other' };
  const { answers, put } = start({}, { own: [followUpWith(EVIDENCE, elsewhere)] });
  expect(await answers.findPageEvidence({ tabId: 7 }, null)).toEqual([{ evidence: EVIDENCE, subject: PUBLIC_MONEY }]);
  expect(put).toEqual([]);
});

test('evidence is marked by its quotation, and the page is told nothing else of it', async () => {
  const old = { id: 'e3', address: ADDRESS, title: '', quotation: 'Nothing.', day: null, remark: '' };
  const empty = { ...old, id: 'e4', quotation: ' ' };
  const { answers, asked } = start({ markQuotes: () => ['e1'] }, { own: [followUpWith(EVIDENCE, old, empty)] });
  expect(await answers.markPageEvidence({ tabId: 7 }, null)).toEqual({ ids: ['e1'] });
  expect(asked).toEqual({
    markQuotes: {
      quotes: [
        { id: 'e1', exact: SENTENCE, prefix: 'We agree. ', suffix: '' },
        { id: 'e3', exact: 'Nothing.', prefix: '', suffix: '' },
      ],
    },
  });
});

test.each([
  ['is told', { exact: 'a', prefix: 'b', suffix: 'c' }, { exact: 'a', prefix: 'b', suffix: 'c' }],
  ['of another form is not', { exact: 1 }, null],
  ['that is too long is not', { exact: 'x'.repeat(20_001), prefix: '', suffix: '' }, null],
  ['may be nothing', null, null],
])('a selection %s', async (_, selected, told) => {
  expect(await start({ readSelected: () => selected }).answers.readSelection({ tabId: 7 }, null)).toEqual(told);
});

test.each([[true], [false], [undefined], ['yes']])('a passage is shown where the page says so: %s', async (said) => {
  const { answers } = start({ showPassage: () => said });
  expect(await answers.showBearing({ tabId: 7, id: 'passage 1 0 4' }, null)).toBe(said === true);
});
