import type { PublicationId } from '../model/ids.ts';
import type { FollowUp, Note, RecommendationSubject, Subject } from '../model/own.ts';
import type { FollowUpEdit } from '../own/change.ts';
import type { OwnKey } from '../own/keys.ts';

/** What the extension's own pages ask of what the reader wrote; no script in a page may. */
export interface OwnRequests {
  /** What is about items with one of these keys, in no order. */
  findOwn(request: { readonly keys: readonly OwnKey[] }): readonly (Note | FollowUp)[];
  /** The latest first, in parts of 100 from `start`, which counts from 0; `isAnchored`: with what the library has of each. */
  listOwn(request: { readonly kind: OwnKind; readonly start: number; readonly isAnchored: boolean }): OwnList;
  /** Changes one text of a note, `''` for none. Rejects where it is kept nowhere (`notKeptBecause`). */
  changeNote(request: NoteChange): Kept<Note>;
  /** Rejects as `changeNote`. */
  changeFollowUp(request: FollowUpChangeAsked): Kept<FollowUp>;
  /** How many recommendations of a publication were acted on; null where none of them was followed up. */
  countActedOn(request: { readonly publication: PublicationId }): ActedOn | null;
  /** How what the reader wrote is kept. */
  describeOwn(request: Record<string, never>): OwnState;
  /** The reader has seen what was repaired. */
  acknowledgeRepairs(request: Record<string, never>): null;
}

export interface ActedOn {
  readonly actedOn: number;
  /** Of how many, which the library has now. */
  readonly total: number;
}

export type OwnKind = (Note | FollowUp)['kind'];

export interface NoteChange {
  readonly subject: Subject;
  readonly from: string;
  readonly to: string;
}

export interface FollowUpChangeAsked {
  readonly subject: RecommendationSubject;
  readonly edit: FollowUpEdit;
}

export interface OwnList {
  readonly items: readonly (Note | FollowUp)[];
  /** What the library has now of what each is about, in their order; none where it was not asked for. */
  readonly anchors: readonly Anchor[];
  readonly total: number;
}

/**
 * What the library has now of what something was written about: the same with other words, or none where it is gone;
 * `unknown`: the library does not answer.
 */
export type Anchor =
  | { readonly kind: 'present'; readonly subject: Subject; readonly hasSameWords: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' };

/** What was asked for is kept; null where nothing is left of it. */
export interface Kept<Written> {
  readonly record: Written | null;
  readonly keptIn: KeptIn;
}

/** How what the reader wrote is kept: in the database and, for the case that something becomes of it, in a journal. */
export interface OwnState {
  readonly notes: number;
  readonly followUps: number;
  /** Records of a later version of the extension, which are kept and not shown. */
  readonly newer: number;
  readonly keptIn: KeptIn;
  /** What was found wrong since the reader last saw that. */
  readonly repairs: Repairs;
  readonly changesSinceBackup: number;
  /** Milliseconds since 1970; null where there was none. */
  readonly backedUpAt: number | null;
}

/** Why each of the two stores does not keep what it is given; null for one that does. */
export interface KeptIn {
  readonly database: KeepingFailure | null;
  readonly journal: KeepingFailure | null;
}

/**
 * `full`: there is no room; `newer`: a later version of the extension made what is there; `unanswered`: it does not answer
 * in time; `refused`: the browser does not let it, or it is broken.
 */
export type KeepingFailure = (typeof FAILURES)[number];

const FAILURES = ['full', 'newer', 'unanswered', 'refused'] as const;

/** What was found wrong with what is kept, by the number of records. */
export interface Repairs {
  /** Were missing, older or damaged in one of the stores, and were put back from the other. */
  readonly inDatabase: number;
  readonly inJournal: number;
  /** Were damaged in both; what is left of them is put aside. */
  readonly damaged: number;
  /** Were there once, and are in neither. */
  readonly lost: number;
}

const NOT_KEPT = 'not kept: ';

/** What a change rejects with where neither store keeps it. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly failure: KeepingFailure;
  constructor(failure: KeepingFailure) {
    super(`${NOT_KEPT}${failure}`);
    this.failure = failure;
  }
}

/** Why it is not kept, from what a request rejected with: errors come to other contexts as their words. */
export function notKeptBecause(error: unknown): KeepingFailure {
  const message = String(Object(error).message);
  return FAILURES.find((failure) => message.includes(`${NOT_KEPT}${failure}`)) ?? 'refused';
}
