import { postAddress } from '../cite/bluesky.ts';
import { citedAddress } from '../cite/citation.ts';
import type { Evidence, FollowUp, FollowUpChange, Note, Subject } from '../model/own.ts';
import type { Author, Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Item, PostItem, RecommendationItem } from './items.ts';

/** Lists are of short texts of one line each. */
export type Cell = string | number | boolean | null | readonly string[];

/** What a table says in one row, by the names of its columns (`docs/formats.md`). */
export type Row = Readonly<Record<string, Cell>>;

/** Every field of a type as columns: a new field does not compile until it is placed. */
type Columns<Of> = { readonly [Field in keyof Of]-?: (value: Of[Field]) => Row };

/** Stands between several texts in one cell. */
const BETWEEN_TEXTS = '\n\n* * *\n\n';

const POST: Columns<Post> = {
  id: as('id'),
  uri: as('uri'),
  author: rowOfAuthor,
  time: as('time'),
  text: as('text'),
  likes: as('likes'),
  reposts: as('reposts'),
  replies: as('replies'),
  quotes: as('quotes'),
  mentions: as('mentions'),
  addresses: (addresses) => ({
    addresses: addresses.map(({ shown }) => shown),
    addresses_cut: addresses.filter(({ isComplete }) => !isComplete).map(({ shown }) => shown),
  }),
  linkCard: (card) => ({
    link_card_title: card?.title ?? null,
    link_card_title_is_certain: card?.titleIsCertain ?? null,
    link_card_description: card?.description ?? null,
    link_card_site: card?.siteName ?? null,
  }),
  images: as('images'),
  alternativeTexts: as('alternative_texts'),
  languages: as('languages'),
  tags: as('tags'),
  labels: as('labels'),
  quote: as('quote'),
  isRepost: as('is_repost'),
  thread: as('thread'),
  publications: as('publications'),
};

const PUBLICATION: Columns<Publication> = {
  id: as('id'),
  kind: as('publication_kind'),
  title: as('title'),
  otherTitles: as('other_titles'),
  titleIsCertain: as('title_is_certain'),
  description: as('description'),
  siteName: as('site_name'),
  isIfg: as('is_ifg'),
  section: as('section'),
  addresses: as('addresses'),
  displayForms: as('display_forms'),
  coverageOf: as('coverage_of'),
};

const RECOMMENDATION: Columns<Recommendation> = {
  number: as('number'),
  text: as('text'),
  section: as('section'),
  post: as('post'),
  thread: as('thread'),
  publication: (publication) => ({ publications: publication === null ? [] : [publication] }),
};

const NOTE: Columns<Omit<Note, 'kind'>> = {
  id: as('id'),
  subject: rowOfSubject,
  made: asInstant('made'),
  changed: asInstant('changed'),
  version: (version) => ({ version: JSON.stringify(version) }),
  texts: (texts) => ({ text: texts.join(BETWEEN_TEXTS) }),
};

const EVIDENCE: Columns<Evidence> = {
  id: as('id'),
  address: as('address'),
  title: as('title'),
  quotation: as('quotation'),
  around: (around) => ({ prefix: around?.prefix ?? null, suffix: around?.suffix ?? null }),
  day: as('time'),
  remark: as('remark'),
};

/** Evidence and history have rows of their own. */
const FOLLOW_UP: Columns<Omit<FollowUp, 'kind' | 'evidence' | 'history'>> = {
  id: as('id'),
  subject: rowOfSubject,
  made: asInstant('made'),
  changed: asInstant('changed'),
  version: (version) => ({ version: JSON.stringify(version) }),
  response: as('response'),
  progress: as('progress'),
  checkOn: as('check_on'),
  remarks: (remarks) => ({ remark: remarks.join(BETWEEN_TEXTS) }),
};

/** The rows of an item: one, and for a follow-up one more for each evidence and each change. */
export function rowsOf(item: Item): readonly Row[] {
  switch (item.kind) {
    case 'post':
      return [{ kind: item.kind, ...rowOfSaid(item), address: postAddress(item.post), ...rowBy(POST, item.post) }];
    case 'recommendation':
      return [{ kind: item.kind, ...rowOfSaid(item), ...rowBy(RECOMMENDATION, item.recommendation) }];
    case 'publication': {
      const { kind, publication, posts } = item;
      return [{ kind, ...rowBy(PUBLICATION, publication), address: citedAddress(publication), posts }];
    }
    case 'note':
      return [{ kind: item.kind, ...rowBy(NOTE, item.note) }];
    case 'follow-up':
      return rowsOfFollowUp(item.followUp);
  }
}

function rowsOfFollowUp(followUp: FollowUp): readonly Row[] {
  const of = { follow_up: followUp.id };
  return [
    { kind: 'follow-up', ...rowBy(FOLLOW_UP, followUp) },
    ...followUp.evidence.map((evidence) => ({ kind: 'evidence', ...of, ...rowBy(EVIDENCE, evidence) })),
    ...followUp.history.map((change) => ({ kind: 'change', ...of, ...rowOfChange(change) })),
  ];
}

function rowBy<Of extends object>(columns: Columns<Of>, of: Of): Row {
  const rows = Object.keys(columns).map((field) => columns[field as keyof Of](of[field as keyof Of]));
  return Object.assign({}, ...rows);
}

function rowOfSaid({ feed, about }: PostItem | RecommendationItem): Row {
  return {
    feed_handle: feed?.handle ?? null,
    feed_name: feed?.displayName ?? null,
    about: about?.title ?? null,
  };
}

function rowOfAuthor(author: Author | null): Row {
  return {
    author_did: author?.did ?? null,
    author_handle: author?.handle ?? null,
    author_name: author?.displayName ?? null,
  };
}

/** What something is about, in the columns that the same things have in rows of their own. */
function rowOfSubject(subject: Subject): Row {
  const publication = subject.kind === 'post' ? subject.about : subject.publication;
  const named = {
    subject: subject.kind,
    about: publication?.title ?? null,
    publications: publication === null ? [] : [publication.id],
    addresses: publication?.addresses ?? [],
  };
  switch (subject.kind) {
    case 'post': {
      const { post, uri, time, author, words } = subject;
      return { ...named, post, uri, time, ...rowOfAuthor(author), quotation: words };
    }
    case 'recommendation': {
      const { thread, post, uri = null, number, section, words } = subject;
      return { ...named, thread, post, uri, number, section, quotation: words };
    }
    case 'publication':
      return named;
  }
}

function rowOfChange({ at, field, from, to }: FollowUpChange): Row {
  return { time: showInstant(at), field, from: showValue(from), to: showValue(to) };
}

function showValue(value: FollowUpChange['from']): string | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** `YYYY-MM-DDTHH:MM:SS.sssZ` of milliseconds since 1970. */
export function showInstant(time: number): string {
  return new Date(time).toISOString();
}

function as(name: string): (value: Cell) => Row {
  return (value) => ({ [name]: value });
}

function asInstant(name: string): (time: number) => Row {
  return (time) => ({ [name]: showInstant(time) });
}
