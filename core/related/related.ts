import type { Feed } from '../model/feed.ts';
import type { PostId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { AddressEvidence } from '../recognise/evidence.ts';
import type { TitleHints } from '../recognise/recognise.ts';
import { atOnce, mapInSteps, type Steps } from '../steps.ts';
import { buildPostings, documentsWithRarest, holds, type Lookup, type Postings, weigh } from '../text/postings.ts';
import { foundBy } from '../text/said-in.ts';
import { isTelling } from '../text/telling-words.ts';
import { titleStems } from '../text/titles.ts';
import { familiesOf, familyOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';

const MIN_SHARED = 2;
/** Sum of the shared words' weights, each between 0 and 1, below which a likeness is chance. */
const MIN_WEIGHT = 1.4;
/** Of the weight of what the page calls itself: below it the page is about something else. */
const MIN_SHARE = 0.4;
const MAX_POSTS = 5;
/** Posts looked at for each of a page's two rarest words; the newest come first. */
const MAX_LOOKED_AT = 24;
const MAX_WORDS = 24;

/** What is asked of a library to find posts on the same subject. */
export interface KnownPosts {
  /** The posts by the families of their telling words, the newest first. */
  readonly related: Postings;
  /** Each post by its number there. */
  readonly posts: Lookup<number, PostId>;
}

/** The families by which each post of a feed is found, in the order of the feed. */
export function relatedTerms({ publications, posts }: Feed): Steps<string[][]> {
  const titleOf = new Map(publications.map(({ id, title }) => [id, title]));
  return mapInSteps(posts, (post) => {
    const titles = post.publications.map((id) => titleOf.get(id) ?? '');
    return familiesOf(withoutAddresses([foundBy(post), ...titles].join(' '))).filter(isTelling);
  });
}

export function knownPosts(feeds: readonly Feed[]): KnownPosts {
  const ids = feeds.flatMap((feed) => feed.posts.map(({ id }) => id));
  return { related: buildPostings(feeds.flatMap((feed) => atOnce(relatedTerms(feed)))), posts: new Map(ids.entries()) };
}

/** Finds posts on the same subject as a page of the Institute's that no post is known to be about. */
export function findRelated(
  hints: TitleHints,
  address: AddressEvidence,
  { related: postings, posts }: KnownPosts,
): Match | null {
  const title = hints.title ?? hints.heading ?? '';
  const stems = [...address.parts.flat(), ...titleStems(title)];
  const asked = [...new Set(stems.map(familyOf))].filter(isTelling).slice(0, MAX_WORDS);
  const known = asked.filter((family) => postings.of.get(family) !== undefined);
  if (known.length < MIN_SHARED) return null;
  const least = Math.max(MIN_WEIGHT, MIN_SHARE * weigh(asked, postings));
  if (weigh(known, postings) < least) return null;
  const alike = [...documentsWithRarest(known, postings, MAX_LOOKED_AT)]
    .map((number) => {
      const shared = known.filter((family) => holds(postings, family, number));
      return { number, shared, weight: weigh(shared, postings) };
    })
    .filter(({ shared, weight }) => shared.length >= MIN_SHARED && weight >= least)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_POSTS);
  if (alike.length === 0) return null;
  const words = asWritten(new Set(alike.flatMap(({ shared }) => shared)), address, title);
  return relate(
    alike.flatMap(({ number }) => posts.get(number) ?? []),
    [{ kind: 'publication-unknown' }, { kind: 'words-shared', words }],
  );
}

export function relate(relatedPosts: readonly PostId[], reasons: Match['reasons']): Match {
  return { sureness: 'related', publication: null, relatedPosts, reasons };
}

/** Hosts and handles are names, not what is spoken of. */
function withoutAddresses(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => !/@|[\p{L}\p{M}\p{N}]\.[\p{L}\p{N}]/u.test(word))
    .join(' ');
}

/** The words as the page writes them, for the reader; a family's name need not be a word. */
function asWritten(families: ReadonlySet<string>, address: AddressEvidence, title: string): string[] {
  const text = `${address.all.join(' ')} ${title}`;
  return [...new Set(wordsOf(text).filter((word) => familiesOf(word).some((family) => families.has(family))))];
}
