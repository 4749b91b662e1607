import type { Feed } from '../../../core/model/feed.ts';
import type { Did, FeedId, Handle } from '../../../core/model/ids.ts';
import type { AccountRow } from './database.ts';
import type { QueueDoors } from './reading-queue.ts';

export type Place = Pick<AccountRow, 'feed' | 'isBundled' | 'ifAnother' | 'keep'>;

/** The account that a place is looked for: `keep` is what its reader wants kept where it has a feed of its own. */
export type Placed = Pick<AccountRow, 'did' | 'profile' | 'keep'>;

/**
 * The feed that an account has, or would have, and what is kept in it. One that has the name of a bundled feed's, or of a page's
 * that was saved as text, is taken for that, until what it has written shows whether it is, unless another account is known
 * to be that one. Of what is joined with such a copy nothing goes because it is not kept.
 */
export type FeedOf = (account: Placed) => Promise<Place>;

export function createFeedOf({ store, bundle }: Pick<QueueDoors, 'store' | 'bundle'>): FeedOf {
  return async ({ did, profile: { handle }, keep }) => {
    const rows = await store.readAll();
    const before = knownOf(rows.find((row) => row.did === did));
    if (before !== null) return placeOf(before, keep);
    const isFree = (id: FeedId) => !rows.some((row) => row.did !== did && row.feed === id && isJoined(row));
    const bundled = (await bundle.fetchIndex()).feeds.find((feed) => isOf(feed, did, handle) && isFree(feed.id));
    if (bundled !== undefined) return { feed: bundled.id, isBundled: true, ifAnother: keep, keep: 'all' };
    const texts = await store.readTexts();
    const page = texts.find((text) => isSameHandle(text.profile.handle, handle) && isFree(text.feed));
    if (page === undefined) return { ...ownPlace(did), keep };
    return { feed: page.feed, isBundled: false, ifAnother: keep, keep: 'all' };
  };
}

export function ownPlace(did: Did): Pick<Place, 'feed' | 'isBundled'> {
  return { feed: `bluesky:${did}`, isBundled: false };
}

/** What is known of an account: of one that was only taken for a bundled feed's, nothing that a feed of its own would have. */
export function knownOf(row: AccountRow | null | undefined): AccountRow | null {
  return row === undefined || row?.hidden?.why === 'another' ? null : row;
}

/** Whether an account is known to be the one whose feed it has: what it has written says so, or is a feed by itself. */
export function isJoined({ linkedWith, hidden }: AccountRow): boolean {
  return linkedWith !== null && hidden?.why !== 'another';
}

function placeOf({ feed, isBundled, ifAnother, keep: kept }: AccountRow, keep: Placed['keep']): Place {
  const isCopy = isBundled || ifAnother !== undefined;
  return {
    feed,
    isBundled,
    keep: isCopy || kept === 'all' ? 'all' : keep,
    ...(ifAnother !== undefined && { ifAnother }),
  };
}

function isOf({ origin, profile }: Feed, did: Did, handle: Handle): boolean {
  return origin.kind === 'bluesky' ? origin.did === did : isSameHandle(profile.handle, handle);
}

function isSameHandle(a: Handle, b: Handle): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
