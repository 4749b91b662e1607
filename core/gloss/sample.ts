import { publicationsOfFeeds } from '../link/publications-of-feeds.ts';
import type { Feed } from '../model/feed.ts';
import type { CanonicalAddress, PublicationId } from '../model/ids.ts';
import type { MergedPublication } from '../model/publication.ts';

/**
 * The address to show what a card is by: of the Institute's publication with the most recommendations, and then with the
 * most posts. Null where the feeds hold no such publication with an address.
 */
export function sampleAddress(feeds: readonly Feed[]): CanonicalAddress | null {
  const recommended = countEach(
    feeds.flatMap(({ recommendations }) => recommendations.map((each) => each.publication)),
  );
  const spokenOf = countEach(feeds.flatMap(({ posts }) => posts.flatMap((post) => post.publications)));
  const countOf = (counts: typeof recommended, { members }: MergedPublication) =>
    members.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
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

function countEach(ids: readonly (PublicationId | null)[]): ReadonlyMap<PublicationId | null, number> {
  const counts = new Map<PublicationId | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
