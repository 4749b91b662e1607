import type { Gloss } from './gloss.ts';
import type { IsoDate, Sureness } from './model.ts';

/** What a page, the scanner or the annotator may ask the background. One entry a request, one map a direction. */
export interface BackgroundRequests {
  /** What each address deserves as a mark, in the order asked; `none` for all where marks are off. */
  resolveLinks(request: { readonly addresses: readonly string[] }): readonly Sureness[];
  /** Everything about one link, for the card. `text` is the link's own. */
  describeLink(request: { readonly address: string; readonly text: string }): Gloss;
  /** Everything about the page in a tab, for the popup. */
  describePage(request: { readonly address: string; readonly title: string }): Gloss;
  /** The marked links of a tab, frame by frame. */
  listMarks(request: { readonly tabId: number }): readonly FrameMarks[];
  /** What the library holds, for the options page. */
  readLibraryState(request: Record<string, never>): LibraryState;
}

/** What the background or a page may ask the scanner of one frame. */
export interface ScannerRequests {
  listMarks(request: Record<string, never>): readonly MarkedLink[];
  /** Scrolls to a marked link and puts the focus on it; false where it is gone. */
  showMark(request: { readonly id: number }): boolean;
  /** The settings have changed: take all marks off and ask again. */
  refreshMarks(request: Record<string, never>): true;
}

export interface MarkedLink {
  /** Counts marks within one frame; a mark keeps its id while it lives. */
  readonly id: number;
  readonly text: string;
  readonly address: string;
  readonly sureness: Sureness;
}

export interface FrameMarks {
  readonly frameId: number;
  readonly marks: readonly MarkedLink[];
}

export interface LibraryState {
  /** `memory`: IndexedDB was refused, and the bundled index serves by itself. */
  readonly kept: 'indexeddb' | 'memory';
  readonly version: string;
  readonly feeds: readonly {
    readonly handle: string;
    readonly displayName: string;
    readonly asOf: IsoDate | null;
    readonly posts: number;
    readonly recommendations: number;
    readonly publications: number;
  }[];
}

/** A request as it travels: the name of the request and what it takes. */
export type MessageTo<Requests> = {
  [Name in keyof Requests]: {
    readonly name: Name;
    readonly request: RequestOf<Requests, Name>;
  };
}[keyof Requests];

export type RequestOf<Requests, Name extends keyof Requests> = Requests[Name] extends (request: infer Request) => unknown
  ? Request
  : never;

export type AnswerOf<Requests, Name extends keyof Requests> = Requests[Name] extends (request: never) => infer Answer
  ? Answer
  : never;
