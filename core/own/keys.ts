import { isNamedByAddress } from '../link/named-by-address.ts';
import { countTelling, sameTitleKey } from '../link/same-title.ts';
import { pageOf } from '../link/sections.ts';
import type { NamedPublication, RecommendationSubject, Subject } from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { MergedPublication, Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { remembered } from '../remembered.ts';
import { readComparedText } from '../sources/compared-text.ts';
import { agree, type KnownPublication, keysOfSaidPost, keysOfSaidRecommendation, stemOf } from './said.ts';

/**
 * What something of the reader's own is found by: it is about an item of the library where they have a key in common, so
 * that it is found again after the item got its address, was edited, or came with another feed. Strings with a prefix; those that
 * say the same words have to agree (`agree`).
 */
export type OwnKey = string;

type PostNames = Pick<Post, 'id' | 'uri' | 'text' | 'time' | 'author'>;

type RecommendationNames = Pick<Recommendation, 'thread' | 'post' | 'number' | 'text'> &
  Pick<RecommendationSubject, 'uri'>;
type PublicationNames = Pick<Publication | MergedPublication, 'id' | 'title' | 'addresses'>;

/** Titles of fewer telling words are borne by several. */
const TELLING_WORDS = 4;

export function keysOfPost(post: PostNames): OwnKey[] {
  const { id, uri } = post;
  return [`post ${id}`, ...(uri === null ? [] : [`post ${uri}`]), ...keysOfSaidPost(post)];
}

export function keysOfPublication(publication: PublicationNames): OwnKey[] {
  const ids = 'members' in publication ? (publication as MergedPublication).members : [publication.id];
  const title = isNamedByAddress(publication) ? '' : sameTitleKey(publication.title);
  return [
    ...ids.map((id) => `publication ${id}`),
    ...publication.addresses.map((address) => `publication at ${address}`),
    ...(countTelling(title) < TELLING_WORDS ? [] : [`publication called ${title}`]),
  ];
}

/**
 * Its words first: where these lead to one recommendation and its place to another, the words decide. In one post a number
 * stands once; a thread may have several lists, each with its own first recommendation.
 */
export function keysOfRecommendation(
  { thread, post, uri, number, text }: RecommendationNames,
  publication: KnownPublication | null,
): OwnKey[] {
  return [
    ...keysOfSaidRecommendation(text, publication),
    `recommendation ${number} in ${post}`,
    ...(uri === undefined ? [] : [`recommendation ${number} in ${uri}`]),
    `recommendation ${number} of ${thread}`,
  ];
}

/** Each card and each change asks all records for them. */
export const keysOfSubject = remembered((subject: Subject): readonly OwnKey[] => {
  switch (subject.kind) {
    case 'post':
      return keysOfPost({ ...subject, id: subject.post, text: subject.words });
    case 'publication':
      return keysOfPublication(subject.publication);
    case 'recommendation':
      return keysOfRecommendation({ ...subject, text: subject.words }, subject.publication);
  }
});

/** The keys of a publication as it was called then. */
export const keysOfNamed = remembered((named: NamedPublication): readonly OwnKey[] => keysOfPublication(named));

/**
 * How near what something was written about comes to items with such keys. `thread`: a recommendation that only its thread
 * and its number are of, which another list of the thread may have, too; `place`: it is the one of its post with that number, but another
 * may stand there by now; `itself`: nothing is nearer.
 */
export type Nearness = (typeof NEARNESS)[number];
const NEARNESS = ['none', 'thread', 'place', 'itself'] as const;

export function nearnessOf(subject: Subject, keys: ReadonlySet<OwnKey>): Nearness {
  if (subject.kind !== 'recommendation') return areOne(keys, keysOfSubject(subject)) ? 'itself' : 'none';
  const common = commonOf(keys, keysOfSubject(subject));
  if (common.some((key) => WORDS.test(key))) return 'itself';
  if (common.some((key) => PLACE.test(key))) return 'place';
  return common.length === 0 ? 'none' : 'thread';
}

export function isNearer(one: Nearness, other: Nearness): boolean {
  return NEARNESS.indexOf(one) > NEARNESS.indexOf(other);
}

const WORDS = /^recommendation says /;
const PLACE = /^recommendation \d+ in /;

/** Whether the words of a recommendation are still those that something was written about, whatever white space they have. */
export function hasSameWords(one: string, other: string): boolean {
  return readComparedText(one).whole === readComparedText(other).whole;
}

/**
 * Whether items with such keys are one: they have a key in common, and where that is only what they say or are called, not each an
 * address of its own, for then these tell them apart.
 */
export function areOne(ones: ReadonlySet<OwnKey>, others: readonly OwnKey[]): boolean {
  const common = commonOf(ones, others);
  if (common.length === 0) return false;
  if (common.some((key) => !SAID.test(key))) return true;
  const [pages, otherPages] = [pagesIn(ones), pagesIn(others)];
  return pages.size === 0 || otherPages.size === 0 || [...pages].some((page) => otherPages.has(page));
}

const byStem = remembered((keys: ReadonlySet<OwnKey>) => Map.groupBy(keys, stemOf));

/** Those of some keys that agree with one of others. */
function commonOf(ones: ReadonlySet<OwnKey>, others: readonly OwnKey[]): readonly OwnKey[] {
  const known = byStem(ones);
  return others.filter((key) => known.get(stemOf(key))?.some((one) => agree(one, key)));
}

/** Posts of different addresses may say the same, and publications be called so. */
const SAID = /^(?:post says|publication called) /;
const POST_AT = /^post (?=at:)/;
const PUBLICATION_AT = /^publication at /;

/** Where items are known to stand, by their keys. */
function pagesIn(keys: Iterable<OwnKey>): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const key of keys) {
    if (POST_AT.test(key)) pages.add(key);
    if (PUBLICATION_AT.test(key)) pages.add(pageOf(key.replace(PUBLICATION_AT, '')));
  }
  return pages;
}
