import type { FeedId, Handle, IsoDate, PostId, PublicationId } from '../model/ids.ts';
import type { Note, Progress, Response } from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';

/** `relevance`: the best first; `day`: the newest first. */
export type SearchOrder = 'relevance' | 'day';

/** Hits in one answer at most. */
export const HITS_IN_PART = 100;
/** Hits that are shown at first: more than a window holds, and each takes Firefox some 0.4 ms to read. */
export const HITS_AT_FIRST = 50;

/** What the library page looks for: words and filters as its reader types them (`core/search/query.ts`). */
export interface SearchRequest {
  readonly text: string;
  readonly order: SearchOrder;
  /** Where the part of the hits begins, counted from 0. */
  readonly start: number;
  /** Hits in the answer; those who only count ask for none. `HITS_IN_PART` at most are given. */
  readonly most: number;
  /** Begins at the first hit of that day or an earlier one instead, where hits are ordered by day; null for `start`. */
  readonly from: IsoDate | null;
  /** Milliseconds since 1970: what came later is new. */
  readonly newSince: number;
}

/** A part of what was found, and how all of it is spread. */
export interface SearchAnswer {
  /** Exactly how many there are. */
  readonly total: number;
  readonly start: number;
  readonly hits: readonly SearchHit[];
  readonly counts: SearchCounts;
  /** What was looked for instead, where nothing holds what was asked; null where it was as asked. */
  readonly instead: Instead | null;
  /** What of the text is no filter though it looks like one; it was looked for as words. */
  readonly faults: readonly QueryFault[];
}

/** How what was asked is read otherwise. `spelling`: `text` with a word one letter away; `some`: not all of the words. */
export type Instead = { readonly kind: 'spelling'; readonly text: string } | { readonly kind: 'some' };

/** UTF-16 offsets in the text that was asked. */
export interface QueryFault {
  readonly kind:
    | 'no-day'
    | 'no-kind'
    | 'no-account'
    | 'no-publication'
    | 'no-site'
    | 'no-own'
    | 'no-word'
    /** `OR`. */
    | 'no-choice'
    /** A filter behind a minus. */
    | 'no-turning'
    /** What looks like a filter, as those of other searches. */
    | 'no-filter';
  readonly start: number;
  readonly end: number;
}

export type HitKind = 'publication' | 'recommendation' | 'post' | 'note';

export type SearchHit =
  | ({ readonly kind: 'publication'; readonly publication: Publication; readonly posts: number } & HitBase)
  | ({ readonly kind: 'recommendation'; readonly recommendation: Recommendation } & SaidBase)
  | ({ readonly kind: 'post'; readonly post: Post } & SaidBase)
  | ({ readonly kind: 'note'; readonly note: Note } & NoteBase);

interface NoteBase extends HitBase {
  /** The publication that it is about, or that what it is about is about; null where that is not known. */
  readonly about: { readonly id: PublicationId; readonly title: string } | null;
  /** What it is about as the library has it now; null where it has it no more. */
  readonly item: OwnItem | null;
}

/** Names an item of the library that the reader wrote about. */
export type OwnItem =
  | { readonly kind: 'post'; readonly id: PostId }
  | { readonly kind: 'publication'; readonly id: PublicationId }
  | { readonly kind: 'recommendation'; readonly post: PostId; readonly number: number };

interface HitBase {
  /** The day of a post, of the newest one about a publication, or when a note was last changed; null where nobody speaks of it. */
  readonly day: IsoDate | null;
  /** Where it holds what was asked, the weightiest first; empty where no words were asked. */
  readonly foundIn: readonly Found[];
  readonly isNew: boolean;
}

interface SaidBase extends HitBase {
  readonly feed: FeedId;
  /** What it is about, with its title; null where that is not known. */
  readonly about: { readonly id: PublicationId; readonly title: string } | null;
}

/**
 * `about`: the title of what a post or recommendation is about; `posts`: what a post about a publication says; `follow-up`:
 * what the reader wrote of a recommendation; `shown-address`: a shortened address of a publication, as posts show it.
 */
export type FoundField =
  | 'title'
  | 'other-title'
  | 'description'
  | 'posts'
  | 'text'
  | 'section'
  | 'link-card'
  | 'alternative-text'
  | 'tag'
  | 'about'
  | 'note'
  | 'follow-up'
  | 'shown-address';

/** A text of a hit, and where what was asked stands in it. */
export interface Found {
  readonly field: FoundField;
  /** As it is stored; a long one is cut around the first word that was found. */
  readonly text: string;
  /** UTF-16 offsets in `text`, in rising order, none in another. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Of all hits, as each control shows: with every filter but its own. The most frequent first; months the newest first. */
export interface SearchCounts {
  readonly kinds: Readonly<Record<HitKind, number>>;
  readonly accounts: readonly { readonly handle: Handle; readonly displayName: string; readonly hits: number }[];
  /** The 20 that most hits are about. */
  readonly publications: readonly { readonly id: PublicationId; readonly title: string; readonly hits: number }[];
  /** `YYYY-MM`. */
  readonly months: readonly { readonly month: string; readonly hits: number }[];
  /** How many of the hits are new. */
  readonly new: number;
  readonly own: OwnCounts;
}

/** Hits by what the reader wrote about them; a recommendation that nothing was written about stands where all begin. */
export interface OwnCounts {
  readonly notes: number;
  readonly followUps: number;
  /** Recommendations that are to be looked at again by now. */
  readonly due: number;
  readonly responses: Readonly<Record<Response, number>>;
  readonly progress: Readonly<Record<Progress, number>>;
}
