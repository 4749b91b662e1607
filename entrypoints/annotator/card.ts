import browser from 'webextension-polyfill';
import type { Gloss } from '../../core/gloss.ts';
import { type BackgroundRequests, createAsk } from '../../core/messages.ts';
import type { Settings } from '../../core/settings.ts';
import { drawsHtml } from '../../page/html.ts';
import type { Opening, ShownCard } from './shown-card.ts';
import { focusTarget, isThere, type Target } from './target.ts';

/** The one card of a frame, of which there is none in the page most of the time. */
export interface Card {
  /** The card that is open. */
  readonly shown: ShownCard | null;
  /** Tells this frame from the others of its tab. */
  readonly id: string;
  /** Opens at a target in place of any other; true when it is open. Nothing opens where it is closed before. */
  open(target: Target, opening: Omit<Opening, 'isWhole'>): Promise<boolean>;
  /** Also gives up what is about to open. The focus goes from the card back to the link, unless it is to be elsewhere. */
  close(options?: { readonly returnFocus: boolean }): void;
  /** Whether it is open at a target or about to be. */
  isFor(target: Target): boolean;
}

/** Milliseconds by which a card may outlive its link or its page. */
const OUTLIVES = 100;

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

export function createCard(settings: () => Settings): Card {
  // Pages over http have no `randomUUID`.
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  let awaited: Target | null = null;
  let shown: ShownCard | null = null;
  let watch: ReturnType<typeof setInterval> | undefined;

  const close = ({ returnFocus } = { returnFocus: true }) => {
    awaited = null;
    if (shown === null) return;
    const { target } = shown;
    const hadFocus = shown.hasFocus();
    clearInterval(watch);
    shown.remove();
    shown = null;
    if (hadFocus && returnFocus) focusTarget(target);
  };
  /** Closes what has outlived its page, or its link where the reader has not pinned it. */
  const closeWhereOver = (page: string) => {
    if (shown === null) return;
    const isGone = !isThere(shown.target) || !shown.isTargetSeen();
    if (page !== pageAddress() || (isGone && !shown.isPinned())) close();
  };
  return {
    id,
    get shown() {
      return shown;
    },
    async open(target, opening) {
      close();
      if (!drawsHtml()) return false;
      awaited = target;
      const gloss = await describe(target);
      const show = globalThis.ifgGlossShowCard;
      if (gloss === null || show === undefined || awaited !== target || !isThere(target)) return false;
      // The keyboard has no hand on the pointer with which it could ask for more.
      const isWhole = opening.pointer === null || settings().cardIsWhole;
      const card = await show(target, gloss, { ...opening, isWhole }, close);
      if (awaited !== target) card.remove();
      else {
        awaited = null;
        shown = card;
        watch = setInterval(closeWhereOver, OUTLIVES, pageAddress());
        void ask('closeOtherCards', { except: id }).catch(() => null);
      }
      return shown === card;
    },
    close,
    isFor: ({ place }) => (awaited ?? shown?.target)?.place === place,
  };
}

/** Without the part of it that pages change within themselves. */
function pageAddress(): string {
  return location.href.replace(/#.*/, '');
}

async function describe({ address, text }: Target): Promise<Gloss | null> {
  try {
    return await ask('describeLink', { address, text, isFirst: globalThis.ifgGlossShowCard === undefined });
  } catch {
    // A background that cannot be reached has been updated or removed: then there is no card.
    return null;
  }
}
