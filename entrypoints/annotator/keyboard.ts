import browser from 'webextension-polyfill';
import { sayCount } from '../../components/counts.ts';
import { languageOf } from '../../core/localisation.ts';
import type { Sureness } from '../../core/model/match.ts';
import type { AnnotatorRequests } from '../../core/protocol/tab-requests.ts';
import { type Answers, answerMessage } from '../../core/protocol/wire.ts';
import { matches } from '../../page/dom.ts';
import { translate, words } from '../../platform/translate.ts';
import type { Card } from './card.ts';
import { answerFrames } from './frame-card.ts';
import type { LiveRegion } from './live-region.ts';
import type { On } from './on.ts';
import { focusedTarget, giveFocusTo, type Target } from './target.ts';

/**
 * Closes the card at Escape, and tells screen readers of a mark when its link gets the focus. What is returned looks
 * for a focus of which no listener was told.
 */
export function listenToKeyboard(on: On, card: Card, liveRegion: LiveRegion): () => void {
  let announced: Element | null = null;
  const announce = () => {
    const target = focusedTarget();
    announced = target?.element ?? null;
    if (target === null || !matches(target.element, ':focus-visible')) liveRegion.clear();
    else liveRegion.announce(describe(target), target.element);
  };
  // Once for the card, until it is let go; the next is the page's.
  let isTaken = false;
  const take = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  on('keydown', (event) => {
    if (event.key !== 'Escape') return;
    isTaken = card.shown !== null || (isTaken && event.repeat);
    if (!isTaken) return;
    take(event);
    card.close();
  });
  on('keyup', (event) => {
    if (event.key !== 'Escape' || !isTaken) return;
    isTaken = false;
    take(event);
  });
  on('focusin', announce);
  on('focusout', () => {
    announced = null;
    liveRegion.clear();
  });
  return () => {
    if ((focusedTarget()?.element ?? null) !== announced) announce();
  };
}

/** How much is said of a link, and how sure that is. */
function describe({ element, sureness }: Target): string {
  const said = globalThis.ifgGlossLinkMarks?.get(element)?.posts ?? 0;
  const posts = sayCount(translate, languageOf(words()), 'posts', said);
  return sureness === 'related'
    ? translate('card_announce_related', posts)
    : // What else a page may have written there has no words.
      translate('card_announce', posts, translate(`sureness_${sureness as Sureness}`));
}

/** Answers the background, which hears the shortcut, and other frames of the tab. */
export function listenToBackground(card: Card): void {
  const answers: Answers<AnnotatorRequests, null> = {
    openCard: () => openFocused(card),
    closeCard({ except }) {
      // The focus is where the reader has opened the other.
      if (!card.isOf(except)) card.close({ returnFocus: false });
      return true;
    },
    frameCardClosed({ opener, hadFocus }) {
      const target = opener === card.id ? card.shown?.target : undefined;
      if (target === undefined) return false;
      card.close();
      if (hadFocus) giveFocusTo(target.element);
      return true;
    },
    renewOwn() {
      void card.renewOwn();
      return card.shown !== null;
    },
    ...answerFrames(card),
  };
  browser.runtime.onMessage.addListener((message: unknown) => answerMessage(answers, message, null) ?? undefined);
}

/** Opens the card of the link that has the focus, or goes into the one that is open; all frames hear the shortcut. */
async function openFocused(card: Card): Promise<boolean> {
  if (!Document.prototype.hasFocus.call(document)) return false;
  const target = focusedTarget();
  if (
    target === null ? card.shown === null : !(await card.open(target, { pointer: null, isHeld: true, isWhole: true }))
  )
    return false;
  card.shown?.focus();
  return true;
}
