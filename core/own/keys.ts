import { countTelling, sameTitleKey } from '../link/same-title.ts';
import type { AtUri, PostId } from '../model/ids.ts';
import type { NamedPublication, Subject } from '../model/own.ts';
import type { MergedPublication, Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { remembered } from '../remembered.ts';
import { readComparedText } from '../sources/compared-text.ts';
import { hashOf } from '../text/hash.ts';

/**
 * What something of the reader's own is found by: it is about an item of the library where they have a key in common, so
 * that it is found again after the item got its address, was edited, or came with another feed. Strings with a prefix.
 */
export type OwnKey = string;

interface PostNames {
  readonly id: PostId;
  readonly uri: AtUri | null;
  readonly text: string;
}

type PublicationNames = Pick<Publication | MergedPublication, 'id' | 'title' | 'addresses'>;

/** A shorter text is said by too many. Letters and digits. */
const TELLING_LETTERS = 24;
/** A copy may be cut behind these. */
const LETTERS_COMPARED = 80;
/** Titles of fewer telling words are borne by several. */
const TELLING_WORDS = 4;

export function keysOfPost({ id, uri, text }: PostNames): OwnKey[] {
  return [`post ${id}`, ...(uri === null ? [] : [`post ${uri}`]), ...keyOfWords('post', text)];
}

export function keysOfPublication(publication: PublicationNames): OwnKey[] {
  const ids = 'members' in publication ? (publication as MergedPublication).members : [publication.id];
  const title = sameTitleKey(publication.title);
  return [
    ...ids.map((id) => `publication ${id}`),
    ...publication.addresses.map((address) => `publication at ${address}`),
    ...(countTelling(title) < TELLING_WORDS ? [] : [`publication called ${title}`]),
  ];
}

/** Its words first: where these lead to one recommendation and its place to another, the words decide. */
export function keysOfRecommendation({
  thread,
  post,
  number,
  text,
}: Pick<Recommendation, 'thread' | 'post' | 'number' | 'text'>): OwnKey[] {
  return [
    ...keyOfWords('recommendation', text),
    `recommendation ${number} of ${thread}`,
    `recommendation ${number} in ${post}`,
  ];
}

/** Each card and each change asks all records for them. */
export const keysOfSubject = remembered((subject: Subject): readonly OwnKey[] => {
  switch (subject.kind) {
    case 'post':
      return keysOfPost({ id: subject.post, uri: subject.uri, text: subject.words });
    case 'publication':
      return keysOfPublication(subject.publication);
    case 'recommendation':
      return keysOfRecommendation({ ...subject, text: subject.words });
  }
});

/** The keys of a publication as it was called then. */
export const keysOfNamed = remembered((named: NamedPublication): readonly OwnKey[] => keysOfPublication(named));

/** Whether a recommendation is found among such keys by its place alone, where another may stand by now. */
export function isFoundByPlace(subject: Subject, keys: ReadonlySet<OwnKey>): boolean {
  return subject.kind === 'recommendation' && !keyOfWords('recommendation', subject.words).some((key) => keys.has(key));
}

/** Whether the words of a recommendation are still those that something was written about, whatever white space they have. */
export function hasSameWords(one: string, other: string): boolean {
  return readComparedText(one).whole === readComparedText(other).whole;
}

/** The same for a text and for a copy of it that is garbled or cut. */
export function keyOfWords(kind: 'post' | 'recommendation', text: string): OwnKey[] {
  const { letters } = readComparedText(text);
  return letters.length < TELLING_LETTERS ? [] : [`${kind} says ${hashOf(letters.slice(0, LETTERS_COMPARED))}`];
}
