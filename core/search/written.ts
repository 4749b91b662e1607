import type { Feed } from '../model/feed.ts';
import type { Post } from '../model/post.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { mapInSteps, type Steps } from '../steps.ts';
import { familiesOfWords } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';
import { amountsAt } from './amounts.ts';

/** The kinds of documents that are looked through. */
export type Kind = 'publications' | 'recommendations' | 'posts';

/** The texts that are looked through, of the three kinds; the weightiest of each first. */
export const FIELDS_SEARCHED = [
  'publications title',
  'publications other-titles',
  'publications description',
  'recommendations text',
  'posts text',
  'posts link-card',
] as const;

export type SearchedText = (typeof FIELDS_SEARCHED)[number];

/** The words of each text of a feed's documents, in order. An empty word stands between what is not one text. */
export type Written = Readonly<Record<SearchedText, readonly (readonly string[])[]>>;

const BETWEEN = '';

/** All that a feed is found by, in the order of the feed. */
export function* writtenIn({ posts, recommendations, publications }: Feed): Steps<Written> {
  return {
    'publications title': yield* mapInSteps(publications, ({ title }) => wordsOf(title)),
    'publications other-titles': publications.map(({ otherTitles }) => joinTexts(otherTitles)),
    'publications description': yield* mapInSteps(publications, ({ description }) => wordsOf(description)),
    'recommendations text': yield* mapInSteps(recommendations, writtenInRecommendation),
    'posts text': yield* mapInSteps(posts, writtenInPost),
    'posts link-card': yield* mapInSteps(posts, ({ linkCard }) =>
      linkCard === null ? [] : joinTexts([linkCard.title, linkCard.description]),
    ),
  };
}

/** What a post says, what its images show, and tags that do not stand in its text. */
function writtenInPost({ text, alternativeTexts, tags }: Post): string[] {
  return joinTexts([text, ...alternativeTexts, ...tags]);
}

function writtenInRecommendation({ section, text }: Recommendation): string[] {
  return joinTexts([section ?? '', text]);
}

function joinTexts(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => (index === 0 ? wordsOf(text) : [BETWEEN, ...wordsOf(text)]));
}

/** The different words. */
export function wordsIn(texts: readonly (readonly string[])[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of text) if (word !== BETWEEN) words.add(word);
  return words;
}

/** The families of each text's words, in order, with repeats; and of its amounts, however they are written. */
export function familiesIn(texts: readonly (readonly string[])[]): Steps<string[][]> {
  return mapInSteps(texts, (words) => {
    const amounts = words.flatMap((_, place) => amountsAt(words, place));
    return familiesOfWords([...words, ...amounts].filter((word) => word !== BETWEEN));
  });
}
