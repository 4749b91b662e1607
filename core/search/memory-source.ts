import type { GlossContent } from '../gloss/gloss-for.ts';
import { sameTitleKey } from '../link/same-title.ts';
import type { PostId } from '../model/ids.ts';
import type { MergedPublication } from '../model/publication.ts';
import { present } from '../postings/damage.ts';
import type { Resolver } from '../recognise/resolve.ts';
import { atOnce } from '../steps.ts';
import { columnsOf, readColumns, readIds } from './columns.ts';
import { findCopiedPosts, findCopiedRecommendations, type Place, pairEntries } from './copies.ts';
import { joinColumns } from './library-columns.ts';
import { pagesSource, readWritten } from './pages-source.ts';
import { placeSegments, type SearchSource } from './source.ts';

/** What a search asks, of feeds that are in memory: each is one segment. */
export function memorySource({ feeds, publications }: GlossContent, postsAbout: Resolver['postsAbout']): SearchSource {
  const read = readWritten(feeds);
  const pages = pagesSource(read);
  const stored = read.map(({ feed, written }) => atOnce(columnsOf(feed, written)));
  const columns = pages.feeds.flatMap(({ segments }) =>
    segments.map(({ number, sizes }) => readColumns(present(stored[number]), sizes)),
  );
  const ids = stored.map(readIds);
  const entries = feeds.flatMap((feed, segment) =>
    feed.publications.map(({ id }, place) => ({ id, entry: [segment, place] satisfies Place })),
  );
  const posts = findCopiedPosts(ids.map((each, number) => ({ number, ids: each })));
  const copies = {
    posts,
    recommendations: findCopiedRecommendations(
      posts,
      new Map(columns.map(({ recommendations }, number) => [number, recommendations])),
    ),
    publications: pairEntries(
      publications.map(({ members }) => entries.filter(({ id }) => members.includes(id)).map(({ entry }) => entry)),
    ),
  };
  const library = joinColumns(placeSegments(pages.feeds), columns, copies);
  const ofMember = new Map(publications.flatMap((each) => each.members.map((id) => [id, each] as const)));
  const entryOf = new Map(entries.map(({ id, entry }) => [id, entry] as const));
  const postPlaces = new Map<PostId, Place>();
  for (const [segment, feed] of feeds.entries())
    for (const [place, { id }] of feed.posts.entries()) if (!postPlaces.has(id)) postPlaces.set(id, [segment, place]);
  const publicationAt = ([segment, place]: Place) =>
    present(ofMember.get(present(feeds[segment]?.publications[place]).id));
  return {
    ...pages,
    readLibrary: async () => library,
    readIds: async ({ number }) => present(ids[number]),
    async findCalled(title) {
      const called = new Set(publications.filter((each) => isCalled(each, title)).flatMap(({ members }) => members));
      return entries.filter(({ id }) => called.has(id)).map(({ entry }) => entry);
    },
    placesOfPosts: async (wanted) => wanted.map((id) => postPlaces.get(id) ?? null),
    placesOfPublications: async (wanted) => wanted.map((id) => entryOf.get(id) ?? null),
    readPosts: async (places) => places.map(([segment, place]) => present(feeds[segment]?.posts[place])),
    readRecommendations: async (places) =>
      places.map(([segment, place]) => present(feeds[segment]?.recommendations[place])),
    readPublications: async (places) =>
      places.map((place) => {
        const publication = publicationAt(place);
        return { publication, posts: postsAbout(publication.id).length };
      }),
  };
}

function isCalled({ title, otherTitles }: MergedPublication, wanted: string): boolean {
  return [title, ...otherTitles].some((each) => sameTitleKey(each) === sameTitleKey(wanted));
}
