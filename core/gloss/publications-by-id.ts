import type { Feed } from '../model/feed.ts';
import type { PublicationId } from '../model/ids.ts';
import type { MergedPublication } from '../model/publication.ts';

/** The publications of all feeds, one for each id. */
export function publicationsById(feeds: readonly Feed[]): MergedPublication[] {
  const merged = new Map<PublicationId, MergedPublication>();
  for (const publication of feeds.flatMap(({ publications }) => publications)) {
    if (!merged.has(publication.id)) merged.set(publication.id, { ...publication, members: [publication.id] });
  }
  return [...merged.values()];
}
