import type { Feed } from '../model/feed.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { foundBy } from '../text/said-in.ts';
import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';
import type { Document, Skimmed } from './find-words.ts';

/** What a word counts in each text of what is looked up, the weightiest first. */
export const FIELDS = {
  publications: { title: 1, description: 0.6, posts: 0.4 },
  recommendations: { text: 1 },
  posts: { text: 1 },
} as const;

export type Kind = keyof typeof FIELDS;
export type FieldOf<K extends Kind> = keyof (typeof FIELDS)[K] & string;

/** Of what is said about a publication, the newest posts are looked through: each is found by itself too. */
export const MAX_POSTS_ABOUT = 24;

export function readPublication(
  item: Publication,
  postsAbout: readonly string[],
): Document<Publication, FieldOf<'publications'>> {
  const { title, description } = item;
  return { item, texts: { title, description, posts: postsAbout.slice(0, MAX_POSTS_ABOUT).join(' ') } };
}

/** Without the posts about it: one that a feed alone has an entry of is found by these. */
export function skimPublication(
  item: Publication,
  familiesInPosts: number,
): Skimmed<Publication, FieldOf<'publications'>> {
  const { title, description } = item;
  return { item, texts: { title, description, posts: { families: familiesInPosts } } };
}

export function readRecommendation(item: Recommendation): Document<Recommendation, 'text'> {
  return { item, texts: { text: `${item.section ?? ''} ${item.text}` } };
}

export function readPost(item: Post): Document<Post, 'text'> {
  return { item, texts: { text: foundBy(item) } };
}

/** What the documents of one feed are found by: the families of each text, and all their words. */
export interface SearchTerms {
  readonly families: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly words: readonly string[];
}

/** For each kind, with its documents in the order of the feed; what is stored of them is pages of these. */
export function searchTermsOf(feed: Feed): Readonly<Record<Kind, SearchTerms>> {
  const about = Map.groupBy(
    feed.posts.flatMap((post) => post.publications.map((id) => ({ id, text: foundBy(post) }))),
    ({ id }) => id,
  );
  const textsAbout = ({ id }: Publication) => (about.get(id) ?? []).map(({ text }) => text);
  return {
    publications: termsOf(
      'publications',
      feed.publications.map((each) => readPublication(each, textsAbout(each))),
    ),
    recommendations: termsOf('recommendations', feed.recommendations.map(readRecommendation)),
    posts: termsOf('posts', feed.posts.map(readPost)),
  };
}

/** How many different families the posts about each publication have, as far as they are looked through. */
export function countFamiliesInPosts({ families }: SearchTerms): readonly number[] {
  return (families['posts' satisfies FieldOf<'publications'>] ?? []).map((each) => new Set(each).size);
}

/** What documents of a kind are found by; they keep their order. */
export function termsOf<K extends Kind>(kind: K, documents: readonly Document<unknown, FieldOf<K>>[]): SearchTerms {
  const fields = Object.keys(FIELDS[kind]) as FieldOf<K>[];
  const families = fields.map((field) => [field, documents.map(({ texts }) => familiesOf(texts[field]))] as const);
  const words = new Set(documents.flatMap(({ texts }) => fields.flatMap((field) => wordsOf(texts[field]))));
  return { families: Object.fromEntries(families), words: [...words].sort() };
}
