import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PostSubject, RecommendationSubject, Subject } from '../../../../core/model/own.ts';
import { keysOfSubject } from '../../../../core/own/keys.ts';
import { type Anchor, notKeptBecause } from '../../../../core/protocol/own.ts';
import { createOwnAnswers } from '../../../../entrypoints/background/own/answers.ts';
import { OWN_NAME } from '../../../../entrypoints/background/own/database.ts';
import { type Area, createArea, startStore } from './own-stores.ts';

const RECOMMENDATION: RecommendationSubject = {
  kind: 'recommendation',
  publication: null,
  thread: 'thread:1',
  post: 'post:1',
  number: 3,
  section: null,
  words: 'The Cabinet Office should publish what contracts cost.',
};
const BOTH = { journal: null, database: null };

let area: Area;
beforeEach(async () => {
  await deleteDB(OWN_NAME);
  area = createArea();
});

function postOf(at: number): PostSubject {
  const words = `This is post number ${at}, which says what no other post says, at some length.`;
  return { kind: 'post', post: `post:${at}`, uri: null, time: '2026-01-02T03:04', author: null, words, about: null };
}

function start() {
  const answers = createOwnAnswers(startStore(area), {
    find: async (records) => records.map(() => ({ kind: 'gone' }) as const),
  });
  const note = (subject: PostSubject | RecommendationSubject, to: string, from = '') =>
    answers.changeNote({ subject, from, to }, null);
  return { ...answers, note };
}

describe('a note', () => {
  test('is found by what it is about, and by nothing else', async () => {
    const { note, findOwn } = start();
    const { record, keptIn } = await note(postOf(1), 'Seen.');
    await note(postOf(2), 'Not this one.');
    expect(keptIn).toEqual(BOTH);
    expect(await findOwn({ keys: ['post post:1'] }, null)).toEqual([record]);
    expect(await findOwn({ keys: ['post post:3', 'post post'] }, null)).toEqual([]);
  });

  test('on a post that has its address by now is the same note', async () => {
    await start().note(postOf(1), 'Seen.');
    const addressed = { ...postOf(1), post: 'at://did:web:a/b/c', uri: 'at://did:web:a/b/c' };
    const { record } = await start().note(addressed, 'Seen again.', 'Seen.');
    expect(record).toMatchObject({ texts: ['Seen again.'] });
    expect(await start().describeOwn({}, null)).toMatchObject({ notes: 1 });
  });

  test('on a post is not on another that says the same, where each has its address', async () => {
    const { note, describeOwn } = start();
    const at = (uri: `at://${string}`) => ({ ...postOf(1), post: uri, uri });
    await note(at('at://a/b/1'), 'On the first.');
    const { record } = await note(at('at://a/b/2'), 'On the second.');
    expect(record?.texts).toEqual(['On the second.']);
    expect(await describeOwn({}, null)).toMatchObject({ notes: 2 });
  });

  test('that is asked for twice, as pages do that were not answered, is there once', async () => {
    const asked = start();
    const first = await asked.note(postOf(1), 'Seen.');
    expect(await start().note(postOf(1), 'Seen.')).toEqual(first);
    expect(await asked.describeOwn({}, null)).toMatchObject({ notes: 1, changesSinceBackup: 1 });
  });

  test('that is removed is found no more, and can be written anew', async () => {
    const { note, findOwn, describeOwn } = start();
    const { record } = await note(postOf(1), 'Seen.');
    expect(await note(postOf(1), '', 'Seen.')).toEqual({ record: null, keptIn: BOTH });
    expect(await findOwn({ keys: ['post post:1'] }, null)).toEqual([]);
    expect(await describeOwn({}, null)).toMatchObject({ notes: 0 });
    await note(postOf(1), 'Anew.');
    expect(await start().findOwn({ keys: ['post post:1'] }, null)).toMatchObject([
      { id: record?.id, texts: ['Anew.'] },
    ]);
  });

  test('that is written in two windows at once has both texts', async () => {
    const [one, other] = [start(), start()];
    await one.note(postOf(1), 'x');
    await Promise.all([one.note(postOf(1), 'xa', 'x'), one.note(postOf(1), 'xb', 'x')]);
    expect(await other.findOwn({ keys: ['post post:1'] }, null)).toMatchObject([{ texts: ['xb', 'xa'] }]);
  });
});

describe('a follow-up', () => {
  test('is beside a note on the same recommendation', async () => {
    const { note, changeFollowUp, findOwn } = start();
    await note(RECOMMENDATION, 'Seen.');
    await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'response', to: 'accepted' } }, null);
    const found = await findOwn({ keys: ['recommendation 3 in post:1'] }, null);
    expect(found).toMatchObject([{ texts: ['Seen.'] }, { response: 'accepted' }]);
  });

  test('that is begun with what all begin with is none', async () => {
    const { changeFollowUp, describeOwn } = start();
    const { record } = await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'response', to: 'none' } }, null);
    expect(record).toMatchObject({ response: 'none' });
    expect(await describeOwn({}, null)).toMatchObject({ followUps: 0 });
  });

  test('that was taken to other words leaves its old words to another', async () => {
    const { changeFollowUp, describeOwn } = start();
    const moved = {
      ...RECOMMENDATION,
      thread: 'thread:2',
      post: 'post:2',
      words: 'The Treasury should count them all again.',
    };
    await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'progress', to: 'done' } }, null);
    await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'subject', to: moved } }, null);
    await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'progress', to: 'under-way' } }, null);
    const { findOwn } = start();
    expect(await findOwn({ keys: ['recommendation 3 in post:2'] }, null)).toMatchObject([{ progress: 'done' }]);
    expect(await findOwn({ keys: ['recommendation 3 in post:1'] }, null)).toMatchObject([{ progress: 'under-way' }]);
    expect(await describeOwn({}, null)).toMatchObject({ followUps: 2 });
  });
});

describe('where another recommendation stands by now', () => {
  const MOVED: RecommendationSubject = { ...RECOMMENDATION, post: 'post:1', number: 4 };
  const INSTEAD: RecommendationSubject = { ...RECOMMENDATION, words: 'Departments should say from whom they buy it.' };
  const AT_THIRD = ['recommendation 3 of thread:1', 'recommendation 3 in post:1'];

  test.each([
    ['the words stand elsewhere: it is not found', { kind: 'present', subject: MOVED, hasSameWords: true }, 0],
    ['the words have changed: it is found', { kind: 'present', subject: INSTEAD, hasSameWords: false }, 1],
    ['the words are not known to stand anywhere: it is found', { kind: 'gone' }, 1],
  ] as const)('%s', async (_, anchor, count) => {
    const answers = createOwnAnswers(startStore(area), { find: async (records) => records.map(() => anchor) });
    await answers.changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'progress', to: 'done' } }, null);
    expect(await answers.findOwn({ keys: AT_THIRD }, null)).toHaveLength(count);
  });

  test('what is noted of that one is no change of what was noted before', async () => {
    const { changeFollowUp, listOwn } = start();
    await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'progress', to: 'done' } }, null);
    await changeFollowUp({ subject: INSTEAD, edit: { field: 'response', to: 'rejected' } }, null);
    const { items } = await listOwn({ kind: 'follow-up', start: 0, isAnchored: true }, null);
    const standings = items.map((each) => each.kind === 'follow-up' && [each.response, each.progress]);
    expect(standings.toSorted()).toEqual([
      ['none', 'done'],
      ['rejected', 'not-started'],
    ]);
  });
});

describe('of two lists of one thread', () => {
  const FIRST: RecommendationSubject = {
    ...RECOMMENDATION,
    number: 1,
    words: 'Ministers should publish every letter.',
  };
  const SECOND: RecommendationSubject = {
    ...FIRST,
    post: 'post:2',
    words: 'The prime minister should appoint one head of the civil service.',
  };
  const short = (subject: RecommendationSubject, words: string) => ({ ...subject, words });

  test.each([
    [
      'what stands elsewhere',
      [FIRST, SECOND],
      (subject: Subject): Anchor => ({ kind: 'present', subject, hasSameWords: true }),
    ],
    [
      'few words that stand elsewhere',
      [short(FIRST, 'Merge them.'), short(SECOND, 'Split them.')],
      (subject: Subject): Anchor => ({ kind: 'present', subject, hasSameWords: true }),
    ],
    [
      'words that have changed where they stood',
      [FIRST, SECOND],
      (subject: Subject): Anchor => ({
        kind: 'present',
        subject: { ...subject, words: 'Other words.' } as Subject,
        hasSameWords: false,
      }),
    ],
    ['what is gone', [FIRST, SECOND], (): Anchor => ({ kind: 'gone' })],
  ] as const)('the first of one is not shown at the first of the other: %s', async (_, [first, second], anchorOf) => {
    const find = async (records: readonly { readonly subject: Subject }[]) =>
      records.map(({ subject }) => anchorOf(subject));
    const { changeFollowUp, findOwn, listOwn } = createOwnAnswers(startStore(area), { find });
    await changeFollowUp({ subject: first, edit: { field: 'response', to: 'rejected' } }, null);
    expect(await findOwn({ keys: keysOfSubject(second) }, null)).toEqual([]);
    expect(await findOwn({ keys: keysOfSubject(first) }, null)).toMatchObject([{ response: 'rejected' }]);
    await changeFollowUp({ subject: second, edit: { field: 'response', to: 'accepted' } }, null);
    expect((await listOwn({ kind: 'follow-up', start: 0, isAnchored: true }, null)).total).toBe(2);
    expect(await findOwn({ keys: keysOfSubject(second) }, null)).toMatchObject([{ response: 'accepted' }]);
  });

  test('it is found where its post is another by now, and the library says so', async () => {
    const now: RecommendationSubject = { ...FIRST, post: 'post:new', words: 'Ministers may publish some.' };
    const find = async (records: readonly unknown[]) =>
      records.map((): Anchor => ({ kind: 'present', subject: now, hasSameWords: false }));
    const { changeFollowUp, findOwn } = createOwnAnswers(startStore(area), { find });
    await changeFollowUp({ subject: FIRST, edit: { field: 'response', to: 'rejected' } }, null);
    expect(await findOwn({ keys: keysOfSubject(now) }, null)).toMatchObject([{ response: 'rejected' }]);
  });
});

test('a note on a post is not on one of another month that says the same, and neither has its address', async () => {
  const { note, findOwn, describeOwn } = start();
  const later = { ...postOf(1), post: 'post:later', time: '2026-06-02T03:04' };
  await note(postOf(1), 'About January.');
  expect(await findOwn({ keys: keysOfSubject(later) }, null)).toEqual([]);
  expect((await note(later, 'About June.')).record?.texts).toEqual(['About June.']);
  expect(await describeOwn({}, null)).toMatchObject({ notes: 2 });
});

test('what is decided of a recommendation is not decided of the same sentence in another report', async () => {
  const { changeFollowUp, findOwn } = start();
  const of = (year: number): RecommendationSubject => ({
    ...RECOMMENDATION,
    thread: `thread:${year}`,
    post: `post:${year}`,
    publication: { id: `publication:${year}`, title: `Whitehall Monitor ${year}`, addresses: [] },
  });
  await changeFollowUp({ subject: of(2019), edit: { field: 'response', to: 'rejected' } }, null);
  expect(await findOwn({ keys: keysOfSubject(of(2025)) }, null)).toEqual([]);
  await changeFollowUp({ subject: of(2025), edit: { field: 'response', to: 'accepted' } }, null);
  expect(await findOwn({ keys: keysOfSubject(of(2019)) }, null)).toMatchObject([{ response: 'rejected' }]);
  expect(await findOwn({ keys: keysOfSubject(of(2025)) }, null)).toMatchObject([{ response: 'accepted' }]);
});

test('what was decided of one recommendation is not decided of another that begins alike', async () => {
  const { changeFollowUp, findOwn } = start();
  const words =
    'The government should publish an annual report to parliament that sets out its progress against its targets for';
  const about = (what: string): RecommendationSubject => ({
    ...RECOMMENDATION,
    thread: `thread on ${what}`,
    post: `post on ${what}`,
    words: `${words} ${what}.`,
  });
  await changeFollowUp({ subject: about('prisons'), edit: { field: 'response', to: 'accepted' } }, null);
  await changeFollowUp({ subject: about('schools'), edit: { field: 'response', to: 'rejected' } }, null);
  const found = async (what: string) => await findOwn({ keys: [...keysOfSubject(about(what))] }, null);
  expect(await found('prisons')).toMatchObject([{ response: 'accepted', subject: about('prisons') }]);
  expect(await found('schools')).toMatchObject([{ response: 'rejected', subject: about('schools') }]);
});

test('all are listed, the latest first, in parts of 100', async () => {
  const { note, changeFollowUp, listOwn } = start();
  for (let at = 0; at < 120; at += 1) await note(postOf(at), `Note ${at}.`);
  await changeFollowUp({ subject: RECOMMENDATION, edit: { field: 'progress', to: 'done' } }, null);
  await note(postOf(5), 'Note 5, later.', 'Note 5.');
  const first = await listOwn({ kind: 'note', start: 0, isAnchored: true }, null);
  const second = await listOwn({ kind: 'note', start: 100, isAnchored: true }, null);
  expect([first.total, first.items.length, first.anchors.length]).toEqual([120, 100, 100]);
  expect(first.items.slice(0, 2)).toMatchObject([{ texts: ['Note 5, later.'] }, { texts: ['Note 119.'] }]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(120);
});

test('what is kept nowhere is refused, and why crosses to the page in words', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  area.faults.set = new Error('No space left on device');
  const { note } = createNowhere();
  await expect(note(postOf(1), 'Seen.')).rejects.toThrow('not kept: full');
  expect(notKeptBecause(new Error('Error: not kept: full'))).toBe('full');
  expect(notKeptBecause(new Error('Could not establish connection.'))).toBe('refused');
});

/** With a database that refuses everything. */
function createNowhere() {
  const store = startStore(area, { openDatabase: () => Promise.reject(new DOMException('', 'SecurityError')) });
  const answers = createOwnAnswers(store, { find: async () => [] });
  return { note: (subject: PostSubject, to: string) => answers.changeNote({ subject, from: '', to }, null) };
}

test('what was repaired is told until it is seen', async () => {
  await start().note(postOf(1), 'Seen.');
  await deleteDB(OWN_NAME);
  const { describeOwn, acknowledgeRepairs } = start();
  expect(await describeOwn({}, null)).toMatchObject({ repairs: { inDatabase: 1 }, notes: 1 });
  await acknowledgeRepairs({}, null);
  expect(await describeOwn({}, null)).toMatchObject({ repairs: { inDatabase: 0 } });
});
