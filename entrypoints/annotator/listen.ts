import browser from 'webextension-polyfill';
import type { Card } from './card.tsx';
import { focusedTarget, hasTextTargets, type Target, targetOf, textTargetAt } from './target.ts';

/** Milliseconds; the dwell and grace of hovering, and a long press. */
const DWELL = 400;
const GRACE = 300;
const LONG_PRESS = 500;

/** One listener for each kind of event in the whole frame. A page's synthetic events do nothing. */
export function listen(card: Card): void {
  const on = createOn(card);
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let awaited: Target['place'] | null = null;
  let pressed: Target['place'] | null = null;

  const stay = () => clearTimeout(closing);
  const leave = () => {
    clearTimeout(opening);
    awaited = null;
    stay();
    if (!card.hasFocus()) closing = setTimeout(() => card.close(), GRACE);
  };
  const openAfter = (target: Target, delay: number, onOpen?: () => void) => {
    if (awaited === target.place) return;
    clearTimeout(opening);
    awaited = target.place;
    opening = setTimeout(() => {
      awaited = null;
      onOpen?.();
      void card.open(target);
    }, delay);
  };
  const pointAt = (target: Target | null) => {
    if (target === null) return leave();
    stay();
    if (!card.isFor(target)) openAfter(target, DWELL);
  };

  on('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    if (card.contains(event)) return stay();
    pointAt(targetOf(event) ?? textTargetAt(event.clientX, event.clientY));
  });
  on('pointermove', (event) => {
    if (event.pointerType === 'touch') return clearTimeout(opening);
    // Text has no element of its own that the pointer could come over.
    if (!hasTextTargets() || card.contains(event) || targetOf(event) !== null) return;
    const target = textTargetAt(event.clientX, event.clientY);
    if (target !== null || awaited instanceof Range) pointAt(target);
  });
  on('pointerdown', (event) => {
    const target = targetOf(event);
    pressed = null;
    if (event.pointerType === 'touch' && target !== null)
      openAfter(target, LONG_PRESS, () => {
        pressed = target.place;
      });
    else if (!card.contains(event)) card.close();
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    on(end, (event) => {
      if (event.pointerType !== 'touch') return;
      clearTimeout(opening);
      awaited = null;
    });
  on('click', (event) => {
    // The end of the long press that opened the card is no wish to leave the page.
    if (pressed !== null && pressed === targetOf(event)?.place) event.preventDefault();
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
  const target = focusedTarget();
  if (target === null) return;
  await card.open(target);
  card.focus();
}

/** Hears the reader's events until the extension is gone, which a script has to find out by itself. */
function createOn(card: Card) {
  const controller = new AbortController();
  const { signal } = controller;
  return <Name extends keyof DocumentEventMap>(name: Name, handle: (event: DocumentEventMap[Name]) => unknown) => {
    const listener = (event: DocumentEventMap[Name]) => {
      if (browser.runtime?.id === undefined) {
        controller.abort();
        card.close();
      } else if (event.isTrusted) handle(event);
    };
    document.addEventListener(name, listener, { capture: true, signal });
  };
}
