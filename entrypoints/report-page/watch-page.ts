import { onAddressChange } from '../../page/address-changes.ts';
import { afterRest } from '../../page/after-rest.ts';
import { listenTo, ofDocument, ofNode } from '../../page/dom.ts';
import type { Lifetime } from './lifetime.ts';
import { mainPart, possibleMainParts } from './main-part.ts';

/** Milliseconds of rest after which a page that changes is read again, and for which what moves all the time may put that off. */
const REST = 600;
const MOST = 5000;
/** The same for its form. */
const LAYOUT_REST = 100;
const LAYOUT_MOST = 500;

interface Callbacks {
  /** The text may be another. */
  readonly onText: () => void;
  /** The text stands elsewhere, or other text is seen. */
  readonly onLayout: () => void;
  /** The address is another, within the same document. */
  readonly onLeave: () => void;
  /** The page was written anew, which takes all listeners off the document. */
  readonly onWritten: () => void;
}

/** Tells when the page's main part gets other text or another form, once it has come to rest; gives how to say so. */
export function watchPage({ onText, onLayout, onLeave, onWritten }: Callbacks, lifetime: Lifetime): () => void {
  const { onEnd, isOver } = lifetime;
  const root = ofDocument('documentElement');
  let address = location.href;
  /** Whether the text has changed while nobody saw it. */
  let isUnread = false;
  const toText = afterRest(
    () => {
      if (isOver()) return;
      isUnread = ofDocument('hidden');
      if (isUnread) return;
      watchMain();
      // Older versions of Firefox tell of a new address late.
      if (location.href === address) onText();
      else leave();
    },
    REST,
    MOST,
  );
  const leave = () => {
    address = location.href;
    onLeave();
  };
  const toLayout = afterRest(() => !isOver() && onLayout(), LAYOUT_REST, LAYOUT_MOST);
  const texts = new MutationObserver(toText);
  const onForm = () => {
    toLayout();
    // A page may put another main part in the place of the one that it had.
    if (!watched.every((part) => ofNode(part, 'isConnected'))) toText();
  };
  const sizes = new ResizeObserver(onForm);
  const trunk = new MutationObserver(() => {
    if (isOver()) return;
    if (ofDocument('documentElement') === root) onForm();
    else onWritten();
  });
  let watched: readonly Element[] = [];
  const watchMain = () => {
    texts.disconnect();
    sizes.disconnect();
    watched = [mainPart(), ...possibleMainParts()].filter((part) => part !== null);
    for (const part of watched) {
      texts.observe(part, { childList: true, characterData: true, subtree: true });
      sizes.observe(part);
    }
    for (const part of [root, ofDocument('body')]) if (part !== null) sizes.observe(part);
  };
  watchMain();
  trunk.observe(document, { childList: true });
  if (root !== null) trunk.observe(root, { childList: true });
  onAddressChange(leave, isOver);
  listenTo(document, 'visibilitychange', () => isUnread && toText());
  onEnd(() => {
    for (const observer of [texts, sizes, trunk]) observer.disconnect();
  });
  return toLayout;
}
