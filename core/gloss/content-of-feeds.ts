import type { Feed } from '../model/feed.ts';
import type { PublicationId } from '../model/ids.ts';
import type { MergedPublication } from '../model/publication.ts';
import type { GlossContent } from './gloss-for.ts';

/** Whole feeds as what glosses are made of; their publications are one where their ids are. */
export function contentOfFeeds(feeds: readonly Feed[]): GlossContent {
  const merged = new Map<PublicationId, MergedPublication>();
  for (const publication of feeds.flatMap(({ publications }) => publications)) {
    if (!merged.has(publication.id)) merged.set(publication.id, { ...publication, members: [publication.id] });
  }
  return { feeds, publications: [...merged.values()] };
}
