import type { Feed } from '../../../core/model/feed.ts';
import type { Did, Handle } from '../../../core/model/ids.ts';
import type { AccountRow } from './database.ts';
import type { QueueDoors } from './reading-queue.ts';

export type Place = Pick<AccountRow, 'feed' | 'isBundled' | 'ifAnother'>;

/** The account that a place is looked for: `keep` is what its reader wants kept where it has a feed of its own. */
export type Placed = Pick<AccountRow, 'did' | 'profile' | 'keep'>;

/**
 * The feed that an account has, or would have. One that has the name of a bundled feed's, or of a page's that was saved as
 * text, is taken for that, until what it has written shows whether it is.
 */
export type FeedOf = (account: Placed) => Promise<Place>;

export function createFeedOf({ store, bundle }: Pick<QueueDoors, 'store' | 'bundle'>): FeedOf {
  return async ({ did, profile: { handle }, keep }) => {
    const before = await store.read(did);
    // What was taken for a bundled feed's and is none is asked for by itself now.
    if (before !== undefined && before.hidden?.why !== 'another') return placeOf(before);
    const bundled = (await bundle.fetchIndex()).feeds.find((feed) => isOf(feed, did, handle));
    if (bundled !== undefined) return { feed: bundled.id, isBundled: true, ifAnother: keep };
    const page = (await store.readTexts()).find((text) => isSameHandle(text.profile.handle, handle));
    return page === undefined ? ownPlace(did) : { feed: page.feed, isBundled: false, ifAnother: keep };
  };
}

export function ownPlace(did: Did): Place {
  return { feed: `bluesky:${did}`, isBundled: false };
}

function placeOf({ feed, isBundled, ifAnother }: AccountRow): Place {
  return { feed, isBundled, ...(ifAnother !== undefined && { ifAnother }) };
}

function isOf({ origin, profile }: Feed, did: Did, handle: Handle): boolean {
  return origin.kind === 'bluesky' ? origin.did === did : isSameHandle(profile.handle, handle);
}

function isSameHandle(a: Handle, b: Handle): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
