import { NONE } from './columns.ts';
import type { Held, Unit } from './held.ts';
import { readText } from './indexes.ts';
import { type Documents, eachAbout, firstOf, type LibraryColumns } from './library-columns.ts';
import type { InTexts } from './read-index.ts';
import { FIELDS_SEARCHED, type Kind, type SearchedText } from './written.ts';

/** What the documents of a kind hold of what is wanted, by their firsts. */
export interface Matched {
  /** A bit for each word, then for each phrase, and `EXCLUDED`. */
  readonly bits: Uint32Array;
  /** What that counts where it stands. */
  readonly worth: Float32Array;
}

export interface AllMatched extends Readonly<Record<Kind, Matched>> {
  /** The bits that posts hold themselves, without those of the titles of what they are about. */
  readonly said: Uint32Array;
}

/** Held by what nothing found may hold. */
export const EXCLUDED = 2 ** 30;

/** What a word counts in each text. Posts about a publication are gone through one by one. */
const WEIGHTS: Readonly<Record<SearchedText, number>> = {
  'publications title': 1.5,
  'publications other-titles': 1.3,
  'publications description': 0.8,
  'recommendations text': 1,
  'posts text': 1,
  'posts link-card': 0.7,
};
/** In the title of what a post or a recommendation is about. */
export const ABOUT_WEIGHT = 0.5;
/** In what the reader wrote of a recommendation. */
const FOLLOWED_WEIGHT = 0.7;
/** In a post about a publication. */
const SAID_WEIGHT = 0.4;
/** Where a word that is being typed begins the one that is held. */
export const BEGUN_SHARE = 0.6;
/** Where a word stands as it was typed, and in no other form. */
export const TYPED_SHARE = 0.1;
/** Where two words stand side by side as they were asked. */
export const NEAR_SHARE = 0.5;
const TITLES: readonly SearchedText[] = ['publications title', 'publications other-titles'];

/** What the reader wrote of a recommendation, by its first. */
export interface FollowedText {
  readonly document: number;
  readonly bits: number;
}

/** Goes through the documents that hold anything of what is wanted; `isEnough` says of which bits a document is found. */
export function matchUnits(
  library: LibraryColumns,
  held: Held,
  followed: readonly FollowedText[],
  isEnough: (bits: number) => boolean,
): AllMatched {
  const matched = {
    publications: none(library.publications),
    recommendations: none(library.recommendations),
    posts: none(library.posts),
  };
  const titled = new Uint32Array(library.publications.size);
  const units = [...held.words, ...held.phrases];
  const add = (texts: InTexts, bit: number, weight: number) => {
    for (const text of FIELDS_SEARCHED) {
      const documents = texts.get(text);
      if (documents === undefined) continue;
      const [kind] = readText(text);
      mark(documents, library[kind], matched[kind], { bit, worth: weight * WEIGHTS[text] });
      if (TITLES.includes(text)) markBits(documents, library.publications, titled, bit);
    }
  };
  for (const [place, { weight, whole, begun }] of units.entries()) {
    add(whole, 2 ** place, weight);
    for (const texts of begun) add(texts, 2 ** place, weight * BEGUN_SHARE);
  }
  for (const texts of held.without) add(texts, EXCLUDED, 0);
  const weigh = createWeigh(units);
  addFollowed(matched.recommendations, followed, weigh);
  const said = matched.posts.bits.slice();
  spreadTitles(library, matched, { titled, weigh });
  spreadPosts(library, matched.publications, { said, isEnough, weigh });
  for (const { weight, whole } of held.typed) addGain(whole, library, matched, weight * TYPED_SHARE);
  for (const { weight, whole } of held.near) addGain(whole, library, matched, weight * NEAR_SHARE);
  return { ...matched, said };
}

function none({ size }: Documents): Matched {
  return { bits: new Uint32Array(size), worth: new Float32Array(size) };
}

/** A document that holds a word in several texts counts it once, in the first. */
function mark(
  documents: readonly number[],
  of: Documents,
  { bits, worth }: Matched,
  added: { readonly bit: number; readonly worth: number },
): void {
  for (const document of documents) {
    const first = firstOf(of, document);
    const before = bits[first] ?? 0;
    if ((before & added.bit) !== 0) continue;
    bits[first] = before | added.bit;
    worth[first] = (worth[first] ?? 0) + added.worth;
  }
}

function markBits(documents: readonly number[], of: Documents, bits: Uint32Array, bit: number): void {
  for (const document of documents) {
    const first = firstOf(of, document);
    bits[first] = (bits[first] ?? 0) | bit;
  }
}

/** The weight of the units whose bits are set. */
export function createWeigh(units: readonly Pick<Unit, 'weight'>[]): (bits: number) => number {
  const known = new Map<number, number>();
  return (bits) => {
    const before = known.get(bits);
    if (before !== undefined) return before;
    const weight = units.reduce((sum, unit, place) => ((bits & (2 ** place)) === 0 ? sum : sum + unit.weight), 0);
    known.set(bits, weight);
    return weight;
  };
}

function addFollowed(
  { bits, worth }: Matched,
  followed: readonly FollowedText[],
  weigh: (bits: number) => number,
): void {
  for (const { document, bits: held } of followed) {
    const before = bits[document] ?? 0;
    bits[document] = before | held;
    worth[document] = (worth[document] ?? 0) + FOLLOWED_WEIGHT * weigh(held & ~before & ~EXCLUDED);
  }
}

interface Titles {
  /** What the titles of publications hold. */
  readonly titled: Uint32Array;
  readonly weigh: (bits: number) => number;
}

/** Posts and recommendations hold what the title of their publication does. */
function spreadTitles(
  library: LibraryColumns,
  { posts, recommendations }: Pick<AllMatched, 'posts' | 'recommendations'>,
  { titled, weigh }: Titles,
): void {
  const spread = ({ bits, worth }: Matched, document: number, title: number) => {
    const before = bits[document] ?? 0;
    const fresh = title & ~before;
    if (fresh === 0) return;
    bits[document] = before | fresh;
    worth[document] = (worth[document] ?? 0) + ABOUT_WEIGHT * weigh(fresh & ~EXCLUDED);
  };
  if (!titled.some((held) => held !== 0)) return;
  eachAbout(library, (post, publication) => {
    const title = titled[publication] ?? 0;
    if (title !== 0) spread(posts, firstOf(library.posts, post), title);
  });
  const { aboutRecommendations } = library;
  for (let recommendation = 0; recommendation < aboutRecommendations.length; recommendation += 1) {
    const publication = aboutRecommendations[recommendation] ?? NONE;
    const title = publication === NONE ? 0 : (titled[publication] ?? 0);
    if (title !== 0) spread(recommendations, firstOf(library.recommendations, recommendation), title);
  }
}

interface Saying {
  readonly said: Uint32Array;
  readonly isEnough: (bits: number) => boolean;
  readonly weigh: (bits: number) => number;
}

/** A publication also holds what one post about it does: what many say together says little of any of it. */
function spreadPosts(
  library: LibraryColumns,
  { bits, worth }: Matched,
  { said: ofPosts, isEnough, weigh }: Saying,
): void {
  const own = bits.slice();
  const spread = (post: number, publication: number) => {
    const said = ofPosts[firstOf(library.posts, post)] ?? 0;
    if ((said & EXCLUDED) !== 0) return;
    const before = bits[publication] ?? 0;
    const together = (own[publication] ?? 0) | said;
    if ((together & ~before) === 0 || !isEnough(together) || weigh(together) <= weigh(before)) return;
    worth[publication] = (worth[publication] ?? 0) + SAID_WEIGHT * (weigh(together) - weigh(before));
    bits[publication] = together;
  };
  eachAbout(library, spread, ofPosts);
}

/** Only what is found anyway gains by it, each document once. */
function addGain(
  texts: InTexts,
  library: LibraryColumns,
  matched: Readonly<Record<Kind, Matched>>,
  gain: number,
): void {
  const seen: Partial<Record<Kind, Set<number>>> = {};
  for (const [text, documents] of texts) {
    const [kind] = readText(text);
    const known = seen[kind] ?? new Set<number>();
    seen[kind] = known;
    for (const document of documents) {
      const first = firstOf(library[kind], document);
      if (known.has(first)) continue;
      known.add(first);
      matched[kind].worth[first] = (matched[kind].worth[first] ?? 0) + gain;
    }
  }
}
