import type { Did } from '../../../core/model/ids.ts';
import type { AccountRow } from './database.ts';
import type { QueueDoors } from './reading-queue.ts';

/** The feed that an account has, or would have. */
export type FeedOf = (did: Did) => Promise<Pick<AccountRow, 'feed' | 'isBundled'>>;

export function createFeedOf({ store, bundle }: Pick<QueueDoors, 'store' | 'bundle'>): FeedOf {
  return async (did) => {
    const before = await store.read(did);
    if (before !== undefined) return before;
    const bundled = (await bundle.fetchIndex()).feeds.find(({ origin }) => isOf(origin, did));
    return { feed: bundled?.id ?? `bluesky:${did}`, isBundled: bundled !== undefined };
  };
}

function isOf(origin: { readonly kind: string; readonly did?: Did }, did: Did): boolean {
  return origin.did === did;
}
