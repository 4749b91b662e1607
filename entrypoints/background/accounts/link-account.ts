import { knownAddressesOf } from '../../../core/link/known-addresses.ts';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { localDay } from '../../../core/local-day.ts';
import type { BundledIndex, Feed } from '../../../core/model/feed.ts';
import type { FeedId } from '../../../core/model/ids.ts';
import { joinSources } from '../../../core/sources/join-sources.ts';
import type { SourceFeed, SourcePost } from '../../../core/sources/source-feed.ts';
import type { AccountRow } from './database.ts';

/** What the library gets of an account. */
export interface Linked {
  readonly feed: Feed;
  readonly renamed: AccountRow['renamed'];
}

/** The fewest of a copy's posts that have to be an account's, for it to be the one whose feed that is. */
const LEAST_SHARE = 0.2;

/**
 * The feed of an account: of what was read of it, and of the copy that it is joined with, a bundled feed or a page that was
 * saved as text. `isComplete` says that all of it has been read: then a post of the copy that was not is no more. Nothing of
 * an account that is hidden is shown.
 */
export function linkAccount(
  row: AccountRow,
  posts: readonly SourcePost[],
  copy: Feed | null,
  isComplete: boolean,
): Linked {
  const source = sourceOf(row, row.hidden === null ? posts : []);
  if (row.hidden !== null || copy === null) return { feed: linkFeed(source, [], row.feed), renamed: row.renamed };
  const joined = joinSources(copy, source, { isComplete });
  return { feed: linkFeed(joined.source, knownAddressesOf(copy), row.feed), renamed: [...joined.renamed] };
}

/**
 * Whether an account has written what a copy holds: a name may have changed hands. Null where nothing of it is as
 * old as that, yet.
 */
export function isSameAccount({ renamed }: Linked, posts: readonly SourcePost[], copy: Feed): boolean | null {
  const oldest = posts.at(-1)?.time.slice(0, 10) ?? '';
  const within = copy.posts.filter(({ time }) => time.slice(0, 10) > oldest);
  if (within.length === 0) return null;
  return renamed.length >= within.length * LEAST_SHARE;
}

/** The bundled feed that an account is joined with, as it is bundled. */
export function bundledFeedOf(index: BundledIndex, id: FeedId): Feed | null {
  return index.feeds.find((feed) => feed.id === id) ?? null;
}

function sourceOf({ did, profile, readAt, reading }: AccountRow, posts: readonly SourcePost[]): SourceFeed {
  const at = reading === null || reading.isStopped ? readAt : reading.startedAt;
  const asOf = at === null ? null : localDay(at);
  return { origin: { kind: 'bluesky', did }, profile, asOf, posts };
}
