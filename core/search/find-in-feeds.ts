import type { GlossContent } from '../gloss/gloss-for.ts';
import type { Feed } from '../model/feed.ts';
import type { PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Hits, PublicationHit, SearchResults } from '../protocol/look-up.ts';
import type { Resolver } from '../recognise/resolve.ts';
import { atOnce } from '../steps.ts';
import { foundBy } from '../text/said-in.ts';
import { type Document, type Found, findWords, type Hit } from './find-words.ts';
import { displayFormKey } from './read-asked.ts';
import { type FieldOf, readPost, readPublication, readRecommendation, searchTermsOf } from './searched.ts';
import { searchedInMemory } from './searched-in-memory.ts';
import { writtenIn } from './written.ts';

/** As many as one looks through; what was asked more exactly comes first. */
export const MAX_SHOWN = 10;
const NONE: Hits<never> = { items: [], total: 0 };

export interface FindInFeeds {
  /** What holds the words of a text: in a title more than in a description, there more than in posts about it. */
  findWords(text: string): SearchResults;
  /** The publications that posts show with a shortened address, given as its key. */
  findShown(key: string): SearchResults;
  /** The publications that most is said about, the Institute's own first. */
  listAll(): SearchResults;
}

/** Prepares the feeds to be looked through, which takes time that grows with them. */
export function createFindInFeeds(
  { feeds, publications }: GlossContent,
  postsAbout: Resolver['postsAbout'],
): FindInFeeds {
  const searched = searchFeeds({ feeds, publications }, postsAbout);
  const present = (publication: Publication, foundIn: PublicationHit['foundIn']): PublicationHit => ({
    publication,
    posts: postsAbout(publication.id).length,
    foundIn,
  });
  return {
    findWords: (text) =>
      presentFound(
        {
          publications: findWords(text, searched.publications),
          recommendations: findWords(text, searched.recommendations),
          posts: findWords(text, searched.posts),
        },
        (id) => postsAbout(id).length,
      ),
    findShown(key) {
      const fitting = publications.flatMap((publication) => {
        const words = publication.displayForms.filter((form) => displayFormKey(form) === key);
        return words.length === 0 ? [] : [present(publication, [{ field: 'shown-address', words }])];
      });
      return { publications: first(fitting, (each) => each), recommendations: NONE, posts: NONE };
    },
    listAll() {
      const all = publications.map((publication) => present(publication, []));
      const ranked = all.sort((a, b) => Number(b.publication.isIfg) - Number(a.publication.isIfg) || b.posts - a.posts);
      return { publications: first(ranked, (each) => each), recommendations: NONE, posts: NONE };
    },
  };
}

/** What was found of each kind. */
export interface FoundInFeeds {
  readonly publications: Found<Publication, FieldOf<'publications'>>;
  readonly recommendations: Found<Recommendation, 'text'>;
  readonly posts: Found<Post, 'text'>;
}

/** What is shown of it; `countPosts` says how many posts are about a publication. */
export function presentFound(found: FoundInFeeds, countPosts: (id: PublicationId) => number): SearchResults {
  return {
    publications: firstOf(found.publications, ({ item, foundIn }) => ({
      publication: item,
      posts: countPosts(item.id),
      foundIn,
    })),
    recommendations: firstOf(found.recommendations, ({ item, foundIn }) => ({ recommendation: item, foundIn })),
    posts: firstOf(found.posts, ({ item, foundIn }) => ({ post: item, foundIn })),
  };
}

function firstOf<Item, Field extends string, Shown>(
  { hits, total }: Found<Item, Field>,
  show: (hit: Hit<Item, Field>) => Shown,
): Hits<Shown> {
  return { items: hits.slice(0, MAX_SHOWN).map(show), total };
}

function searchFeeds({ feeds, publications }: GlossContent, postsAbout: Resolver['postsAbout']) {
  const terms = feeds.map((feed) => atOnce(searchTermsOf(atOnce(writtenIn(feed)))));
  const textsOf = textsAbout(feeds, postsAbout);
  const byEntry = new Map<PublicationId, Document<Publication, FieldOf<'publications'>>>();
  for (const publication of publications) {
    const document = readPublication(publication, textsOf(publication));
    for (const id of publication.members) byEntry.set(id, document);
  }
  return {
    publications: searchedInMemory(
      'publications',
      feeds.flatMap((feed) => feed.publications.flatMap(({ id }) => byEntry.get(id) ?? [])),
      terms.map((each) => each.publications),
    ),
    recommendations: searchedInMemory(
      'recommendations',
      feeds.flatMap((feed) => feed.recommendations.map(readRecommendation)),
      terms.map((each) => each.recommendations),
    ),
    posts: searchedInMemory(
      'posts',
      feeds.flatMap((feed) => feed.posts.map(readPost)),
      terms.map((each) => each.posts),
    ),
  };
}

function textsAbout(feeds: readonly Feed[], postsAbout: Resolver['postsAbout']) {
  const textOf = new Map(feeds.flatMap((feed) => feed.posts).map((post) => [post.id, foundBy(post)]));
  return ({ id }: Publication) => postsAbout(id).map((post) => textOf.get(post) ?? '');
}

function first<Item, Shown>(items: readonly Item[], show: (item: Item) => Shown): Hits<Shown> {
  return { items: items.slice(0, MAX_SHOWN).map(show), total: items.length };
}
