import browser from 'webextension-polyfill';
import type { Gloss } from '../../core/gloss/gloss.ts';
import type { Wanted } from '../../core/gloss/more.ts';
import type { CardSettings } from '../../core/settings.ts';
import { drawsHtml } from '../../page/dom.ts';
import { ask } from '../../platform/ask.ts';
import { isTooSmall, showOutside } from './outside.ts';
import type { Opening as FullOpening, ShownCard } from './shown-card.ts';
import { asItIs, focusedElement, giveFocusTo, isThere, type Target } from './target.ts';

/** The one card of a frame, of which there is none in the page most of the time. */
export interface Card {
  /** The card that is open. */
  readonly shown: ShownCard | null;
  /** Tells this frame from the others of its tab. */
  readonly id: string;
  /** Opens at a target in place of any other; true when it is open. Nothing opens where it is closed before. */
  open(target: Target, opening: Opening): Promise<boolean>;
  /** The same with what is known already, for the annotator of another frame. */
  openFor(opener: string, target: Target, opening: Opening, gloss: Gloss): Promise<boolean>;
  /** Also gives up what is about to open. The focus goes from the card back to where it was, unless it is to be elsewhere. */
  close(options?: { readonly returnFocus: boolean }): void;
  /** Looks whether its reader has written something about the link by now. */
  renewOwn(): Promise<void>;
  /** Whether it is open at a target or about to be. */
  isFor(target: Target): boolean;
  /** Whether it was opened by the annotator with this id. */
  isOf(id: string): boolean;
}

/** As its opener says it; what is shown at first is the reader's choice where nothing is said of it. */
type Opening = Omit<FullOpening, 'isWhole'> & Partial<Pick<FullOpening, 'isWhole'>>;

/** Milliseconds by which a card may outlive its link or its page. */
const OUTLIVES = 100;
/** And in which the pointer of whoever means it is in the card, where the link is not drawn any more. */
const REACHED_WITHIN = 600;

export function createCard(settings: () => CardSettings): Card {
  // Pages over http have no `randomUUID`.
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  let awaited: Target | null = null;
  let shown: ShownCard | null = null;
  let opener = id;
  /** What had the focus when the card opened: the link, or what the reader was at beside it. */
  let before: Element | null = null;
  let watch: ReturnType<typeof setInterval> | undefined;

  const close = ({ returnFocus } = { returnFocus: true }) => {
    awaited = null;
    if (shown === null) return;
    const hadFocus = shown.hasFocus();
    clearInterval(watch);
    shown.remove();
    shown = null;
    if (hadFocus && returnFocus) giveFocusTo(before);
    if (opener !== id) void ask('tellCardClosed', { opener, hadFocus: hadFocus && returnFocus }).catch(() => null);
  };
  /** A menu that shows the link closes when the pointer leaves it, and so it does on its way into the card. */
  let undrawnSince: number | null = null;
  const isHidden = (card: ShownCard) => {
    if (card.isTargetDrawn() || card.isPointedAt()) undrawnSince = null;
    else undrawnSince ??= performance.now();
    return undrawnSince !== null && performance.now() - undrawnSince > REACHED_WITHIN;
  };
  /**
   * Closes what has outlived its page, or its link, or what the page has taken out. Pages note in their address what the reader chooses or has scrolled
   * to: where only that changes, what stands at a link that stays, stays too.
   */
  const closeWhereOver = (path: string, query: string) => {
    if (shown === null) return;
    if (!shown.isStanding()) return close();
    const isGone = !isThere(shown.target) || isHidden(shown);
    const { pathname, search, hash } = location;
    if (path !== pathname || (isGone && (!shown.isPinned() || query !== search + route(hash)))) close();
  };
  const draw = async (target: Target, opening: Opening, describeTarget: () => Promise<Gloss | null>) => {
    const gloss = await describeTarget();
    const show = globalThis.ifgGlossShowCard;
    // Nothing is shown of an extension that was updated or removed.
    if (show === undefined || browser.runtime?.id === undefined) return null;
    if (awaited !== target || !isThere(target)) return null;
    const { address, text } = target;
    const describeMore = (wanted: Wanted) => ask('describeMoreOfLink', { address, text, wanted });
    const from = { describe: describeTarget, describeMore, close };
    return show(target, gloss, { isWhole: settings().cardIsWhole, ...opening }, from);
  };
  const openWith = async (
    by: string,
    target: Target,
    opening: Opening,
    describeTarget: () => Promise<Gloss | null>,
  ) => {
    close();
    if (!drawsHtml()) return false;
    awaited = target;
    opener = by;
    const outside = isTooSmall() ? await showOutside(id, target, opening.isHeld) : null;
    const card = outside ?? (await draw(target, opening, describeTarget));
    if (awaited !== target) card?.remove();
    if (card === null || awaited !== target) {
      // What came to nothing may be tried again.
      if (awaited === target) awaited = null;
      return false;
    }
    awaited = null;
    shown = card;
    undrawnSince = null;
    before = focusedElement();
    watch = setInterval(closeWhereOver, OUTLIVES, location.pathname, location.search + route(location.hash));
    void ask('closeOtherCards', { except: by }).catch(() => null);
    return true;
  };
  return {
    id,
    get shown() {
      return shown;
    },
    open(met, opening) {
      const target = asItIs(met);
      return openWith(id, target, opening, () => describe(target));
    },
    openFor: (by, target, opening, gloss) => openWith(by, target, opening, async () => gloss),
    close,
    async renewOwn() {
      const open = shown;
      const gloss = open && (await describe(open.target));
      if (gloss?.hasOwn && open === shown) open?.showOwn();
    },
    isOf: (other) => other === opener,
    isFor: ({ place }) => (awaited ?? shown?.target)?.place === place,
  };
}

/** The part of an address behind `#` where it names a page, as `#/reports` does, and no place in one. */
function route(hash: string): string {
  return /^#!?\//.test(hash) ? hash : '';
}

/** Null where it could not be loaded. */
function describe({ address, text }: Target): Promise<Gloss | null> {
  return ask('describeLink', { address, text, isFirst: globalThis.ifgGlossShowCard === undefined }).catch(() => null);
}
