import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feed } from '../../../core/model/feed.ts';
import { HITS_IN_PART, type SearchAnswer, type SearchHit, type SearchRequest } from '../../../core/protocol/search.ts';
import { changeLibrary } from '../../../entrypoints/background/library/change.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { LIBRARY_NAME, type LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import { generateFeed } from '../../bench/generated-feed.ts';
import { followUpOf, noteOn, ownOf, subjectsIn } from '../../core/search/own-made.ts';

const feed = generateFeed(300).feed;
/** The first posts and their recommendations, as another account has them. */
const copy: Feed = {
  ...feed,
  id: 'copy',
  profile: { ...feed.profile, handle: 'copy.example' },
  posts: feed.posts.slice(0, 100),
  threads: [],
  recommendations: feed.recommendations.slice(0, 20),
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
  return { text, order: 'relevance', start: 0, most: HITS_IN_PART, from: null, newSince: 0, ...rest };
}

/** As the stores find it, which is to be what memory does. */
async function find(text: string): Promise<SearchAnswer> {
  const answer = await stored.search(ask(text), [], own);
  expect(answer).toEqual(await memory.search(ask(text), [], own));
  return answer;
}

function recommended(hits: readonly SearchHit[]) {
  return hits.flatMap((hit) => (hit.kind === 'recommendation' ? [hit.recommendation.text] : []));
}

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
      accepted: 1,
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
