import type { GlossContent } from '../gloss/gloss-for.ts';
import type { Feed } from '../model/feed.ts';
import type { Publication } from '../model/publication.ts';
import type { Hits, PublicationHit, SearchResults } from '../protocol/look-up.ts';
import type { Resolver } from '../recognise/resolve.ts';
import { createFind } from './find-words.ts';
import { displayFormKey } from './read-asked.ts';

/** As many as one looks through; what was asked more exactly comes first. */
const MAX_SHOWN = 10;
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
  const posts = feeds.flatMap((feed) => feed.posts);
  const findPublications = findPublicationsBy(publications, textsAbout(feeds, postsAbout));
  const findRecommendations = createFind(
    feeds
      .flatMap((feed) => feed.recommendations)
      .map((item) => ({ item, texts: { text: `${item.section ?? ''} ${item.text}` } })),
    { text: 1 },
  );
  const findPosts = createFind(
    posts.map((item) => ({ item, texts: { text: item.text } })),
    { text: 1 },
  );
  const present = (publication: Publication, foundIn: PublicationHit['foundIn']): PublicationHit => ({
    publication,
    posts: postsAbout(publication.id).length,
    foundIn,
  });
  return {
    findWords: (text) => ({
      publications: first(findPublications(text), ({ item, foundIn }) => present(item, foundIn)),
      recommendations: first(findRecommendations(text), ({ item, foundIn }) => ({ recommendation: item, foundIn })),
      posts: first(findPosts(text), ({ item, foundIn }) => ({ post: item, foundIn })),
    }),
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

function findPublicationsBy(publications: readonly Publication[], postsOf: (publication: Publication) => string) {
  const documents = publications.map((item) => {
    const { title, description } = item;
    return { item, texts: { title, description, posts: postsOf(item) } };
  });
  return createFind(documents, { title: 1, description: 0.6, posts: 0.4 });
}

function textsAbout(feeds: readonly Feed[], postsAbout: Resolver['postsAbout']) {
  const textOf = new Map(feeds.flatMap((feed) => feed.posts).map(({ id, text }) => [id, text]));
  return ({ id }: Publication) =>
    postsAbout(id)
      .map((post) => textOf.get(post) ?? '')
      .join(' ');
}

function first<Item, Shown>(items: readonly Item[], show: (item: Item) => Shown): Hits<Shown> {
  return { items: items.slice(0, MAX_SHOWN).map(show), total: items.length };
}
