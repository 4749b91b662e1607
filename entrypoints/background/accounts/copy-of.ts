import { parseFeed } from '../../../core/link/parse-feed.ts';
import type { Feed } from '../../../core/model/feed.ts';
import type { FetchedPost } from '../../../core/sources/fetched-post.ts';
import { inFeedOrder } from '../../../core/sources/fetched-post.ts';
import type { AccountRow } from './database.ts';
import { isJoined, type Place } from './feed-of.ts';
import { isSameAccount, linkAccount } from './link-account.ts';
import type { QueueDoors } from './reading-queue.ts';

/** A place, and the name that its copy has for the account. */
export type NamedPlace = Place & Pick<AccountRow, 'profile'>;

/**
 * The place of an account that does not say its name, as in a copy of a repository: the bundled feed, or the page that was saved
 * as text, whose posts it has written. Null where there is none.
 */
export type CopyOf = (row: AccountRow, posts: readonly FetchedPost[]) => Promise<NamedPlace | null>;

export function createCopyOf({ store, bundle }: Pick<QueueDoors, 'store' | 'bundle'>): CopyOf {
  const readCopies = async () => {
    const bundled = (await bundle.fetchIndex()).feeds.filter(({ origin }) => origin.kind === 'text-page');
    const pages = (await store.readTexts()).flatMap(({ text }) => {
      const read = parseFeed(text);
      return read.ok ? [read.value] : [];
    });
    return [
      ...bundled.map((feed) => ({ feed, isBundled: true })),
      ...pages.map((feed) => ({ feed, isBundled: false })),
    ];
  };
  return async (row, fetched) => {
    const posts = inFeedOrder(fetched).map(({ post }) => post);
    const taken = new Set((await store.readAll()).filter(isJoined).map(({ feed }) => feed));
    const isItsOwn = (copy: Feed) =>
      isSameAccount(linkAccount({ ...row, feed: copy.id }, posts, copy, false), posts, copy);
    const found = (await readCopies()).find(({ feed }) => !taken.has(feed.id) && isItsOwn(feed) === true);
    if (found === undefined) return null;
    const { feed, isBundled } = found;
    const { handle, displayName } = feed.profile;
    const profile = { ...row.profile, handle, displayName };
    return { feed: feed.id, isBundled, ifAnother: row.keep, keep: 'all', profile };
  };
}
