import type { Failure } from '../../core/network/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Asked, Requests } from './requests.ts';

/** Where in a post a link may stand, as the link index names it: its text, its card, its card beside a quoted post. */
export const LINK_PLACES = [
  'app.bsky.feed.post:facets[].features[app.bsky.richtext.facet#link].uri',
  'app.bsky.feed.post:embed.external.uri',
  'app.bsky.feed.post:embed.media.external.uri',
] as const;
export type LinkPlace = (typeof LINK_PLACES)[number];

/** Who is asked which posts link to a page. Answers are untrusted. */
export interface LinkFinders {
  /** `blue.microcosm.links.getBacklinks`: 100 records that hold exactly this address in this place, the newest first. */
  backlinks(address: string, place: LinkPlace, cursor: string | null): Promise<Result<unknown, Failure>>;
  /**
   * `app.bsky.feed.searchPostsV2`, once: 100 posts that link to any of these, five at most. It may not be offered to who is
   * not signed in.
   */
  search(addresses: readonly string[]): Promise<Result<unknown, Failure>>;
}

const LIMIT = '100';
const MOST_SEARCHED = 5;
/** Bytes: of a hundred names of records, with room to spare; of a hundred posts with all that is said about them. */
const NAMES_SIZE = 200_000;
const POSTS_SIZE = 4_000_000;

export function createLinkFinders(requests: Requests, by: Pick<Asked, 'purpose'>) {
  return (signal: AbortSignal): LinkFinders => ({
    backlinks: (address, place, cursor) =>
      requests.ask({
        ...by,
        signal,
        service: 'linkIndex',
        path: `/xrpc/blue.microcosm.links.getBacklinks?${new URLSearchParams({
          subject: address,
          source: place,
          limit: LIMIT,
          ...(cursor !== null && { cursor }),
        })}`,
        limit: NAMES_SIZE,
      }),
    search: (addresses) =>
      requests.ask({
        ...by,
        signal,
        service: 'appView',
        path: `/xrpc/app.bsky.feed.searchPostsV2?${new URLSearchParams([
          ...addresses.slice(0, MOST_SEARCHED).map((address) => ['urls', address]),
          ['allTime', 'true'],
          ['sort', 'recent'],
          ['limit', LIMIT],
        ])}`,
        limit: POSTS_SIZE,
        isProbe: true,
      }),
  });
}
