import type { Feed } from '../../../core/model/feed.ts';
import type { PostId, PublicationId } from '../../../core/model/ids.ts';
import { placesOf } from '../../../core/model/places.ts';
import type { Post } from '../../../core/model/post.ts';
import { makePages, type Page } from '../../../core/postings/pages.ts';
import { relatedTerms } from '../../../core/related/related.ts';
import { columnsOf, type StoredColumns } from '../../../core/search/columns.ts';
import { searchPagesOf } from '../../../core/search/indexes.ts';
import { writtenIn } from '../../../core/search/written.ts';
import type { Steps } from '../../../core/steps.ts';
import { minutesOf, momentOf } from '../../../core/text/minutes.ts';
import type {
  ConversationKey,
  ConversationRow,
  EntryRow,
  IndexName,
  LibrarySchema,
  SEGMENT_STORES,
  Segment,
} from './schema.ts';

type SegmentStore = (typeof SEGMENT_STORES)[number];

/** A row, and its key without the segment's number. */
type Row<Store extends SegmentStore> = readonly [
  key: readonly (number | string)[],
  value: LibrarySchema[Store]['value'],
];

/** All rows of a segment, by store. */
export type SegmentRows = { readonly [Store in SegmentStore]: readonly Row<Store>[] };

type PlainStore = 'posts' | 'threads' | 'recommendations';

/** What a feed says, as rows of one segment in the order of the feed. */
export function plainRows({ posts, threads, recommendations }: Feed): Pick<SegmentRows, PlainStore> {
  return {
    posts: posts.map((post, place) => [[place], post]),
    threads: threads.map((thread, place) => [[place], thread]),
    recommendations: recommendations.map((recommendation, place) => [[place], recommendation]),
  };
}

/** What is made of a feed, as rows of one segment; step by step, for a large feed takes long. */
export function* madeRows(feed: Feed): Steps<Omit<SegmentRows, PlainStore>> {
  const { posts, recommendations, publications } = feed;
  const conversations = yield* conversationsOf(feed);
  const recommended = byPublication(recommendations.map(({ publication }, place) => [publication, place]));
  const momentsOf = byPublication(
    posts.flatMap(({ time, publications: ids }) => ids.map((id) => [id, momentOf(time)] as const)),
  );
  const written = yield* writtenIn(feed);
  return {
    entries: publications.map((publication, place) => {
      const { id } = publication;
      const moments = momentsOf.get(id) ?? [];
      return [[place], { publication, moments, recommendations: recommended.get(id) ?? [] } satisfies EntryRow];
    }),
    conversations,
    pages: [
      ...(yield* pageRows('related', yield* relatedTerms(feed))),
      ...(yield* searchPagesOf(feed, written)).flatMap(rowsOfPages),
    ],
    columns: columnRows(yield* columnsOf(feed, written)),
  };
}

/** The pages of an index of documents, which are given as their terms. */
export function* pageRows(index: IndexName, documents: readonly (readonly string[])[]): Steps<Row<'pages'>[]> {
  return rowsOfPages([index, yield* makePages(documents)]);
}

function rowsOfPages([index, pages]: readonly [IndexName, readonly Page[]]): Row<'pages'>[] {
  return pages.map((page) => [[index, page.terms[0] ?? ''], page]);
}

/** Chromium keeps a row of more than 64 kB in a file of its own, which takes longer to read. */
const BYTES_IN_ROW = 48_000;

function columnRows(columns: StoredColumns): Row<'columns'>[] {
  return Object.entries(columns).flatMap(([name, bytes]: [string, Uint8Array]) => {
    const parts = Array.from({ length: Math.ceil(bytes.length / BYTES_IN_ROW) }, (_, part) => part);
    return parts.map(
      (part): Row<'columns'> => [[name, part], bytes.slice(part * BYTES_IN_ROW, (part + 1) * BYTES_IN_ROW)],
    );
  });
}

/** What is said of each publication, in its order. */
function byPublication<Said>(
  pairs: readonly (readonly [PublicationId | null, Said])[],
): ReadonlyMap<PublicationId | null, readonly Said[]> {
  const grouped = Map.groupBy(pairs, ([id]) => id);
  return new Map(Array.from(grouped, ([id, each]) => [id, each.map(([, said]) => said)]));
}

export function countRows(number: number, rows: SegmentRows): Segment {
  const { posts, threads, recommendations, entries, conversations, pages, columns } = rows;
  return {
    number,
    posts: posts.length,
    threads: threads.length,
    recommendations: recommendations.length,
    entries: entries.length,
    conversations: conversations.length,
    pages: pages.length,
    columns: columns.length,
  };
}

/** What the feed says of each publication: its threads, as far as they are about it, and posts alone. */
function* conversationsOf({ posts, threads, publications }: Feed): Steps<Row<'conversations'>[]> {
  const placeOf = placesOf(posts);
  const entryOf = placesOf(publications);
  const rows: Row<'conversations'>[] = [];
  const add = (thread: number | null, ids: readonly PostId[]) => {
    const all = ids.flatMap((id, index): Placed[] => {
      const place = placeOf.get(id) ?? -1;
      const post = posts[place];
      return post === undefined ? [] : [{ post, place, ordinal: thread === null ? null : index + 1 }];
    });
    for (const id of new Set(all.flatMap(({ post }) => post.publications))) {
      const entry = entryOf.get(id);
      const about = all.filter(({ post }) => post.publications.includes(id));
      if (entry !== undefined) rows.push(conversationRow([entry, rows.length], thread, about));
    }
  };
  for (const [place, thread] of threads.entries()) {
    add(place, thread.posts);
    yield;
  }
  for (const post of posts) {
    if (post.thread === null) add(null, [post.id]);
    yield;
  }
  return rows;
}

interface Placed {
  readonly post: Post;
  readonly place: number;
  readonly ordinal: number | null;
}

function conversationRow(
  [entry, number]: readonly [number, number],
  thread: number | null,
  about: readonly Placed[],
): Row<'conversations'> {
  const posts = about.map(({ post: { id, time }, place, ordinal }) => ({ id, place, time, ordinal }));
  const value: ConversationRow = { thread, posts };
  return [[entry, -minutesOf(posts[0]?.time ?? ''), number] satisfies Tail<ConversationKey>, value];
}

type Tail<Key> = Key extends [number, ...infer Rest] ? Rest : never;
