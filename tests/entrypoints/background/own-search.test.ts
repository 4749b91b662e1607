import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feed } from '../../../core/model/feed.ts';
import { changeNote } from '../../../core/own/change.ts';
import { HITS_IN_PART, type SearchAnswer, type SearchHit, type SearchRequest } from '../../../core/protocol/search.ts';
import { changeLibrary } from '../../../entrypoints/background/library/change.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { LIBRARY_NAME, type LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import { generateFeed } from '../../bench/generated-feed.ts';
import { followUpOf, noteOn, ownOf, subjectsIn, WRITTEN_AT } from '../../core/search/own-made.ts';

const feed = generateFeed(300).feed;
/** The first posts and their recommendations, as another account has them. */
const copied = feed.posts.slice(0, 100);
const copiedIds = new Set(copied.map(({ id }) => id));
const copy: Feed = {
  ...feed,
  id: 'copy',
  profile: { ...feed.profile, handle: 'copy.example' },
  posts: copied,
  threads: [],
  recommendations: feed.recommendations.filter(({ post }) => copiedIds.has(post)),
};
const on = subjectsIn(feed);
const accepted = on.recommendation(4);
const due = on.recommendation(9);
const own = ownOf([
  noteOn(on.post(2), 'Ask the Treasury about this quango'),
  noteOn(on.post(250), 'Quangos again'),
  noteOn(on.publication(1), 'Cited in the briefing'),
  noteOn(accepted, 'See the response of March'),
  noteOn({ ...on.post(3), post: 'post:gone' }, 'Its quango is gone'),
  followUpOf(accepted, [
    { field: 'response', to: 'accepted' },
    { field: 'progress', to: 'under-way' },
  ]),
  followUpOf(due, [{ field: 'checkOn', to: '2025-12-01' }]),
  followUpOf(on.recommendation(15), [{ field: 'checkOn', to: '2025-12-02' }]),
]);

let database: LibraryDatabase;
let stored: Content;
const memory = memoryContent([feed, copy]);

beforeAll(async () => {
  await deleteDB(LIBRARY_NAME);
  database = await openDatabase({});
  for (const each of [feed, copy]) await changeLibrary(database, [{ kind: 'replace', feed: each, owner: 'added' }]);
  stored = storedContent(database, expect.unreachable);
});
afterAll(() => database.close());

function ask(text: string, rest: Partial<SearchRequest> = {}): SearchRequest {
  return { text, order: 'relevance', start: 0, most: HITS_IN_PART, from: null, newSince: Infinity, ...rest };
}

/** As the stores find it, which is to be what memory does. */
async function find(text: string, rest: Partial<SearchRequest> = {}): Promise<SearchAnswer> {
  const answer = await stored.search(ask(text, rest), [], own);
  expect(answer).toEqual(await memory.search(ask(text, rest), [], own));
  return answer;
}

function notesIn(hits: readonly SearchHit[]) {
  return hits.flatMap((hit) => (hit.kind === 'note' ? [hit.note.texts[0]] : []));
}

function recommended(hits: readonly SearchHit[]) {
  return hits.flatMap((hit) => (hit.kind === 'recommendation' ? [hit.recommendation.text] : []));
}

describe('notes are hits', () => {
  test('by their words in any form, the one first that holds little else', async () => {
    expect(notesIn((await find('quango ')).hits)).toEqual([
      'Quangos again',
      'Its quango is gone',
      'Ask the Treasury about this quango',
    ]);
    expect((await find('quango kind:post')).counts.kinds).toEqual({
      post: 0,
      recommendation: 0,
      publication: 0,
      note: 3,
    });
  });

  test('with the words marked where they stand', async () => {
    const { hits } = await find('kind:note treasury quang');
    expect(hits[0]?.foundIn).toEqual([
      {
        field: 'note',
        text: 'Ask the Treasury about this quango',
        ranges: [
          [8, 16],
          [28, 34],
        ],
      },
    ]);
  });

  test('by phrases, without words, and also by the title of what they are about', async () => {
    expect(notesIn((await find('"about this quango"')).hits)).toEqual(['Ask the Treasury about this quango']);
    expect(notesIn((await find('quango -treasury -gone')).hits)).toEqual(['Quangos again']);
    const { title } = on.publication(1).publication;
    const { hits } = await find(`briefing ${title}`);
    expect(notesIn(hits)).toEqual(['Cited in the briefing']);
    expect(hits[0]?.foundIn.map(({ field }) => field)).toEqual(['note', 'about']);
  });

  test('by the beginning of a word while it is typed, not once it is whole', async () => {
    expect((await find('quan')).counts.kinds.note).toBe(3);
    expect((await find('quan ')).counts.kinds.note).toBe(0);
  });

  test('so that nothing is corrected or left out that a note holds', async () => {
    expect((await find('treasury quango')).instead).toBeNull();
    expect((await find('quango zzzz')).instead).toEqual({ kind: 'some' });
  });

  test('which pass the filters of what they are about, and their own day', async () => {
    expect(notesIn((await find('kind:note account:copy.example')).hits).toSorted()).toEqual([
      'Ask the Treasury about this quango',
      'Cited in the briefing',
      'See the response of March',
    ]);
    expect(notesIn((await find('kind:note response:accepted')).hits)).toEqual(['See the response of March']);
    expect(notesIn((await find('kind:note from:2025-11-20 to:2025-11-20')).hits)).toHaveLength(5);
    expect((await find('kind:note to:2025-11-19')).total).toBe(0);
    expect((await find('kind:note has:note')).total).toBe(0);
    expect((await find('kind:note is:new')).total).toBe(0);
  });

  test('and say what they are about, or that it is gone', async () => {
    const { hits } = await find('kind:note');
    const items = hits.map((hit) => hit.kind === 'note' && [hit.note.texts[0], hit.item]);
    expect(Object.fromEntries(items as never)).toEqual({
      'Ask the Treasury about this quango': { kind: 'post', id: on.post(2).post },
      'Quangos again': { kind: 'post', id: on.post(250).post },
      'Cited in the briefing': { kind: 'publication', id: on.publication(1).publication.id },
      'See the response of March': { kind: 'recommendation', post: accepted.post, number: accepted.number },
      'Its quango is gone': null,
    });
  });

  test('in the order of days, with all else', async () => {
    const { hits, total, counts } = await stored.search(ask('', { order: 'day' }), [], own);
    expect(total).toBe(counts.kinds.post + counts.kinds.publication + counts.kinds.recommendation + 5);
    expect(hits.map(({ day }) => day)).toEqual(
      hits
        .map(({ day }) => day)
        .toSorted()
        .toReversed(),
    );
    expect(counts.months.reduce((sum, { hits: each }) => sum + each, 0)).toBe(total);
  });

  test('whatever time they say', async () => {
    const odd = [-1, 8.7e15, 1e300, 253_402_300_799_999].map((at, place) => noteOn(on.post(place), 'odd time', at));
    const { hits, counts } = await memory.search(ask('kind:note'), [], ownOf(odd));
    expect(hits.map(({ day }) => day)).toEqual(['9999-12-31', null, null, null]);
    expect(counts.months[0]).toEqual({ month: '9999-12', hits: 1 });
  });
});

describe('what was written of a recommendation', () => {
  const followed = ownOf([
    followUpOf(due, [
      { field: 'remark', from: '', to: 'Quangocrats were asked' },
      {
        field: 'evidence',
        from: null,
        to: {
          id: '1',
          address: 'https://example.org/',
          title: 'Zanzibar protocol',
          quotation: 'We accept',
          day: null,
          remark: '',
        },
      },
    ]),
  ]);

  test.each([
    ['quangocrats', 'Quangocrats were asked'],
    ['zanzibar prot', 'Zanzibar protocol'],
    ['"zanzibar protocol"', 'Zanzibar protocol'],
  ])('finds it: %s', async (text, shown) => {
    const answer = await stored.search(ask(text), [], followed);
    expect(answer).toEqual(await memory.search(ask(text), [], followed));
    expect(recommended(answer.hits)).toEqual([due.words]);
    expect(answer.hits[0]?.foundIn).toMatchObject([{ field: 'follow-up', text: shown }]);
    expect(answer.instead).toBeNull();
  });

  test('leaves it out by a word, too', async () => {
    const [word = ''] = due.words.match(/[a-z]{6,}/) ?? [];
    const all = await stored.search(ask(`${word} kind:recommendation`), [], followed);
    const without = await stored.search(ask(`${word} kind:recommendation -zanzibar`), [], followed);
    expect(without.total).toBe(all.total - 1);
  });
});

describe('what the reader wrote filters', () => {
  test('what has a note', async () => {
    const { total, hits, counts } = await find('has:note');
    expect(total).toBe(4);
    expect(hits.map(({ kind }) => kind).toSorted()).toEqual(['post', 'post', 'publication', 'recommendation']);
    expect(counts.own.notes).toBe(4);
    expect((await find('has:note kind:post account:copy.example')).total).toBe(1);
  });

  test('what has a follow-up: recommendations, their posts and publications', async () => {
    const { hits, counts } = await find('has:follow-up');
    expect(counts.own.followUps).toBe(hits.length);
    expect(recommended(hits)).toHaveLength(3);
    expect(counts.kinds).toMatchObject({
      recommendation: 3,
      post: new Set([accepted, due, on.recommendation(15)].map(({ post }) => post)).size,
    });
    expect((await find('has:follow-up has:note')).total).toBe(
      (await find('has:note')).hits.filter((hit) => hits.some((each) => JSON.stringify(each) === JSON.stringify(hit)))
        .length,
    );
  });

  test('how recommendations stand', async () => {
    expect(recommended((await find('response:accepted')).hits)).toEqual([accepted.words]);
    expect(recommended((await find('progress:under-way response:accepted')).hits)).toEqual([accepted.words]);
    expect((await find('response:rejected')).total).toBe(0);
    const { total, counts } = await find('response:none');
    expect(total).toBe(feed.recommendations.length - 1);
    expect(counts.own.responses).toEqual({
      none: total,
      // The recommendation and the note on it.
      accepted: 2,
      'accepted-in-part': 0,
      rejected: 0,
      superseded: 0,
    });
    expect(counts.own.progress).toEqual({ 'not-started': total, 'under-way': 0, 'done-in-part': 0, done: 0 });
  });

  test('what is due by today', async () => {
    const { hits, counts } = await find('is:due');
    expect(recommended(hits)).toEqual([due.words]);
    expect(counts.own.due).toBe(1);
    expect((await find('')).counts.own.due).toBe(1);
  });
});

describe('what was written since a time is new', () => {
  const before = { newSince: WRITTEN_AT - 1 };
  const after = { newSince: WRITTEN_AT };
  const newOf = ({ hits }: SearchAnswer) => hits.filter(({ isNew }) => isNew).length;

  test.each([
    ['kind:note', 5, 5],
    ['kind:note quango', 3, 3],
    ['kind:note is:new', 5, 5],
    ['has:note', 4, 4],
    ['has:note is:new', 4, 4],
    ['response:accepted', 1, 2],
    ['progress:under-way', 1, 2],
  ])('in a search that asks for it: %s', async (text, count, total) => {
    const answer = await find(text, before);
    expect([newOf(answer), answer.counts.new, answer.total]).toEqual([count, count, total]);
    const later = await find(text, after);
    expect([newOf(later), later.counts.new, later.total]).toEqual([0, 0, text.includes('is:new') ? 0 : total]);
  });

  test.each(['', 'quango', 'has:note kind:note'])('and in no other: “%s”', async (text) => {
    const answer = await find(text, before);
    expect([newOf(answer), answer.counts.new]).toEqual([0, 0]);
  });

  test('but not what was changed since, for it is known', async () => {
    const subject = on.post(2);
    const first = noteOn(subject, 'Ask');
    const changed = changeNote(first, subject, { from: 'Ask', to: 'Ask again' }, { at: WRITTEN_AT + 9, by: 'here' });
    if (changed?.kind !== 'note') throw new Error('no note');
    const { hits, counts } = await memory.search(ask('kind:note', after), [], ownOf([changed]));
    expect([hits.length, hits[0]?.isNew, counts.new]).toEqual([1, false, 0]);
  });
});

test('what was written is found where its post is by now: the library may have changed', async () => {
  await changeLibrary(database, [{ kind: 'remove', id: feed.id }]);
  const left = await stored.search(ask('kind:note'), [], own);
  expect(left).toEqual(await memoryContent([copy]).search(ask('kind:note'), [], own));
  expect(left.hits.flatMap((hit) => (hit.kind === 'note' && hit.item === null ? [hit.note.texts[0]] : []))).toContain(
    'Quangos again',
  );
  await changeLibrary(database, [{ kind: 'replace', feed, owner: 'added' }]);
  const again = await stored.search(ask('kind:note'), [], own);
  expect(again.hits.filter((hit) => hit.kind === 'note' && hit.item === null)).toHaveLength(1);
});
