import { arrangeConversations } from '../../../core/gloss/conversations.ts';
import type { GlossRecommendation, RecommendationSource } from '../../../core/gloss/gloss.ts';
import { arrangeRecommendations } from '../../../core/gloss/recommended.ts';
import type { FeedId, PostId, PublicationId } from '../../../core/model/ids.ts';
import type { Match } from '../../../core/model/match.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import { runsOf } from './runs.ts';
import {
  below,
  type ConversationPost,
  type FeedRow,
  type PublicationRow,
  type Reading,
  type RowKey,
} from './schema.ts';

/** A conversation that is to be shown, before its posts are read. */
export interface Head {
  readonly feed: FeedId;
  readonly segment: number;
  /** The thread's place in the segment; null for a post alone. */
  readonly thread: number | null;
  readonly posts: readonly ConversationPost[];
}

/** All that is said about a match, without its texts. */
export interface StoredSaid {
  readonly publication: PublicationRow | null;
  /** In the order in which they came. */
  readonly feeds: readonly FeedRow[];
  /** The newest first, each post once. */
  readonly heads: readonly Head[];
  readonly recommendations: readonly GlossRecommendation[];
}

/** Reads what is said about a match: of a publication, or else the posts that are related. */
export async function readSaid(reading: Reading, { publication: id, relatedPosts }: Match): Promise<StoredSaid> {
  const feeds = await readFeedRows(reading);
  const publication = id === null ? null : await readPublication(reading, id);
  const entries = publication?.entries ?? [];
  const found = await (id === null ? readRelated(reading, relatedPosts) : readConversations(reading, entries));
  const heads = arrangeConversations<ConversationPost, Head>(inOrderOf(feeds, found));
  const sources = new Map(
    heads.flatMap(({ feed, posts }) =>
      posts.map(({ id: post, time, ordinal }) => [post, { time, feed, ordinal }] as const),
    ),
  );
  const recommendations = await readRecommended(reading, feeds, { entries, sources });
  return { publication, feeds, heads, recommendations };
}

/** What is recommended in entries of a publication, by section, each once; `sources` says what is known of the posts. */
export async function readRecommended(
  reading: Reading,
  feeds: readonly FeedRow[],
  {
    entries,
    sources,
  }: { readonly entries: readonly RowKey[]; readonly sources: ReadonlyMap<PostId, RecommendationSource> },
): Promise<GlossRecommendation[]> {
  const recommended = inOrderOf(feeds, await readRecommendations(reading, entries));
  return arrangeRecommendations(
    recommended.map(({ recommendation }) => recommendation),
    sources,
  );
}

export async function readPublication(reading: Reading, id: PublicationId): Promise<PublicationRow | null> {
  return (await reading.objectStore('publications').index('members').get(id)) ?? null;
}

/** A post about a publication, and where it is stored. */
export interface PostKey {
  readonly id: PostId;
  readonly key: RowKey;
}

/** The posts about a publication, each once; `order` says which place each segment has among all, the newest posts first. */
export async function readPostKeys(
  reading: Reading,
  { entries }: PublicationRow,
  order: ReadonlyMap<number, number>,
): Promise<readonly PostKey[]> {
  const store = reading.objectStore('conversations');
  const read = entries.map(async ([segment, entry]) => {
    const rows = await store.getAll(below(segment, entry));
    return rows.flatMap((row) => row.posts.map(({ id, place }) => ({ id, key: [segment, place] satisfies RowKey })));
  });
  const placeOf = (segment: number) => order.get(segment) ?? 0;
  const found = (await Promise.all(read)).flat();
  const sorted = found.sort((a, b) => placeOf(a.key[0]) - placeOf(b.key[0]) || a.key[1] - b.key[1]);
  return [...new Map(sorted.map((post) => [post.id, post] as const).reverse()).values()].reverse();
}

/** In the order in which they came. */
export async function readFeedRows(reading: Pick<Reading, 'objectStore'>): Promise<readonly FeedRow[]> {
  const rows = await reading.objectStore('feeds').getAll();
  return rows.toSorted((a, b) => (a.segments[0]?.number ?? 0) - (b.segments[0]?.number ?? 0));
}

/** Something of a segment, and its place among others of its kind there. */
interface InSegment {
  readonly segment: number;
  readonly number: number;
}

interface FoundHead extends InSegment, Omit<Head, 'feed'> {}

async function readConversations(reading: Reading, entries: readonly RowKey[]): Promise<readonly FoundHead[]> {
  const store = reading.objectStore('conversations');
  const read = entries.map(async ([segment, entry]) => {
    const range = below(segment, entry);
    const [keys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return rows.map((row, index) => ({ ...row, segment, number: keys[index]?.[3] ?? 0 }));
  });
  return joinThreads((await Promise.all(read)).flat());
}

/** A thread that is about several entries of one publication is one conversation. */
function joinThreads(heads: readonly FoundHead[]): FoundHead[] {
  const joined = new Map<string, FoundHead>();
  for (const head of heads) {
    const key = head.thread === null ? `${head.segment} ${head.number}` : `${head.segment} thread ${head.thread}`;
    const before = joined.get(key);
    joined.set(key, before === undefined ? head : { ...before, posts: inReadingOrder(before.posts, head.posts) });
  }
  return [...joined.values()];
}

function inReadingOrder(one: readonly ConversationPost[], other: readonly ConversationPost[]): ConversationPost[] {
  const posts = new Map([...one, ...other].map((post) => [post.id, post]));
  return [...posts.values()].sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
}

/** Posts by their ids, those of one thread together. */
async function readRelated(reading: Reading, ids: readonly PostId[]): Promise<readonly FoundHead[]> {
  const posts = await Promise.all([...new Set(ids)].map((id) => readRelatedPost(reading, id)));
  const found = posts.flat();
  const threads = found.filter(({ thread }) => thread !== null).sort((a, b) => (a.thread ?? 0) - (b.thread ?? 0));
  const alone = found.filter(({ thread }) => thread === null).sort((a, b) => a.number - b.number);
  return joinThreads([...threads, ...alone]).map((head, number) => ({ ...head, number }));
}

async function readRelatedPost(reading: Reading, id: PostId): Promise<readonly FoundHead[]> {
  const byId = reading.objectStore('posts').index('id');
  const [keys, posts] = await Promise.all([byId.getAllKeys(id), byId.getAll(id)]);
  const heads = posts.map(async ({ time, thread }, index): Promise<FoundHead | null> => {
    const [segment, place] = keys[index] ?? [0, 0];
    const post = { id, place, time };
    if (thread === null) return { segment, thread: null, number: place, posts: [{ ...post, ordinal: null }] };
    const threads = reading.objectStore('threads').index('id');
    const own = (await threads.getAllKeys(thread)).find(([of]) => of === segment);
    if (own === undefined) return null;
    const order = (await reading.objectStore('threads').get(own))?.posts ?? [];
    return { segment, thread: own[1], number: place, posts: [{ ...post, ordinal: order.indexOf(id) + 1 }] };
  });
  return (await Promise.all(heads)).filter((head) => head !== null);
}

interface Recommended extends InSegment {
  readonly recommendation: Recommendation;
}

/** Those that stand in a row are read at once: a popular report has thousands, from few threads. */
async function readRecommendations(reading: Reading, entries: readonly RowKey[]): Promise<readonly Recommended[]> {
  const rows = await Promise.all(entries.map((key) => reading.objectStore('entries').get(key)));
  const store = reading.objectStore('recommendations');
  const read = rows.flatMap((row, index) => {
    const segment = entries[index]?.[0] ?? 0;
    const runs = runsOf((row?.recommendations ?? []).map((number): RowKey => [segment, number]));
    return runs.map(async ({ first, last }) => {
      const found = await store.getAll(IDBKeyRange.bound(first, last));
      return found.map((recommendation, place): Recommended => ({ recommendation, segment, number: first[1] + place }));
    });
  });
  return (await Promise.all(read)).flat();
}

/** What belongs to a feed, feed by feed, and in each as there: its newest segment first. What no feed has is left out. */
export function inOrderOf<Item extends InSegment>(
  feeds: readonly FeedRow[],
  items: readonly Item[],
): (Item & { readonly feed: FeedId })[] {
  const owners = new Map(
    feeds.flatMap(({ id, segments }, order) => segments.map(({ number }) => [number, { id, order }] as const)),
  );
  return items
    .flatMap((item) => {
      const owner = owners.get(item.segment);
      return owner === undefined ? [] : [{ ...item, feed: owner.id, order: owner.order }];
    })
    .sort((a, b) => a.order - b.order || b.segment - a.segment || a.number - b.number);
}
