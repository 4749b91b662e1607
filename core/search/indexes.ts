import { hostOf, sitesOf } from '../address/sites.ts';
import type { Feed } from '../model/feed.ts';
import { makePages, type Page } from '../postings/pages.ts';
import { makePlacePages } from '../postings/places.ts';
import type { Steps } from '../steps.ts';
import { FIELDS_SEARCHED, familiesIn, type Kind, type SearchedText, type Written, wordsIn } from './written.ts';

/**
 * What finds a feed's documents. `search`: the families of all texts, `places`: where the words of these stand; documents of
 * both are those of each text in turn, behind those of the text before. `words`: which words there are. `sites`: posts, and
 * then publications, by the hosts that they lead to and the domains above these.
 */
export type SearchIndex = 'search' | 'places' | 'words' | 'sites';

/** How many documents there are of each kind. */
export type Sizes = Readonly<Record<Kind, number>>;

/** The pages of all indexes by which a feed is looked through. */
export function* searchPagesOf(
  feed: Feed,
  written: Written,
): Steps<readonly (readonly [index: SearchIndex, pages: readonly Page[]])[]> {
  const texts = FIELDS_SEARCHED.flatMap((text) => written[text]);
  return [
    ['search', yield* makePages(yield* familiesIn(texts))],
    ['places', yield* makePlacePages(texts)],
    ['words', yield* makePages([[...wordsIn(texts)]])],
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
