import type { Place } from './router.ts';

export interface Arrival {
  /** A place is about to be shown. */
  begin(place: Place): void;
  /** A view's heading is there. */
  onHeading(heading: HTMLElement): void;
}

/** What a reader does who no longer waits to be led to where they were. */
const ACTS = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * Puts the focus on the heading of a view that was asked for, leads to the beginning of more of the same, and leads who
 * goes back to the height and to the link that they left from, as soon as these are there.
 */
export function createArrival(page: Window): Arrival {
  let isDue = false;
  let stop = () => {};
  const back = (scroll: number, left: string | null) => {
    const isDone = () => {
      page.scrollTo(0, scroll);
      if (left === null) return Math.abs(page.scrollY - scroll) <= 1;
      const link = findLink(page.document, left);
      if (link === null) return false;
      link.focus({ preventScroll: true });
      // What was not shown yet has a height that is guessed, so the link may stand elsewhere than it did.
      if (!isInWindow(link, page)) link.scrollIntoView({ block: 'center' });
      return true;
    };
    const whenGrown = new ResizeObserver(() => isDone() && stop());
    stop = () => {
      whenGrown.disconnect();
      for (const act of ACTS) page.removeEventListener(act, stop);
    };
    for (const act of ACTS) page.addEventListener(act, stop);
    whenGrown.observe(page.document.documentElement);
  };
  return {
    begin({ by, kept }) {
      if (by === 'same') return;
      stop();
      if (by === 'step') {
        const main = page.document.querySelector('main');
        if (main !== null && main.getBoundingClientRect().top < 0) main.scrollIntoView();
        return;
      }
      isDue = by === 'link' || (by === 'back' && kept.left === null);
      if (by === 'link') page.scrollTo(0, 0);
      else back(kept.scroll, by === 'back' ? kept.left : null);
    },
    onHeading(heading) {
      // Who has begun to write meanwhile goes on.
      if (isDue && !isField(page.document.activeElement)) heading.focus({ preventScroll: true });
      isDue = false;
    },
  };
}

function isField(element: Element | null): boolean {
  return element?.matches('input, textarea, select') === true;
}

function findLink(page: Document, address: string): HTMLElement | null {
  return page.querySelector(`main a[href="${CSS.escape(address)}"]`);
}

function isInWindow(link: HTMLElement, { innerHeight }: Window): boolean {
  const { top, bottom } = link.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
