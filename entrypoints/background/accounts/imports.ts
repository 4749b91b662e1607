import { parseFeed } from '../../../core/link/parse-feed.ts';
import type { AccountRefusal, AccountRequests } from '../../../core/protocol/accounts.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { fail, succeed } from '../../../core/result.ts';
import { keptFetched } from '../../../core/sources/bluesky/kept.ts';
import { type FetchedPost, inFeedOrder } from '../../../core/sources/fetched-post.ts';
import type { AccountRow, Incoming } from './database.ts';
import type { FeedOf, Place } from './feed-of.ts';
import { beginReading, UNEXPECTED } from './read-account.ts';
import type { QueueDoors, ReadingQueue } from './reading-queue.ts';
import { storedOrRefused } from './refusals.ts';

type Import = 'beginImport' | 'importPosts' | 'endImport' | 'cancelImport' | 'importText' | 'removeText';

interface Doors extends Pick<QueueDoors, 'store' | 'now' | 'onProgress'> {
  readonly queue: ReadingQueue;
  readonly feedOf: FeedOf;
}

const CUT_OFF = { kind: 'failed', failure: UNEXPECTED } as const satisfies AccountRefusal;

/** What the background answers to a page that reads a file: its posts come in parts, and count once all have come. */
export function createImportAnswers({
  store,
  now,
  queue,
  onProgress,
  feedOf,
}: Doors): Pick<Answers<AccountRequests, unknown>, Import> {
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
      const place = await feedOf(own.account);
      const ended = await storedOrRefused(async () =>
        succeed(
          await store.endImport(number, (incoming, posts, before) => ({
            row: rowOf(incoming, before ?? null, place),
            // Of a thread some may be stored already.
            posts: before === undefined ? keptOf(incoming, posts) : posts,
          })),
        ),
      );
      if (!ended.ok) return ended;
      if (!ended.value) return fail(CUT_OFF);
      await queue.finish(own.account.did);
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

function keptOf({ account: { did, keep } }: Incoming, posts: readonly FetchedPost[]): readonly FetchedPost[] {
  return keep === 'all' ? posts : keptFetched(inFeedOrder(posts), did, keep);
}

/** The row of an account whose posts came from a file; what is known of it from the network stays. */
function rowOf(
  { number, account: { did, profile, keep } }: Incoming,
  before: AccountRow | null,
  place: Place,
): AccountRow {
  const reading = { ...beginReading('accounts', number), phase: 'link', isStopped: true } as const;
  const unread = { renamed: [], readAt: null, sweptAt: null, hidden: null, linkedWith: null, ...place };
  const known = before === null ? { ...unread, profile } : before;
  return { ...known, did, keep, reading, failure: null, failures: 0, isLeaving: false };
}
