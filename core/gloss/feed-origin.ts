import type { Feed } from '../model/feed.ts';
import type { FeedOrigin } from './gloss.ts';

/** As much of a feed as says where its posts come from. */
export function feedOrigin({
  id,
  origin,
  profile: { handle, displayName },
  asOf,
}: Pick<Feed, 'id' | 'origin' | 'profile' | 'asOf'>): FeedOrigin {
  return { id, origin, handle, displayName, asOf };
}
