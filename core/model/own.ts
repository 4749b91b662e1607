import type { AtUri, CanonicalAddress, IsoDate, PostId, PostTime, PublicationId, ThreadId } from './ids.ts';
import type { Author } from './post.ts';

/** Names a record of the reader's own for good, made of what it is about: two that write about one thing write one record. */
export type OwnId = string;
/** Names one session of one browser, random: a copy of a profile writes under another name, too. */
export type WriterId = string;

/** How often each writer has changed a record: tells whether one of two forms of it came out of the other. */
export type Version = Readonly<Record<WriterId, number>>;

/** A publication as it was called when something was written about it. */
export interface NamedPublication {
  readonly id: PublicationId;
  readonly title: string;
  /** At most three. */
  readonly addresses: readonly CanonicalAddress[];
}

export interface PostSubject {
  readonly kind: 'post';
  readonly post: PostId;
  /** Its address, also where it got that since; null where it is not known. */
  readonly uri: AtUri | null;
  readonly time: PostTime;
  readonly author: Author | null;
  /** The post's whole text as it was. */
  readonly words: string;
  readonly about: NamedPublication | null;
}

export interface RecommendationSubject {
  readonly kind: 'recommendation';
  readonly publication: NamedPublication | null;
  readonly thread: ThreadId;
  /** The post that holds it. */
  readonly post: PostId;
  readonly number: number;
  readonly section: string | null;
  /** Its whole text as it was. */
  readonly words: string;
  /** The address of its post, where that got one since. */
  readonly uri?: AtUri;
}

export interface PublicationSubject {
  readonly kind: 'publication';
  readonly publication: NamedPublication;
}

/** What something is about, with its words as they were: what is written stays true when the library no longer has it. */
export type Subject = PostSubject | RecommendationSubject | PublicationSubject;

interface Written {
  readonly id: OwnId;
  readonly subject: Subject;
  /** Milliseconds since 1970, as `changed`. */
  readonly made: number;
  readonly changed: number;
  readonly version: Version;
}

export interface Note extends Written {
  readonly kind: 'note';
  /** Plain text; several where it was written in two places at once, the latest first; never none. */
  readonly texts: readonly string[];
}

export const RESPONSES = ['none', 'accepted', 'accepted-in-part', 'rejected', 'superseded'] as const;
export const PROGRESS = ['not-started', 'under-way', 'done-in-part', 'done'] as const;

/** What a government answered to a recommendation. */
export type Response = (typeof RESPONSES)[number];
/** How far it has come. */
export type Progress = (typeof PROGRESS)[number];

/** What shows how a recommendation stands. */
export interface Evidence {
  /** Random. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly quotation: string;
  /** Where the quotation stands in its page; not there where it was typed, or taken before that was kept. */
  readonly around?: Around;
  /** The day it is of; null where the reader gives none. */
  readonly day: IsoDate | null;
  readonly remark: string;
}

/**
 * What stands before and behind a quotation in its page, up to 32 UTF-16 units each: with it the quotation is found again
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** What became of a recommendation, as the reader found out. */
export interface FollowUp extends Written {
  readonly kind: 'follow-up';
  readonly subject: RecommendationSubject;
  readonly response: Response;
  readonly progress: Progress;
  /** When to look again. */
  readonly checkOn: IsoDate | null;
  /** In the order in which it was added. */
  readonly evidence: readonly Evidence[];
  /** As a note's texts, but that there may be none. */
  readonly remarks: readonly string[];
  /** Every change of the above, the oldest first. */
  readonly history: readonly FollowUpChange[];
}

/** A change by the reader; `at` in milliseconds since 1970. */
export type FollowUpChange = { readonly at: number } & (
  | { readonly field: 'response'; readonly from: Response; readonly to: Response }
  | { readonly field: 'progress'; readonly from: Progress; readonly to: Progress }
  | { readonly field: 'checkOn'; readonly from: IsoDate | null; readonly to: IsoDate | null }
  /** Null for an evidence that was not there before, or is not after. */
  | { readonly field: 'evidence'; readonly from: Evidence | null; readonly to: Evidence | null }
  | { readonly field: 'remark'; readonly from: string; readonly to: string }
);

/** What is left of what the reader removed: a copy that still has it is older. */
export interface Removed {
  readonly kind: 'removed';
  readonly id: OwnId;
  readonly changed: number;
  readonly version: Version;
}

export type OwnRecord = Note | FollowUp | Removed;

/** A record in a form that a later version of the extension made: `text` is it as JSON, of which nothing else is known. */
export interface NewerRecord {
  readonly kind: 'newer';
  readonly id: OwnId;
  readonly text: string;
}

/** What is kept and backed up, be it understood or not. */
export type KeptRecord = OwnRecord | NewerRecord;
