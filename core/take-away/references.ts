import { postAddress } from '../cite/bluesky.ts';
import { citedAddress } from '../cite/citation.ts';
import { oneLine } from '../cite/one-line.ts';
import { dayOfTime } from '../local-day.ts';
import type { IsoDate, PublicationId } from '../model/ids.ts';
import type { Evidence, FollowUp, Note, PostSubject, Subject } from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { PublicationKind } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { createItemIndex } from '../own/item-index.ts';
import { areOne, keysOfPost, keysOfPublication, keysOfSubject, type OwnKey } from '../own/keys.ts';
import { subjectOfRecommendation } from '../own/subjects.ts';
import { type Item, type PostItem, type PublicationItem, type TakenAway, writerOf } from './items.ts';

/** What reference managers keep of a source: texts of one line each but for abstract and notes. */
export interface Reference {
  /** Names it among all references. */
  readonly id: string;
  readonly kind: PublicationKind | 'post';
  readonly title: string;
  readonly author: string | null;
  readonly day: IsoDate | null;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly abstract: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly keywords: readonly string[];
  readonly notes: readonly string[];
  /** What it was made of. */
  readonly of: readonly unknown[];
}

/** Words of the language in which references are written. */
export interface ReferenceWords {
  /** For a title whose end is a guess. */
  readonly doubt: string;
  /** Says what became of a recommendation. */
  readonly sayFollowUp: (followUp: FollowUp) => string;
}

/** Letters of a post that stand for its title, as in Zotero's own translator. */
const TITLE_LENGTH = 140;
const PUBLISHER = 'Bluesky';

/**
 * The posts, publications and evidence of what is taken away, as sources to cite. Recommendations and what the reader wrote
 * are notes of the source that they are about; where it is not among these, it is a source, too.
 */
export function referencesOf(
  { items, sources: known }: Pick<TakenAway, 'items' | 'sources'>,
  words: ReferenceWords,
): readonly Reference[] {
  const sources = new Map<string, Reference>();
  const places = createItemIndex<string>();
  const add = (reference: Reference, keys: readonly OwnKey[]) => {
    if (!sources.has(reference.id)) sources.set(reference.id, reference);
    places.put(reference.id, keys);
  };
  for (const item of items) {
    if (item.kind === 'post') add(referenceOfPost(item), keysOfPost(item.post));
    if (item.kind === 'publication') add(referenceOfPublication(item, words), keysOfPublication(item.publication));
  }
  for (const item of items) {
    if (item.kind === 'post' || item.kind === 'publication') continue;
    const subject = subjectOf(item);
    const keys = keysOfSource(subject);
    if (places.find(keys) === null) {
      const source = known.find((each) => areOne(new Set(keysOfPublication(each)), keys));
      if (source === undefined) add(referenceOfSubject(subject), keys);
      else add(referenceOfPublication({ publication: source }, words), [...keysOfPublication(source), ...keys]);
    }
    const reference = sources.get(places.find(keys) ?? '');
    if (reference !== undefined) sources.set(reference.id, withNote(reference, item, words));
    if (item.kind === 'follow-up') for (const each of item.followUp.evidence) add(referenceOfEvidence(each), []);
  }
  return [...sources.values()];
}

function referenceOfPost({ post, feed }: Omit<PostItem, 'kind' | 'about'>): Reference {
  const by = writerOf({ post, feed });
  const { linkCard, alternativeTexts } = post;
  const card = linkCard && [linkCard.title, linkCard.description, linkCard.siteName ?? ''];
  return {
    ...sayPost(post),
    author: by === null ? null : `${oneLine(by.displayName)} [@${by.handle}]`.trim(),
    address: postAddress(post),
    languages: post.languages,
    keywords: post.tags.map(oneLine),
    notes: [...(card === null ? [] : [card.filter((part) => part !== '').join(' – ')]), ...alternativeTexts],
    of: [post],
  };
}

function sayPost({ id, time, text }: Pick<Post, 'id' | 'time' | 'text'>) {
  const day = dayOfTime(time);
  return { id, kind: 'post', title: titleOf(text), day, publisher: PUBLISHER, abstract: text } as const;
}

function titleOf(text: string): string {
  const letters = [...oneLine(text)];
  return letters.length <= TITLE_LENGTH
    ? letters.join('')
    : `${letters
        .slice(0, TITLE_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

const NOTHING_KNOWN = { author: null, day: null, publisher: null, abstract: '', languages: [], keywords: [] } as const;

function referenceOfPublication(
  { publication }: Pick<PublicationItem, 'publication'>,
  { doubt }: ReferenceWords,
): Reference {
  const { id, kind, title, titleIsCertain, siteName, description } = publication;
  return {
    ...NOTHING_KNOWN,
    id,
    kind,
    title: oneLine(title),
    publisher: oneLine(siteName ?? '') || null,
    address: citedAddress(publication),
    abstract: description,
    notes: titleIsCertain ? [] : [doubt],
    of: [publication],
  };
}

function referenceOfEvidence(evidence: Evidence): Reference {
  const { id, address, title, quotation, day, remark } = evidence;
  return {
    ...NOTHING_KNOWN,
    id,
    kind: 'page',
    title: oneLine(title) || oneLine(address),
    day,
    address: oneLine(address) || null,
    abstract: quotation,
    notes: remark === '' ? [] : [remark],
    of: [evidence],
  };
}

/** What something was written about, as it was then: of a recommendation its publication, where that is known. */
function referenceOfSubject(subject: Subject): Reference {
  if (subject.kind === 'post') return referenceOfPostSubject(subject);
  const { publication } = subject;
  const words = subject.kind === 'recommendation' ? titleOf(subject.words) : '';
  return {
    ...NOTHING_KNOWN,
    id: subject.kind === 'recommendation' ? (publication?.id ?? subject.post) : subject.publication.id,
    kind: 'page',
    title: oneLine(publication?.title ?? '') || words,
    address: publication?.addresses[0] ?? null,
    notes: [],
    of: [],
  };
}

function referenceOfPostSubject({ post: id, uri, time, author, words }: PostSubject): Reference {
  return {
    ...NOTHING_KNOWN,
    ...sayPost({ id, time, text: words }),
    author: author && `${oneLine(author.displayName)} [@${author.handle}]`.trim(),
    address: postAddress({ uri }),
    notes: [],
    of: [],
  };
}

/** What leads to the source that something was written about: of a recommendation the publication. */
function keysOfSource(subject: Subject): readonly OwnKey[] {
  return subject.kind === 'recommendation' && subject.publication !== null
    ? keysOfPublication(subject.publication)
    : keysOfSubject(subject);
}

type NotedItem = Exclude<Item, PostItem | PublicationItem>;

function subjectOf(item: NotedItem): Subject {
  switch (item.kind) {
    case 'note':
      return item.note.subject;
    case 'follow-up':
      return item.followUp.subject;
    case 'recommendation': {
      const { recommendation, about } = item;
      return subjectOfRecommendation(recommendation, about && { ...about, addresses: [] });
    }
  }
}

function withNote(reference: Reference, item: NotedItem, { sayFollowUp }: ReferenceWords): Reference {
  switch (item.kind) {
    case 'note':
      return added(reference, textsOfNote(item.note), item.note);
    case 'follow-up':
      return added(reference, [sayFollowUp(item.followUp)], item.followUp);
    case 'recommendation':
      return added(reference, [sayRecommendation(item.recommendation)], item.recommendation);
  }
}

function added(reference: Reference, notes: readonly string[], of: unknown): Reference {
  return { ...reference, notes: [...reference.notes, ...notes], of: [...reference.of, of] };
}

/** A note on a recommendation says which it is about. */
function textsOfNote({ subject, texts }: Note): readonly string[] {
  return subject.kind === 'recommendation'
    ? texts.map((text) => `${subject.number}. ${subject.words}\n${text}`)
    : texts;
}

function sayRecommendation({ number, text, section }: Recommendation): string {
  return section === null ? `${number}. ${text}` : `${section}: ${number}. ${text}`;
}

/** The publications that recommendations, notes and follow-up are about, as far as they are none of what is taken away. */
export function sourcesAskedFor(items: readonly Item[]): readonly PublicationId[] {
  const taken = new Set(items.flatMap((item) => (item.kind === 'publication' ? [item.publication.id] : [])));
  const named = items.flatMap((item) => {
    if (item.kind === 'post' || item.kind === 'publication') return [];
    const subject = subjectOf(item);
    return subject.kind === 'post' ? [] : [subject.publication?.id ?? null];
  });
  return [...new Set(named)].filter((id): id is PublicationId => id !== null && !taken.has(id));
}
