import { drawnIn } from '../../page/flat-tree.ts';
import type { Lifetime } from './lifetime.ts';

/** Tells what may show or hide passages: whatever a reader does to the page, and what changes around them. */
export interface SightWatch {
  /** From now on around these, and around no others. */
  around(elements: Iterable<Element>): void;
}

/** What ends with other parts of the page in sight. */
const ENDINGS = ['toggle', 'transitionend', 'animationend', 'click', 'change', 'keyup'] as const;

/** `onScroll` is for boxes of the page that are scrolled: the window's own scrolling moves all that is in the page. */
export function watchSight(onChange: () => void, onScroll: () => void, { on, onEnd }: Lifetime): SightWatch {
  const attributes = new MutationObserver(onChange);
  const sizes = new ResizeObserver(onChange);
  for (const name of ENDINGS) on(name, onChange);
  on('scroll', ({ target }) => target !== document && onScroll());
  const stop = () => {
    attributes.disconnect();
    sizes.disconnect();
  };
  onEnd(stop);
  return {
    around(elements) {
      stop();
      const watched = new Set<Element>();
      for (const element of elements)
        for (let at: Element | null = element; at !== null && !watched.has(at); at = drawnIn(at)) watched.add(at);
      for (const element of watched) {
        attributes.observe(element, { attributes: true });
        sizes.observe(element);
      }
    },
  };
}
