import type { Gloss } from '../../core/gloss/gloss.ts';
import type { More, Wanted } from '../../core/gloss/more.ts';
import type { Target } from './target.ts';

/** In pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a card was opened. */
export interface Opening {
  /** Where the pointer is, if it was opened with it. */
  readonly pointer: Point | null;
  /** Whether it stays when the pointer leaves. */
  readonly isHeld: boolean;
  /** Whether it shows all at once, or what is read at a glance. */
  readonly isWhole: boolean;
}

/** One card while it is in the page. */
export interface ShownCard {
  readonly target: Target;
  /** Whether the page has left it where it was put. */
  isStanding(): boolean;
  isPinned(): boolean;
  /** Whether it stays when the pointer leaves: it is pinned, was opened to stay, or the keyboard is in use there. */
  isHeld(): boolean;
  /** Whether anything of the target is drawn. */
  isTargetDrawn(): boolean;
  /** Whether the target is still where it was when the card was put beside it. */
  isTargetInPlace(): boolean;
  /** Whether a point is on the way from the target to the card. */
  isOnTheWay(point: Point): boolean;
  /** Whether the pointer is in it. */
  isPointedAt(): boolean;
  hasFocus(): boolean;
  contains(event: Event): boolean;
  focus(): void;
  /** The reader has written something about the link, which was not so when it opened. */
  showOwn(): void;
  /** Puts it right in a window that has changed. */
  refit(): void;
  remove(): void;
}

/** What a card asks of its opener. */
export interface CardOpener {
  /** What is said of the link; null where that could not be loaded. */
  describe(): Promise<Gloss | null>;
  /** More of that; null where the link leads elsewhere by now. Rejects where it could not be loaded. */
  describeMore(wanted: Wanted): Promise<More | null>;
  /** The reader is done with the card. */
  close(): void;
}

/** Shows a card at its target, but not before it is in its place; one without a gloss says that it could not be loaded. */
export type ShowCard = (
  target: Target,
  gloss: Gloss | null,
  opening: Opening,
  opener: CardOpener,
) => Promise<ShownCard>;
