import type { CanonicalAddress, Feed } from '../model.ts';

/**
 * The address to show what a card is by: of the Institute's publication with the most recommendations, and then with the
 * most posts. Null where the feeds hold no such publication with an address.
 */
export function sampleAddress(feeds: readonly Feed[]): CanonicalAddress | null {
  const known = feeds.flatMap(({ publications, recommendations, posts }) =>
    publications
      .filter(({ isIfg, addresses }) => isIfg && addresses.length > 0)
      .map(({ id, addresses: [address = null] }) => ({
        address,
        recommendations: recommendations.filter(({ publication }) => publication === id).length,
        posts: posts.filter(({ publications: about }) => about.includes(id)).length,
      })),
  );
  const [first] = known.toSorted((a, b) => b.recommendations - a.recommendations || b.posts - a.posts);
  return first?.address ?? null;
}
