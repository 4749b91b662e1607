import { publicationsOfFeeds } from '../link/publications-of-feeds.ts';
import type { Feed } from '../model/feed.ts';
import type { CanonicalAddress, PublicationId } from '../model/ids.ts';
import type { MergedPublication } from '../model/publication.ts';
import { recommendationKey } from './recommended.ts';

/**
 * The address to show what a card is by: of the Institute's publication with the most recommendations, and then with the
 * most posts. Null where the feeds hold no such publication with an address.
 */
export function sampleAddress(feeds: readonly Feed[]): CanonicalAddress | null {
  const recommended = keysByPublication(
    feeds.flatMap(({ recommendations }) =>
      recommendations.map((each) => [each.publication ?? '', recommendationKey(each)] as const),
    ),
  );
  const spokenOf = keysByPublication(
    feeds.flatMap(({ posts }) => posts.flatMap(({ id, publications }) => publications.map((of) => [of, id] as const))),
  );
  const countOf = (keys: typeof recommended, { members }: MergedPublication) =>
    new Set(members.flatMap((id) => keys.get(id) ?? [])).size;
  const known = publicationsOfFeeds(feeds)
    .filter(({ isIfg, addresses }) => isIfg && addresses.length > 0)
    .map((publication) => ({
      address: publication.addresses[0] ?? null,
      recommendations: countOf(recommended, publication),
      posts: countOf(spokenOf, publication),
    }));
  const [first] = known.toSorted((a, b) => b.recommendations - a.recommendations || b.posts - a.posts);
  return first?.address ?? null;
}

function keysByPublication(
  said: readonly (readonly [PublicationId, key: string])[],
): ReadonlyMap<PublicationId, readonly string[]> {
  const grouped = Map.groupBy(said, ([id]) => id);
  return new Map([...grouped].map(([id, each]) => [id, each.map(([, key]) => key)]));
}
