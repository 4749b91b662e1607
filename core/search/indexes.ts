import { hostOf, sitesOf } from '../address/sites.ts';
import type { Feed } from '../model/feed.ts';
import { makePages, type Page } from '../postings/pages.ts';
import { makePlacePages } from '../postings/places.ts';
import type { Steps } from '../steps.ts';
import { FIELDS, type Kind, type SearchTerms } from './searched.ts';
import { FIELDS_SEARCHED, familiesIn, type SearchedText, type Written, wordsIn } from './written.ts';

/**
 * What finds a feed's documents. `search`: the families of all texts, `places`: where the words of those stand that are looked
 * through for phrases; documents of both are those of each text in turn, behind those of the text before. `words`: which
 * kinds have a word. `sites`: posts, and then publications, by the hosts that they lead to and the domains above these.
 */
export type SearchIndex = 'search' | 'places' | 'words' | 'sites';

/** How many documents there are of each kind. */
export type Sizes = Readonly<Record<Kind, number>>;

/** The documents of `words`; the last one has the words that are in none of the others' texts. */
export const WORD_LISTS = [...(Object.keys(FIELDS) as Kind[]), 'others'] as const;

/** Posts have their phrases themselves. */
const WITHOUT_PLACES: SearchedText = 'publications posts';

/** The pages of all indexes by which a feed is looked through. */
export function* searchPagesOf(
  feed: Feed,
  written: Written,
  terms: Readonly<Record<Kind, SearchTerms>>,
): Steps<readonly (readonly [index: SearchIndex, pages: readonly Page[]])[]> {
  const families: (readonly string[])[][] = [];
  for (const text of FIELDS_SEARCHED) {
    const [kind, field] = readText(text);
    families.push([...(terms[kind].families[field] ?? (yield* familiesIn(written[text])))]);
  }
  const words = FIELDS_SEARCHED.flatMap((text) =>
    text === WITHOUT_PLACES ? written[text].map(() => []) : written[text],
  );
  const all = wordsIn(FIELDS_SEARCHED.flatMap((text) => written[text]));
  const lists = WORD_LISTS.map((list) => (list === 'others' ? [] : terms[list].words));
  const known = new Set(lists.flat());
  const others = [...all].filter((word) => !known.has(word));
  return [
    ['search', yield* makePages(families.flat())],
    ['places', yield* makePlacePages(words)],
    ['words', yield* makePages(lists.with(-1, others))],
    ['sites', yield* makePages([...feed.posts.map(sitesOfPost), ...feed.publications.map(sitesOfPublication)])],
  ];
}

function sitesOfPost({ addresses }: Feed['posts'][number]): string[] {
  return addresses.flatMap(({ shown }) => sitesOf(hostOf(shown) ?? ''));
}

function sitesOfPublication({ addresses, displayForms }: Feed['publications'][number]): string[] {
  return [...addresses, ...displayForms].flatMap((address) => sitesOf(hostOf(address) ?? ''));
}

export function readText(text: SearchedText): readonly [kind: Kind, field: string] {
  const [kind, field = ''] = text.split(' ');
  return [kind as Kind, field];
}

/** How many documents stand in an index of all texts before those of each, and behind the last one how many there are. */
export function startsOf(sizes: Sizes): readonly number[] {
  let start = 0;
  const starts = FIELDS_SEARCHED.map((text) => {
    const own = start;
    start += sizes[readText(text)[0]];
    return own;
  });
  return [...starts, start];
}
