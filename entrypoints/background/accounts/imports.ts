import { parseFeed } from '../../../core/link/parse-feed.ts';
import type { AccountRefusal, AccountRequests } from '../../../core/protocol/accounts.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { fail, succeed } from '../../../core/result.ts';
import { keptFetched } from '../../../core/sources/bluesky/kept.ts';
import { type FetchedPost, inFeedOrder } from '../../../core/sources/fetched-post.ts';
import type { CopyOf, NamedPlace } from './copy-of.ts';
import type { AccountRow, Incoming, PostRow } from './database.ts';
import { type FeedOf, knownOf } from './feed-of.ts';
import { linkOnly, UNEXPECTED } from './read-account.ts';
import type { QueueDoors, ReadingQueue } from './reading-queue.ts';
import { storedOrRefused } from './refusals.ts';

type Import = 'beginImport' | 'importPosts' | 'endImport' | 'cancelImport' | 'importText' | 'removeText';

interface Doors extends Pick<QueueDoors, 'store' | 'now' | 'onProgress'> {
  readonly queue: ReadingQueue;
  readonly feedOf: FeedOf;
  readonly copyOf: CopyOf;
}

const CUT_OFF = { kind: 'failed', failure: UNEXPECTED } as const satisfies AccountRefusal;

/** What the background answers to a page that reads a file: its posts come in parts, and count once all have come. */
export function createImportAnswers({
  store,
  now,
  queue,
  onProgress,
  feedOf,
  copyOf,
}: Doors): Pick<Answers<AccountRequests, unknown>, Import> {
  const placeOf = async (incoming: Incoming): Promise<NamedPlace> => {
    const { did, profile } = incoming.account;
    const place = { ...(await feedOf(incoming.account)), profile };
    if (profile.handle !== String(did) || (await store.read(did)) !== undefined) return place;
    return (await copyOf(rowOf(incoming, null, place), await store.readIncoming())) ?? place;
  };

  return {
    beginImport: (account) =>
      storedOrRefused(async () => {
        const number = now();
        await store.beginImport({ number, account, isEnded: false });
        return succeed(number);
      }),
    importPosts: ({ number, posts }) =>
      storedOrRefused(async () => ((await store.takeIn(number, posts)) ? succeed(null) : fail(CUT_OFF))),
    async endImport({ number }) {
      const own = await store.readImport(number).catch(() => undefined);
      if (own === undefined) return fail(CUT_OFF);
      const place = await placeOf(own);
      const ended = await storedOrRefused(async () =>
        succeed(
          await store.endImport(number, (incoming, posts, before) => {
            const known = knownOf(before);
            const row = rowOf(incoming, known, place);
            // Of a thread some may be stored already.
            return { row, posts: rowsOf(incoming, known === null ? keptOf(row, posts) : posts, known) };
          }),
        ),
      );
      if (!ended.ok) return ended;
      if (!ended.value) return fail(CUT_OFF);
      await queue.takeIn(own.account.did);
      onProgress();
      const failure = (await store.read(own.account.did))?.failure?.failure;
      return failure?.kind === 'not-taken' ? fail({ kind: 'not-stored' }) : succeed(null);
    },
    async cancelImport({ number }) {
      return { isEnded: await store.dropImport(number) };
    },
    async importText({ text }) {
      const feed = parseFeed(text);
      if (!feed.ok) return feed;
      return storedOrRefused(async () => {
        await queue.addText(feed.value, text);
        return succeed(null);
      });
    },
    async removeText({ feed }) {
      await queue.removeText(feed);
      return null;
    },
  };
}

function keptOf({ did, keep }: AccountRow, posts: readonly FetchedPost[]): readonly FetchedPost[] {
  return keep === 'all' ? posts : keptFetched(inFeedOrder(posts), did, keep);
}

/**
 * Posts of a file. What would have been kept when all of the account was read after it, and was not met then, is no more, as far as
 * is known: it is shown once the network has it.
 */
function rowsOf(
  { number, account: { did } }: Incoming,
  posts: readonly FetchedPost[],
  before: AccountRow | null,
): readonly PostRow[] {
  const rows = posts.map((post) => ({ did, ...post, seen: number }));
  const { sweptAt = null } = before ?? {};
  if (before === null || sweptAt === null) return rows;
  const wasKept = new Set(keptFetched(inFeedOrder(posts), did, before.keep).map(({ uri }) => uri));
  const isGone = ({ uri, post }: FetchedPost) => wasKept.has(uri) && Date.parse(post.time) < sweptAt;
  return rows.map((row) => (isGone(row) ? { ...row, missed: sweptAt } : row));
}

/**
 * The row of an account whose posts came from a file; what is known of it from the network stays, and so does a reading that is
 * under way or waits. A file never makes less be kept than before.
 */
function rowOf({ number, account: { did } }: Incoming, before: AccountRow | null, place: NamedPlace): AccountRow {
  const reading = linkOnly(number);
  if (before === null) {
    const unread = { renamed: [], readAt: null, sweptAt: null, hidden: null, linkedWith: null };
    return { ...unread, ...place, did, reading, failure: null, failures: 0, isLeaving: false };
  }
  const isMore = before.keep !== 'all' && place.keep === 'all';
  // What was not kept has to be read again.
  const known = { ...before, ...(isMore && { keep: place.keep, sweptAt: null }), isLeaving: false };
  return before.reading === null ? { ...known, reading, failure: null, failures: 0 } : known;
}
