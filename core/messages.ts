import type { Gloss } from './gloss.ts';
import type { FoundKey, LookedUp, Question } from './looked-up.ts';
import type { IsoDate, PostId, PublicationId } from './model/ids.ts';
import type { Sureness } from './model/match.ts';

/**
 * What a page, the scanner or the annotator may ask the background. One entry a request, one map a direction;
 * `requests/` says who may ask for what, and in which form.
 */
export interface BackgroundRequests {
  /**
   * What each link deserves as a mark, in the order asked; `none` for all where marks are off. With the first match for a
   * frame the background prepares it for marks of that kind.
   */
  resolveLinks(request: {
    /** 200 at most. */
    readonly links: readonly AskedLink[];
    readonly kind: MarkKind;
    /** Whether the frame has had no match of that kind yet. */
    readonly isFirst: boolean;
  }): readonly LinkMatch[];
  /** Puts into the frame that asks what reads and marks the addresses that its texts spell out. */
  prepareTexts(request: Record<string, never>): null;
  /** What a frame's document has marks for by now, for the badge; nothing once it is left. */
  reportMarks(request: {
    readonly publications: readonly PublicationId[];
    /** When the document began, in milliseconds: it tells the documents of a frame apart. */
    readonly began: number;
  }): null;
  /** A mark in the asking frame needs more than an underline: gives the frame what draws it. */
  drawForms(request: Record<string, never>): null;
  /** Everything about one link, for the card; asked with what its mark was asked with, it makes the same claim. */
  describeLink(
    request: AskedLink & {
      /** Whether the frame has drawn no card yet: then it is also given what draws them. */
      readonly isFirst: boolean;
    },
  ): Gloss;
  /**
   * Opens a card for a link of the asking frame, which is too small for it, in the tab's own page beside the frame; false
   * where none can be opened there.
   */
  openCardOutside(request: OutsideCard): boolean;
  /** The reader is done with that card, as far as the asking frame can tell. */
  closeCardOutside(request: { readonly opener: string }): boolean;
  /** A card outside its link's frame has closed, and had the focus or not. */
  tellCardClosed(request: ClosedCard): boolean;
  /** A card has opened in a frame of the tab that asks: those in its other frames close. */
  closeOtherCards(request: { readonly except: string }): boolean;
  /** What is known of the page that asks. */
  describePage(request: Record<string, never>): TabState;
  /** What is known of the page in a tab. */
  describeTab(request: { readonly tabId: number }): TabState;
  /** Which passages of the asking page's text the posts about it are about; none where marks are off. */
  findPassages(request: { readonly paragraphs: readonly string[] }): readonly FoundPassage[];
  /** What the marked links of a tab lead to, the surest first. */
  listMarks(request: { readonly tabId: number }): readonly MarkedPublication[];
  /** The tab that asks has come to a page of a site that is switched off: its icon is to show it. */
  showSiteOff(request: Record<string, never>): true;
  /** A card to show to who has not met one yet; null where the library has none fit to show. */
  describeSample(request: Record<string, never>): Gloss | null;
  /** What is known of an address, or of words; where nothing is asked, the publications that most is said about. */
  lookUp(request: Question): LookedUp;
  /** Everything about something that was looked up; null where the library no longer holds it. */
  describeFound(request: FoundKey): Gloss | null;
  /** What the library holds, for the options page. */
  readLibraryState(request: Record<string, never>): LibraryState;
}

/** What the background or a page may ask the scanner of one frame. */
export interface ScannerRequests {
  listMarks(request: Record<string, never>): readonly MarkedLink[];
  /** Opens what hides a marked link, scrolls there and puts the focus on it; false where it is gone or cannot be seen. */
  showMark(request: { readonly id: number }): boolean;
  /** The settings have changed: take all marks off and ask again. */
  refreshMarks(request: Record<string, never>): true;
}

/** What the background may ask the annotators of a tab's frames. */
export interface AnnotatorRequests {
  /** Opens the card of the link that has the focus, and moves the focus into it; false where there is none. */
  openCard(request: Record<string, never>): boolean;
  /** Closes the card, but not in the frame whose annotator has this id. */
  closeCard(request: { readonly except: string }): boolean;
  /** Opens a card beside the frame that the reader is in; false where none is found. */
  openFrameCard(request: OutsideCard & { readonly gloss: Gloss }): boolean;
  /** Closes that card, unless the reader is in it. */
  closeFrameCard(request: { readonly opener: string }): boolean;
  /** That card has closed: where it had the focus, its link gets it back. */
  frameCardClosed(request: ClosedCard): boolean;
}

/** A card that stands outside its link's frame. */
export interface OutsideCard {
  readonly address: string;
  readonly text: string;
  readonly sureness: string;
  /** The id of the annotator in the link's frame. */
  readonly opener: string;
  /** Whether it stays when the pointer leaves, and takes the focus. */
  readonly isHeld: boolean;
}

export interface ClosedCard {
  readonly opener: string;
  readonly hadFocus: boolean;
}

/** What the background tells the popup and the side panel, where any is open. */
export interface PaneRequests {
  /** What is marked in a tab has changed. */
  marksChanged(request: { readonly tabId: number }): true;
}

export interface TabState {
  readonly tabId: number;
  /** The host name of the page; null on pages that no extension may look at. */
  readonly site: string | null;
  /** Whether marks are on there. */
  readonly isOn: boolean;
  /** What is said about the page itself; null where `site` is. */
  readonly gloss: Gloss | null;
  /** Whether the browser lets no script into the page. */
  readonly isClosed: boolean;
}

/** A passage of a page's text, and what is about it. */
export interface FoundPassage {
  /** Of the paragraphs that were asked about, from 0. */
  readonly paragraph: number;
  /** UTF-16 offsets into the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly remarks: readonly FoundRemark[];
}

export interface FoundRemark {
  readonly post: PostId;
  /** The number of the recommendation in the post; null where it is the post itself. */
  readonly recommendation: number | null;
  /** Why: what both say, in the words of the page. */
  readonly words: readonly string[];
}

/** Marks on links, and on addresses that a text spells out. */
export type MarkKind = 'link' | 'text';

/** What a claim about a link is made from. */
export interface AskedLink {
  /** 2,048 UTF-16 units at most. */
  readonly address: string;
  /** What it says, in one line of 300 UTF-16 units at most; empty for an address that a text spells out. */
  readonly text: string;
}

/** As much of a match as a mark needs. */
export interface LinkMatch {
  readonly sureness: Sureness;
  /** Set where the mark is a claim. */
  readonly publication: PublicationId | null;
  /** How many posts are about it, or only related to it. */
  readonly posts: number;
}

export interface MarkedLink extends LinkMatch {
  /** Counts marks within one frame; a mark keeps its id while it lives. */
  readonly id: number;
  readonly text: string;
  readonly address: string;
}

export interface FrameMarks {
  readonly frameId: number;
  readonly marks: readonly MarkedLink[];
}

/** A publication that links of a tab lead to, or a page that posts are only related to. */
export interface MarkedPublication {
  /** The publication's id, or the page's canonical address. */
  readonly key: string;
  readonly publication: PublicationId | null;
  /** The publication's title, or for another page the longest text that leads there. */
  readonly title: string;
  /** Of the surest link. */
  readonly sureness: Sureness;
  /** In the order of the page; at least one. */
  readonly links: readonly MarkedText[];
}

/** Links of one text and one address. */
export interface MarkedText {
  /** On one line; empty for a link without text. */
  readonly text: string;
  readonly address: string;
  readonly sureness: Sureness;
  /** Where they are, in the order of the page; at least one. */
  readonly places: readonly MarkPlace[];
}

/** Where a mark is: in which frame, and its number there. */
export interface MarkPlace {
  readonly frameId: number;
  readonly id: number;
}

/**
 * Why the browser does not keep the library. `refused`: it does not let extensions store, or has no room; `unanswered`:
 * its storage does not answer in time; `newer`: a newer version of the extension stored the library; `damaged`: what is
 * stored stays damaged when it is stored anew; `failed`: a fault of the extension's own.
 */
export type MemoryCause = 'refused' | 'unanswered' | 'newer' | 'damaged' | 'failed';

export interface Keeping {
  /** `memory`: the bundled index serves by itself. */
  readonly kept: 'indexeddb' | 'memory';
  /** Why it is in memory; null where it is not. */
  readonly because: MemoryCause | null;
}

export interface LibraryState extends Keeping {
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

export type RequestOf<Requests, Name extends keyof Requests> = Requests[Name] extends (
  request: infer Request,
) => unknown
  ? Request
  : never;

export type AnswerOf<Requests, Name extends keyof Requests> = Requests[Name] extends (request: never) => infer Answer
  ? Answer
  : never;

/** Sends one request of a map and gives its answer; rejects with the reason where the other side failed. */
export type Ask<Requests> = <Name extends keyof Requests>(
  name: Name,
  request: RequestOf<Requests, Name>,
) => Promise<AnswerOf<Requests, Name>>;

/** The answers of one side, one function a request; `From` is what is known of who asks. */
export type Answers<Requests, From> = {
  readonly [Name in keyof Requests]: (
    request: RequestOf<Requests, Name>,
    from: From,
  ) => AnswerOf<Requests, Name> | Promise<AnswerOf<Requests, Name>>;
};

type Send = (message: unknown) => Promise<unknown>;

/** Asks once; rejects also where no answer comes back: none of the maps has `undefined` for one. */
export function createAsk<Requests>(send: Send): Ask<Requests> {
  return async (name, request) => {
    const answer = await send({ name, request });
    if (answer === undefined) throw new Error(`No answer to ${String(name)}.`);
    // The other side is written against the same map, so its answer has the type that the map gives.
    return answer as Awaited<ReturnType<Ask<Requests>>>;
  };
}

/** Asks the background, and once more where that fails: browsers stop a background also while it answers. */
export function createBackgroundAsk(send: Send): Ask<BackgroundRequests> {
  const askOnce = createAsk<BackgroundRequests>(send);
  return (name, request) => askOnce(name, request).catch(() => askOnce(name, request));
}

/** The answer to a message, or null where it is none of this map. */
export function answerMessage<Requests, From>(
  answers: Answers<Requests, From>,
  message: unknown,
  from: From,
): Promise<unknown> | null {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('request' in message)) return null;
  if (typeof message.name !== 'string' || !Object.hasOwn(answers, message.name)) return null;
  const answer = answers[message.name as keyof Requests] as (request: unknown, from: From) => unknown;
  return Promise.resolve().then(() => answer(message.request, from));
}
