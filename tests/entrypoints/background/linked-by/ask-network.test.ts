import { expect, test } from 'vitest';
import type { AtUri } from '../../../../core/model/ids.ts';
import type { Failure } from '../../../../core/network/failure.ts';
import type { AskedSource } from '../../../../core/protocol/linked-by.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type AskDoors, askNetwork } from '../../../../entrypoints/background/linked-by/ask-network.ts';
import { REPORT } from '../../../core/linked-by/posts.ts';

type Answer = Result<unknown, Failure>;

const PAGE = { forms: [REPORT, `${REPORT}/`], addresses: [REPORT] };
const NOT_OFFERED: Failure = { kind: 'status', status: 400, error: null, message: null, until: null };
const LIMITED: Failure = { kind: 'limited', until: 99, isPaused: false };

const uriOf = (key: number) => `at://did:plc:a/app.bsky.feed.post/${String(key).padStart(6, '0')}`;
const records = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    did: 'did:plc:a',
    collection: 'app.bsky.feed.post',
    rkey: String(from + index).padStart(6, '0'),
  }));
const view = (uri: string, address = REPORT) => ({
  uri,
  cid: 'c',
  author: { did: 'did:plc:a', handle: 'a.example.com' },
  indexedAt: '2025-06-01T10:00:00.000Z',
  record: {
    $type: 'app.bsky.feed.post',
    text: 'here',
    createdAt: '2025-06-01T10:00:00.000Z',
    facets: [
      {
        index: { byteStart: 0, byteEnd: 4 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: address }],
      },
    ],
  },
});

interface Said {
  readonly backlinks?: (asked: number, cursor: string | null) => Answer;
  readonly search?: () => Answer;
  readonly posts?: (uris: readonly AtUri[], asked: number) => Answer;
  readonly isDue?: boolean;
}

/** A network that says so; what is not said is an empty index, no search, and every post there. */
function network({ backlinks, search, posts, isDue = true }: Said) {
  const asked = { index: 0, search: 0, posts: 0, refusals: 0, most: 0 };
  const doors: AskDoors = {
    finders: () => ({
      async backlinks(_, __, cursor) {
        asked.index += 1;
        return backlinks?.(asked.index, cursor) ?? succeed({ records: [], cursor: null });
      },
      async search() {
        asked.search += 1;
        return search?.() ?? fail(NOT_OFFERED);
      },
    }),
    posts: () => ({
      async posts(uris) {
        asked.posts += 1;
        asked.most = Math.max(asked.most, uris.length);
        return posts?.(uris, asked.posts) ?? succeed({ posts: uris.map((uri) => view(uri)) });
      },
    }),
    trial: {
      isDue: async () => isDue,
      noteRefusal: async () => {
        asked.refusals += 1;
      },
    },
    now: () => 5,
    within: () => new AbortController().signal,
  };
  return { asked, doors };
}

async function ask(said: Said) {
  const { asked, doors } = network(said);
  const found = await askNetwork(PAGE, doors);
  if (!found.ok) return expect.unreachable(found.error);
  const of = (name: AskedSource['name']) => found.value.sources.find((source) => source.name === name);
  return { asked, found: found.value, index: of('index'), search: of('search'), posts: of('posts') };
}

const firstOnly =
  (count: number): Required<Said>['backlinks'] =>
  (asked) =>
    succeed({ records: asked === 1 ? records(0, count) : [], cursor: null });

test('each form is asked for in each place, and each post that is named for what it says', async () => {
  const { asked, found, index, posts } = await ask({ backlinks: firstOnly(30) });
  expect(asked).toMatchObject({ index: 6, search: 1, posts: 2, most: 25 });
  expect(found.posts).toHaveLength(30);
  expect(found.posts[0]).toMatchObject({ fetched: { uri: uriOf(29) }, foundBy: ['index'] });
  expect(index).toMatchObject({ state: 'answered', found: 30, failure: null });
  expect(posts).toMatchObject({ state: 'answered', found: 30 });
});

test('posts that do not link to the page, are gone or were not asked for are not shown', async () => {
  const { found, posts } = await ask({
    backlinks: firstOnly(4),
    posts: () =>
      succeed({
        posts: [view(uriOf(0)), view(uriOf(1), 'https://instituteforgovernment.org.uk/publication/b'), view(uriOf(77))],
      }),
  });
  expect(found.posts.map(({ fetched }) => fetched.uri)).toEqual([uriOf(0)]);
  expect(posts).toMatchObject({ state: 'answered', found: 2 });
});

test('where nothing was named, no posts are asked for', async () => {
  const { asked, found, posts } = await ask({});
  expect(asked.posts).toBe(0);
  expect(found.posts).toEqual([]);
  expect(posts).toMatchObject({ state: 'not-asked', found: 0 });
});

test('what the search names is joined with what the index names', async () => {
  const search = () => succeed({ posts: [{ uri: uriOf(1) }, { uri: uriOf(5) }], cursor: 'more' });
  const { found, search: source } = await ask({ backlinks: firstOnly(2), search });
  expect(found.posts.map(({ fetched, foundBy }) => [fetched.uri, foundBy])).toEqual([
    [uriOf(5), ['search']],
    [uriOf(1), ['index', 'search']],
    [uriOf(0), ['index']],
  ]);
  // Its further pages are for who is signed in.
  expect(source).toMatchObject({ state: 'cut', found: 2 });
});

test('a search that refuses is not asked again on that day, and nothing else suffers from it', async () => {
  for (const status of [400, 401, 403, 404, 501]) {
    const failure = { ...NOT_OFFERED, status };
    const { asked, found, search } = await ask({ backlinks: firstOnly(1), search: () => fail(failure) });
    expect(asked.refusals).toBe(1);
    expect(search).toMatchObject({ state: 'not-offered', failure });
    expect(found.posts).toHaveLength(1);
  }
  const { asked, search } = await ask({ backlinks: firstOnly(1), isDue: false });
  expect(asked.search).toBe(0);
  expect(search).toMatchObject({ state: 'not-offered', failure: null });
});

test('a search that is busy or has a fault is asked again the next time', async () => {
  const later = Date.UTC(2030, 0, 1);
  for (const [failure, state] of [
    [{ kind: 'limited', until: later, isPaused: false }, 'too-many'],
    [{ ...NOT_OFFERED, status: 429 }, 'too-many'],
    [{ ...NOT_OFFERED, status: 503 }, 'refused'],
    [{ ...NOT_OFFERED, status: 502 }, 'refused'],
    [{ kind: 'unreadable', why: 'html', until: null }, 'refused'],
  ] as const) {
    const { asked, search } = await ask({ backlinks: firstOnly(1), search: () => fail(failure) });
    expect(asked.refusals).toBe(0);
    expect(search).toMatchObject({ state, failure });
  }
});

test('a search that is out of reach has refused nothing', async () => {
  const { asked, search } = await ask({ search: () => fail({ kind: 'offline' }) });
  expect(asked.refusals).toBe(0);
  expect(search).toMatchObject({ state: 'not-reached' });
  expect((await ask({ search: () => fail({ kind: 'cancelled' }) })).search).toMatchObject({ state: 'not-reached' });
});

test('an index that never ends is asked 40 times, and that is said', async () => {
  const { asked, found, index, posts } = await ask({
    backlinks: (number) => succeed({ records: records(0, 1), cursor: `c${number}` }),
  });
  expect(asked.index).toBe(40);
  expect(found.posts).toHaveLength(1);
  expect(index).toMatchObject({ state: 'cut', found: 1 });
  expect(posts).toMatchObject({ state: 'answered' });
});

test('500 posts are asked for; of a million records no more is, and that is said', async () => {
  const all = (number: number, cursor: string | null) => succeed({ records: records(number * 100, 100), cursor });
  const few = await ask({
    backlinks: (number, cursor) => (number <= 5 ? all(number, cursor) : succeed({ records: [] })),
  });
  expect(few.found.posts).toHaveLength(500);
  const endless = await ask({ backlinks: (number) => all(number, 'more') });
  expect(endless.asked).toMatchObject({ index: 5, posts: 20 });
  expect(endless.found.posts).toHaveLength(500);
  expect(endless.index).toMatchObject({ state: 'cut' });
  const million = succeed({ records: records(0, 1_000_000), cursor: null });
  const atOnce = await ask({ backlinks: () => million });
  expect(atOnce.found.posts).toHaveLength(100);
  expect(atOnce.index).toMatchObject({ state: 'cut' });
});

test('what both name together is bounded as well, and that is said', async () => {
  const { found, posts } = await ask({
    backlinks: (number) => succeed({ records: number <= 5 ? records(number * 100, 100) : [], cursor: null }),
    search: () =>
      succeed({ posts: records(900, 100).map(({ did, rkey }) => ({ uri: `at://${did}/app.bsky.feed.post/${rkey}` })) }),
  });
  expect(found.posts).toHaveLength(500);
  expect(found.posts[0]?.fetched.uri).toBe(uriOf(999));
  expect(posts).toMatchObject({ state: 'cut', found: 500 });
});

test('first pages come before second ones', async () => {
  const cursors: (string | null)[] = [];
  await ask({
    backlinks: (_, cursor) => {
      cursors.push(cursor);
      return succeed({ records: records(cursors.length, 1), cursor: cursor === null ? 'second' : null });
    },
  });
  expect(cursors).toEqual([...Array(6).fill(null), ...Array(6).fill('second')]);
});

test.each<[string, Answer, string]>([
  ['asked too often', fail(LIMITED), 'too-many'],
  ['out of reach', fail({ kind: 'unreachable' }), 'not-reached'],
  ['nonsense', succeed({ records: { length: 3 } }), 'refused'],
  ['too slow', fail({ kind: 'cancelled' }), 'cut'],
])('an index that is %s ends with what it named until then', async (_, answer, state) => {
  const { asked, found, index } = await ask({
    backlinks: (number) => (number === 1 ? succeed({ records: records(0, 2), cursor: null }) : answer),
  });
  expect(asked.index).toBe(2);
  expect(found.posts).toHaveLength(2);
  expect(index).toMatchObject({ state, found: 2, again: state === 'too-many' ? 99 : null });
});

test('what did not answer at all before patience ended was not reached', async () => {
  const { index, posts } = await ask({ backlinks: () => fail({ kind: 'cancelled' }) });
  expect(index).toMatchObject({ state: 'not-reached', failure: { kind: 'timed-out' }, found: 0 });
  expect(posts).toMatchObject({ state: 'not-asked' });
});

test('posts of which it was not said that they are still there are not shown', async () => {
  const { found, posts } = await ask({
    backlinks: firstOnly(60),
    posts: (uris, number) => (number === 2 ? fail(LIMITED) : succeed({ posts: uris.map((uri) => view(uri)) })),
  });
  expect(found.posts).toHaveLength(25);
  expect(posts).toMatchObject({ state: 'too-many', again: 99, found: 25 });
  const nonsense = await ask({ backlinks: firstOnly(1), posts: () => succeed({ posts: 7 }) });
  expect(nonsense.found.posts).toEqual([]);
  expect(nonsense.posts).toMatchObject({ state: 'refused', found: 0 });
});

test.each(['backlinks', 'search', 'posts'] as const)('consent that is taken back during %s ends it', async (during) => {
  const refused = fail<Failure>({ kind: 'not-allowed', purpose: 'ask' });
  const { doors } = network({ backlinks: firstOnly(1), [during]: () => refused });
  expect(await askNetwork(PAGE, doors)).toEqual({ ok: false, error: 'not-allowed' });
});
