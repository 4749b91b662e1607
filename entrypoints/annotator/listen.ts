import browser from 'webextension-polyfill';
import type { Card } from './card.tsx';

/** Milliseconds; the dwell and grace of hovering, and a long press. */
const DWELL = 400;
const GRACE = 300;
const LONG_PRESS = 500;
const MARKED = 'a[data-ifg-gloss], area[data-ifg-gloss]';

/** One listener for each kind of event in the whole frame. A page's synthetic events do nothing. */
export function listen(card: Card): void {
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let pressed: HTMLAnchorElement | null = null;
  const stay = () => clearTimeout(closing);
  const leave = () => {
    clearTimeout(opening);
    stay();
    if (!card.hasFocus()) closing = setTimeout(() => card.close(), GRACE);
  };
  const openAfter = (link: HTMLAnchorElement, delay: number, onOpen?: () => void) => {
    clearTimeout(opening);
    opening = setTimeout(() => {
      onOpen?.();
      void card.open(link);
    }, delay);
  };

  on('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    if (card.contains(event)) return stay();
    const link = markedLink(event);
    if (link === null) return leave();
    stay();
    if (!card.isFor(link)) openAfter(link, DWELL);
  });
  on('pointerdown', (event) => {
    const link = markedLink(event);
    pressed = null;
    if (event.pointerType === 'touch' && link !== null) openAfter(link, LONG_PRESS, () => (pressed = link));
    else if (!card.contains(event)) card.close();
  });
  for (const end of ['pointerup', 'pointercancel', 'pointermove'] as const) {
    on(end, (event) => event.pointerType === 'touch' && clearTimeout(opening));
  }
  on('click', (event) => {
    // The end of the long press that opened the card is no wish to leave the page.
    if (pressed !== null && pressed === markedLink(event)) event.preventDefault();
    pressed = null;
  });
  on('keydown', (event) => {
    if (event.key === 'Escape' && card.isOpen()) card.close({ returnFocus: true });
    if (event.altKey && event.shiftKey && event.code === 'KeyG') void openFocused(card);
  });
  browser.runtime.onMessage.addListener((message: unknown) => {
    if ((message as { name?: unknown } | null)?.name === 'openCard') void openFocused(card);
  });
}

async function openFocused(card: Card): Promise<void> {
  const link = document.activeElement;
  if (!(link instanceof HTMLAnchorElement) || !link.matches(MARKED)) return;
  await card.open(link);
  card.focus();
}

function on<Name extends keyof DocumentEventMap>(name: Name, handle: (event: DocumentEventMap[Name]) => unknown): void {
  document.addEventListener(name, (event) => event.isTrusted && handle(event), { capture: true });
}

function markedLink(event: Event): HTMLAnchorElement | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest<HTMLAnchorElement>(MARKED) : null;
}
