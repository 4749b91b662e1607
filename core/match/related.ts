import type { Feed, Match, PostId } from '../model.ts';
import type { AddressEvidence } from './evidence.ts';
import { buildPostings, documentsWithRarest, holds, weigh } from './postings.ts';
import type { Names } from './recognise.ts';
import { titleStems } from './titles.ts';
import { stemsOf, wordsOf } from './words.ts';

const FEWEST_SHARED = 2;
/** Sum of the shared stems' weights, each between 0 and 1, below which a likeness is chance. */
const LEAST_WEIGHT = 1.5;
/** Of the weight of what the page calls itself: below it the page is about something else. */
const LEAST_SHARE = 0.4;
const MOST_POSTS = 5;
/** Posts looked at for each of a page's two rarest words; the newest come first. */
const MOST_LOOKED_AT = 24;
const MOST_STEMS = 24;

export type FindRelated = (names: Names, address: AddressEvidence) => Match | null;

/** Finds posts on the same subject as a page of the Institute's that no post is known to be about. */
export function createRelated(feeds: readonly Feed[]): FindRelated {
  const ids: PostId[] = [];
  const documents: string[][] = [];
  for (const feed of feeds) {
    const titleOf = new Map(feed.publications.map(({ id, title }) => [id, title]));
    for (const post of feed.posts) {
      ids.push(post.id);
      documents.push(stemsOf([post.text, ...post.publications.map((id) => titleOf.get(id) ?? '')].join(' ')));
    }
  }
  const postings = buildPostings(documents);

  return (names, address) => {
    const title = names.title ?? names.heading ?? '';
    const asked = [...new Set([...address.parts.flat(), ...titleStems(title)])].filter(isTelling).slice(0, MOST_STEMS);
    const known = asked.filter((stem) => postings.of.has(stem));
    if (known.length < FEWEST_SHARED) return null;
    const least = Math.max(LEAST_WEIGHT, LEAST_SHARE * weigh(asked, postings));
    if (weigh(known, postings) < least) return null;
    const alike = [...documentsWithRarest(known, postings, MOST_LOOKED_AT)]
      .map((number) => {
        const shared = known.filter((stem) => holds(postings, stem, number));
        return { number, shared, weight: weigh(shared, postings) };
      })
      .filter(({ shared, weight }) => shared.length >= FEWEST_SHARED && weight >= least)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_POSTS);
    if (alike.length === 0) return null;
    const words = asWritten(new Set(alike.flatMap(({ shared }) => shared)), address, title);
    return relate(
      alike.flatMap(({ number }) => ids[number] ?? []),
      [{ kind: 'publication-unknown' }, { kind: 'words-shared', words }],
    );
  };
}

export function relate(relatedPosts: readonly PostId[], reasons: Match['reasons']): Match {
  return { sureness: 'related', publication: null, relatedPosts, reasons };
}

/** Years and single letters connect nothing. */
function isTelling(stem: string): boolean {
  return stem.length > 1 && !/^\d+$/.test(stem);
}

/** The words as the page writes them, for the reader; stems are no words. */
function asWritten(stems: ReadonlySet<string>, address: AddressEvidence, title: string): string[] {
  const text = `${(address.paths[0] ?? '').replaceAll(/[-/]/g, ' ')} ${title}`;
  return [...new Set(wordsOf(text).filter((word) => stemsOf(word).some((stem) => stems.has(stem))))];
}
