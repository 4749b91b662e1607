import type { Feed } from '../model/feed.ts';
import type { CanonicalAddress, PublicationId } from '../model/ids.ts';

/**
 * The address to show what a card is by: of the Institute's publication with the most recommendations, and then with the
 * most posts. Null where the feeds hold no such publication with an address.
 */
export function sampleAddress(feeds: readonly Feed[]): CanonicalAddress | null {
  const known = feeds.flatMap(({ publications, recommendations, posts }) => {
    const recommended = countEach(recommendations.map(({ publication }) => publication));
    const spokenOf = countEach(posts.flatMap((post) => post.publications));
    return publications
      .filter(({ isIfg, addresses }) => isIfg && addresses.length > 0)
      .map(({ id, addresses: [address = null] }) => ({
        address,
        recommendations: recommended.get(id) ?? 0,
        posts: spokenOf.get(id) ?? 0,
      }));
  });
  const [first] = known.toSorted((a, b) => b.recommendations - a.recommendations || b.posts - a.posts);
  return first?.address ?? null;
}

function countEach(ids: readonly (PublicationId | null)[]): ReadonlyMap<PublicationId | null, number> {
  const counts = new Map<PublicationId | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
