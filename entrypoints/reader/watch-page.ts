import { onAddressChange } from '../../page/address-changes.ts';
import type { Lifetime } from './lifetime.ts';
import { mainOf } from './read-paragraphs.ts';

/** Milliseconds of rest after which a page that changes is looked at again. */
const REST = 600;

interface Callbacks {
  /** The text may be another. */
  readonly onText: () => void;
  /** The text stands elsewhere. */
  readonly onLayout: () => void;
  /** The address is another, within the same document. */
  readonly onLeave: () => void;
}

/** Tells when the page's main part gets other text or another form, once it has come to rest. */
export function watchPage({ onText, onLayout, onLeave }: Callbacks, { signal, isOver }: Lifetime): void {
  let main = mainOf(document);
  const toText = afterRest(() => !isOver() && onText(), REST);
  const toLayout = afterRest(() => {
    if (isOver()) return;
    onLayout();
    // A page may put another main part in the place of the one that it had.
    if (!main.isConnected) {
      watchMain();
      toText();
    }
  }, REST / 6);
  const texts = new MutationObserver(toText);
  const sizes = new ResizeObserver(toLayout);
  const watchMain = () => {
    texts.disconnect();
    sizes.unobserve(main);
    main = mainOf(document);
    texts.observe(main, { childList: true, characterData: true, subtree: true });
    sizes.observe(main);
  };
  watchMain();
  for (const element of [document.documentElement, document.body]) sizes.observe(element);
  onAddressChange(onLeave, isOver);
  signal.addEventListener('abort', () => {
    texts.disconnect();
    sizes.disconnect();
  });
}

function afterRest(callback: () => void, rest: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(callback, rest);
  };
}
