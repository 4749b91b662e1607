import { longestOf } from '../../../core/browse/longest.ts';
import { aroundPost } from '../../../core/browse/post-in-thread.ts';
import { type PlacedColumns, threadsPart } from '../../../core/browse/thread-order.ts';
import { findDoubtful, isPartOf } from '../../../core/browse/thread-parts.ts';
import { feedOrigin } from '../../../core/gloss/feed-origin.ts';
import type { FeedId, PostId, PublicationId, ThreadId } from '../../../core/model/ids.ts';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { idOfQuoted } from '../../../core/model/quoted.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import type { Thread } from '../../../core/model/thread.ts';
import { present } from '../../../core/postings/damage.ts';
import type { PostDetails, ThreadDetails, ThreadLine, ThreadList } from '../../../core/protocol/library-page.ts';
import { NO_COPIES } from '../../../core/search/copies.ts';
import { readMeta } from './meta.ts';
import type { FeedRow, Reading, RowKey } from './schema.ts';
import { inOrderOf, readFeedRows, readPublication } from './stored-said.ts';

/** A part of all threads; the rows of that part alone are read. */
export async function listThreads(reading: Reading, start: number): Promise<ThreadList> {
  const feeds = await readFeedRows(reading);
  const columns = present(await readMeta(reading, 'threads')).map((each) => ({ ...each, number: 0 }));
  const inOrder = inOrderOf(feeds, columns);
  const owners = new Map(inOrder.map(({ segment, feed }) => [segment, feed]));
  const { items, total } = threadsPart(inOrder, start, await findParts(reading, inOrder));
  const publicationOf = readPublicationsOnce(reading);
  const lines = items.map(async ({ segment, place, opening, recommendations }): Promise<ThreadLine> => {
    const thread = present(await reading.objectStore('threads').get([segment, place]));
    const first = opening === -1 ? null : present(await reading.objectStore('posts').get([segment, opening]));
    return {
      thread,
      feed: owners.get(segment) ?? '',
      opening: first?.text ?? '',
      publication: await publicationOf(thread.publication),
      recommendations,
    };
  });
  return { items: await Promise.all(lines), total };
}

/** The threads that are a part of one that another feed has; of each what stands for its id. */
async function findParts(reading: Reading, all: readonly PlacedColumns[]): Promise<ReadonlySet<number>> {
  const copies = (await readMeta(reading, 'copies')) ?? NO_COPIES;
  const threads = reading.objectStore('threads');
  const wholeAt = async (post: RowKey): Promise<Thread | null> => {
    const { thread: id } = present(await reading.objectStore('posts').get(post));
    const keys = id === null ? [] : await threads.index('id').getAllKeys(id);
    const key = keys.find(([segment]) => segment === post[0]);
    return key === undefined ? null : present(await threads.get(key));
  };
  const found = findDoubtful(all, copies.posts).map(async ({ id, segment, place, elsewhere }) => {
    const thread = present(await threads.get([segment, place]));
    const others = await Promise.all(elsewhere.map(([of, number]) => wholeAt([of, number])));
    return others.some((whole) => whole !== null && isPartOf(thread, whole)) ? [id] : [];
  });
  return new Set((await Promise.all(found)).flat());
}

export async function describeThread(reading: Reading, id: ThreadId): Promise<ThreadDetails | null> {
  const feeds = await readFeedRows(reading);
  const index = reading.objectStore('threads').index('id');
  const [keys, threads] = await Promise.all([index.getAllKeys(id), index.getAll(id)]);
  const copies = threads.map((thread, at) => ({ thread, ...placeOf(keys[at]) }));
  const copy = longestOf(inOrderOf(feeds, copies));
  if (copy === null) return null;
  const { thread, segment } = copy;
  return {
    thread,
    posts: await readPostsOf(reading, segment, thread),
    recommendations: await readRecommendationsOf(reading, copy),
    publication: await readPublicationsOnce(reading)(thread.publication),
    feed: originOf(feeds, copy.feed),
  };
}

export async function describePost(reading: Reading, id: PostId): Promise<PostDetails | null> {
  const feeds = await readFeedRows(reading);
  const index = reading.objectStore('posts').index('id');
  const [keys, posts] = await Promise.all([index.getAllKeys(id), index.getAll(id)]);
  const read = posts.map((post, at) => readCopy(reading, post, placeOf(keys[at])));
  const copy = longestOf(inOrderOf(feeds, await Promise.all(read)));
  if (copy === null) return null;
  const { post, thread, segment, place } = copy;
  const inThread = thread === null ? [post] : await readPostsOf(reading, segment, thread);
  const recommended = thread === null ? [] : await readRecommendationsOf(reading, { segment, thread, number: place });
  const publicationOf = readPublicationsOnce(reading);
  const publications = await Promise.all(post.publications.map(publicationOf));
  return {
    post,
    feed: originOf(feeds, copy.feed),
    thread,
    ...aroundPost(id, inThread),
    publications: [...new Set(publications.filter((publication) => publication !== null))],
    recommendations: recommended.filter((recommendation) => recommendation.post === id),
    quoted: await readQuoted(reading, feeds, post),
  };
}

async function readQuoted(reading: Reading, feeds: readonly FeedRow[], post: Post): Promise<Post | null> {
  const id = idOfQuoted(post);
  if (id === null) return null;
  const index = reading.objectStore('posts').index('id');
  const [keys, posts] = await Promise.all([index.getAllKeys(id), index.getAll(id)]);
  const copies = posts.map((each, at) => ({ post: each, ...placeOf(keys[at]) }));
  return inOrderOf(feeds, copies)[0]?.post ?? null;
}

/** Where something stands in its segment. */
interface Standing {
  readonly segment: number;
  readonly number: number;
}

function placeOf([segment, number]: readonly [number, number] = [0, 0]): Standing {
  return { segment, number };
}

/** A post with its thread, and that one's place, in the same segment. */
async function readCopy(reading: Reading, post: Post, { segment, number }: Standing) {
  const alone = { post, segment, number, thread: null, place: 0 };
  if (post.thread === null) return alone;
  const keys = await reading.objectStore('threads').index('id').getAllKeys(post.thread);
  const key = keys.find(([of]) => of === segment);
  return key === undefined
    ? alone
    : { ...alone, thread: present(await reading.objectStore('threads').get(key)), place: key[1] };
}

/** In reading order, as far as the segment has them. */
async function readPostsOf(reading: Reading, segment: number, { posts }: Thread): Promise<Post[]> {
  const store = reading.objectStore('posts');
  const read = posts.map(async (id) => {
    const key = (await store.index('id').getAllKeys(id)).find(([of]) => of === segment);
    return key === undefined ? [] : [present(await store.get(key))];
  });
  return (await Promise.all(read)).flat();
}

async function readRecommendationsOf(
  reading: Reading,
  { segment, number, thread }: Standing & { readonly thread: Thread },
): Promise<Recommendation[]> {
  const columns = (await readMeta(reading, 'threads'))?.find((each) => each.segment === segment);
  const [first = 0, end = 0] = [columns?.firstRecommended[number], columns?.endRecommended[number]];
  if (first === end) return [];
  const range = IDBKeyRange.bound([segment, first], [segment, end - 1]);
  const found = await reading.objectStore('recommendations').getAll(range);
  return found.filter((recommendation) => recommendation.thread === thread.id);
}

/** Reads each publication once; null for none, and for one that the library does not hold. */
function readPublicationsOnce(reading: Reading) {
  const known = new Map<PublicationId, Promise<Publication | null>>();
  return async (id: PublicationId | null): Promise<Publication | null> => {
    if (id === null) return null;
    const read = known.get(id) ?? readPublication(reading, id).then((row) => row?.publication ?? null);
    known.set(id, read);
    return read;
  };
}

function originOf(feeds: readonly FeedRow[], id: FeedId) {
  return feedOrigin(present(feeds.find((feed) => feed.id === id)));
}
