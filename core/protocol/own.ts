import type { FollowUp, Note, RecommendationSubject, Subject } from '../model/own.ts';
import type { FollowUpEdit } from '../own/change.ts';
import type { OwnKey } from '../own/keys.ts';

/** What the extension's own pages ask of what the reader wrote; no script in a page may. */
export interface OwnRequests {
  /** What is about items with one of these keys, in no order. */
  findOwn(request: { readonly keys: readonly OwnKey[] }): readonly (Note | FollowUp)[];
  /** The latest first, in parts of 100 from `start`, which counts from 0. */
  listOwn(request: { readonly kind: OwnKind; readonly start: number }): OwnList;
  /** Changes one text of a note, `''` for none. Rejects where it is kept nowhere. */
  changeNote(request: NoteChange): Kept<Note>;
  /** Rejects where it is kept nowhere. */
  changeFollowUp(request: FollowUpChangeAsked): Kept<FollowUp>;
  /** How what the reader wrote is kept. */
  describeOwn(request: Record<string, never>): OwnState;
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
  readonly total: number;
}

/** What was asked for is kept; null where nothing is left of it. */
export interface Kept<Written> {
  readonly record: Written | null;
}

export interface OwnState {
  readonly notes: number;
  readonly followUps: number;
}
