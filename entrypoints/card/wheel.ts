import type { OwnElement } from '../../page/dom.ts';
/** Keeps the wheel in the card: at its ends, and over what does not scroll, it would go on to the page. */
export function guardWheel(sheet: OwnElement, scroller: OwnElement): void {
  // Not the shadow root: Chromium does not let a listener there hold a wheel back.
  sheet.addEventListener(
    'wheel',
    (event) => {
      const { deltaY, ctrlKey } = event;
      // The wheel with Ctrl changes the size of the page.
      if (!ctrlKey && !(event.composedPath().includes(scroller) && canScroll(scroller, deltaY))) event.preventDefault();
    },
    { passive: false },
  );
}

function canScroll({ scrollTop, scrollHeight, clientHeight }: OwnElement, by: number): boolean {
  return by < 0 ? scrollTop > 0 : Math.ceil(scrollTop + clientHeight) < scrollHeight;
}
