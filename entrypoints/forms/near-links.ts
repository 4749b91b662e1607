import { ofElement } from '../../page/dom.ts';

/** Pixels from the window at which a link is near: it is decided there how its mark is drawn, so that it is when it is seen. */
const AHEAD = 300;
/** Milliseconds after which links are looked for again, where no new mark has them looked for before. */
const LATER = 200;

/** Tells of marked links once they come near the window. */
export interface NearLinks {
  note(link: Element): void;
  /** Tells of all of them anew. */
  noteAll(): void;
  /**
   * Whether the page goes on changing. The browser would ask in each of its frames where each link is, so it is asked
   * only when the page rests, or has gone on for a second, as the scanner says: with the frame that new marks need.
   */
  setFlux(isNow: boolean): void;
}

/** `list` gives all marked links. */
export function createNearLinks(list: () => Iterable<Element>, onNear: (links: readonly Element[]) => void): NearLinks {
  const far = new WeakSet<Element>();
  let isInFlux = false;
  let isHeld = false;
  /** Whether the browser owes an answer; it gives one for each link that it is to look at. */
  let isAwaited = false;
  const observer = new IntersectionObserver(
    (entries) => {
      isAwaited = false;
      const near = entries.filter(isNear).map(({ target }) => target);
      for (const link of near) {
        observer.unobserve(link);
        far.delete(link);
      }
      if (isHeld) observer.disconnect();
      onNear(near);
    },
    { rootMargin: `${AHEAD}px` },
  );
  const observe = (link: Element) => {
    isAwaited = true;
    observer.observe(link);
  };
  const look = () => {
    if (!isHeld) return;
    isHeld = isInFlux;
    for (const link of list()) if (far.has(link)) observe(link);
  };
  const note = (link: Element) => {
    // What is drawn of an image map is its picture, which is no link.
    if (ofElement(link, 'localName') === 'area') return;
    far.add(link);
    // Of what is looked at already no answer would be owed.
    observer.unobserve(link);
    if (!isInFlux) look();
    if (!isHeld || isAwaited) observe(link);
  };
  return {
    note,
    noteAll() {
      observer.disconnect();
      for (const link of list()) note(link);
    },
    setFlux(isNow) {
      if (isNow === isInFlux) return;
      isInFlux = isNow;
      isHeld ||= isNow;
      if (!isNow) setTimeout(look, LATER);
      else if (!isAwaited) observer.disconnect();
    },
  };
}

/** A link that has no box of its own is nowhere; what it holds may be seen. */
function isNear({ isIntersecting, target, boundingClientRect: { width, height } }: IntersectionObserverEntry): boolean {
  return isIntersecting || (width + height === 0 && getComputedStyle(target).display === 'contents');
}
