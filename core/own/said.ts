import { sameTitleKey } from '../link/same-title.ts';
import { pageOf } from '../link/sections.ts';
import type { Author, Post } from '../model/post.ts';
import type { MergedPublication, Publication } from '../model/publication.ts';
import { readComparedText } from '../sources/compared-text.ts';
import { beginningOf } from '../text/cut.ts';
import { hashOf } from '../text/hash.ts';
import { minutesOf } from '../text/minutes.ts';
import type { OwnKey } from './keys.ts';

/** What a publication is known by; of some only the title is known. */
export type KnownPublication = Pick<Publication, 'id' | 'title'> &
  Partial<Pick<MergedPublication, 'addresses' | 'members'>>;

/** A shorter text is said by too many. Letters and digits. */
const TELLING_LETTERS = 24;
/** UTF-16 units of a title, and names, by which publications are compared. */
const MAX_TITLE_LENGTH = 300;
const MOST_NAMES = 20;
/** What follows says more of the same words. */
const SAYS = /^(?:post|recommendation) says [\da-f]+(?= )/;
const SAYS_POST = /^post /;
/** Where a time names no zone it may be any: these lie whole quarters of an hour apart. Minutes. */
const QUARTER = 15;
const FURTHEST_ZONE = 14 * 60;
const HAS_ZONE = /Z$/;

type PostFacts = readonly [time: string, did: string | null];
type PublicationFacts = readonly [ids: readonly string[], pages: readonly string[], title: string];

/** The same for a text and for a copy of it that is garbled; with when it was said, and by whom. None where it says too little. */
export function keysOfSaidPost({
  text,
  time,
  author,
}: Pick<Post, 'text' | 'time'> & { readonly author: Author | null }): OwnKey[] {
  const facts: PostFacts = [time, author?.did ?? null];
  return keyOfWords('post', text, facts);
}

/** The same of a recommendation, with the publication that it is of. */
export function keysOfSaidRecommendation(text: string, publication: KnownPublication | null): OwnKey[] {
  return keyOfWords('recommendation', text, publication && factsOf(publication));
}

/** Of all its words: many posts and recommendations begin alike. */
function keyOfWords(
  kind: 'post' | 'recommendation',
  text: string,
  facts: PostFacts | PublicationFacts | null,
): OwnKey[] {
  const { letters } = readComparedText(text);
  return letters.length < TELLING_LETTERS ? [] : [`${kind} says ${hashOf(letters)} ${JSON.stringify(facts)}`];
}

function factsOf({ id, title, addresses = [], members = [] }: KnownPublication): PublicationFacts {
  const pages = new Set(addresses.map(pageOf));
  return [
    [...new Set([id, ...members])].slice(0, MOST_NAMES),
    [...pages].slice(0, MOST_NAMES),
    beginningOf(sameTitleKey(title), MAX_TITLE_LENGTH),
  ];
}

/** What of a key those have in common that may agree. */
export function stemOf(key: OwnKey): string {
  return SAYS.exec(key)?.[0] ?? key;
}

/** Whether two keys of one stem stand for one thing: nothing that is known of the same words speaks against it. */
export function agree(one: OwnKey, other: OwnKey): boolean {
  if (one === other) return true;
  const stem = stemOf(one);
  if (stem === one || stem !== stemOf(other)) return false;
  const [facts, others]: unknown[] = [one, other].map((key) => JSON.parse(key.slice(stem.length)));
  if (facts === null || others === null) return true;
  // Each has been written above.
  return SAYS_POST.test(stem)
    ? arePostsOne(facts as PostFacts, others as PostFacts)
    : arePublicationsOne(facts as PublicationFacts, others as PublicationFacts);
}

function arePostsOne([time, did]: PostFacts, [otherTime, otherDid]: PostFacts): boolean {
  if (did !== null && otherDid !== null && did !== otherDid) return false;
  const apart = Math.abs(minutesOf(time) - minutesOf(otherTime));
  if (HAS_ZONE.test(time) === HAS_ZONE.test(otherTime)) return apart === 0;
  return apart % QUARTER === 0 && apart <= FURTHEST_ZONE;
}

/** One that is called as the other begins may be a copy whose title is cut. */
function arePublicationsOne(
  [ids, pages, title]: PublicationFacts,
  [otherIds, otherPages, other]: PublicationFacts,
): boolean {
  if (ids.some((id) => otherIds.includes(id)) || pages.some((page) => otherPages.includes(page))) return true;
  if (pages.length > 0 && otherPages.length > 0) return false;
  return title.startsWith(other) || other.startsWith(title);
}
