import type { Steps } from '../steps.ts';
import { familiesIn, type SearchedText, type Written, wordsIn } from './written.ts';

/** What a word counts in each text of what is looked up, the weightiest first. */
export const FIELDS = {
  publications: { title: 1, description: 0.6, posts: 0.4 },
  recommendations: { text: 1 },
  posts: { text: 1 },
} as const;

export type Kind = keyof typeof FIELDS;
export type FieldOf<K extends Kind> = keyof (typeof FIELDS)[K] & string;

/** What the documents of one feed are found by: the families of each text, and all their words. */
export interface SearchTerms {
  readonly families: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly words: readonly string[];
}

/** For each kind, with its documents in the order of the feed; what is stored of them is pages of these. */
export function* searchTermsOf(written: Written): Steps<Readonly<Record<Kind, SearchTerms>>> {
  return {
    publications: yield* termsIn('publications', written),
    recommendations: yield* termsIn('recommendations', written),
    posts: yield* termsIn('posts', written),
  };
}

function* termsIn<K extends Kind>(kind: K, written: Written): Steps<SearchTerms> {
  const fields = Object.keys(FIELDS[kind]) as FieldOf<K>[];
  const texts = fields.map((field) => [field, written[`${kind} ${field}` as SearchedText]] as const);
  const families: Record<string, string[][]> = {};
  for (const [field, each] of texts) families[field] = yield* familiesIn(each);
  const words = wordsIn(texts.flatMap(([, each]) => each));
  return { families, words: [...words].sort() };
}

/** How many different families the posts about each publication have, as far as they are looked through. */
export function countFamiliesInPosts({ families }: SearchTerms): readonly number[] {
  return (families['posts' satisfies FieldOf<'publications'>] ?? []).map((each) => new Set(each).size);
}
