import type { Feed } from '../model/feed.ts';
import type { MergedPublication } from '../model/publication.ts';
import { identify } from './identity.ts';

/** What all feeds together speak of, each once, in the order of the feeds; they come in the order in which they came in. */
export function publicationsOfFeeds(feeds: readonly Feed[]): MergedPublication[] {
  const entries = feeds.flatMap(({ publications }) => publications);
  const places = new Map(entries.map(({ id }, place) => [id, place] as const).toReversed());
  const placeOf = ({ members }: MergedPublication) =>
    members.reduce((least, id) => Math.min(least, places.get(id) ?? least), entries.length);
  // The newest stands first in a feed.
  const merged = identify(feeds.flatMap(({ publications }) => publications.toReversed()));
  return merged
    .map((publication) => ({ publication, place: placeOf(publication) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ publication }) => publication);
}
