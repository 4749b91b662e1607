import type { OwnElement } from '../../page/dom.ts';

/** Milliseconds to wait for the browser's word; of a frame that is not drawn at all it gives none. */
const PATIENCE = 200;
/** How much of the frame has to come into view or go out of it before that is told. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/** What is seen of this frame's window, which may be higher than its tab's, or scrolled out of that. */
export interface SeenFrame {
  /** In pixels of the frame's window; null where all of it is seen, or that is not known. */
  part(): DOMRectReadOnly | null;
  end(): void;
}

/** `cover` lies over the frame's whole window. Only the browser knows what is seen of a frame, through those around it. */
export async function watchSeenFrame(cover: OwnElement): Promise<SeenFrame> {
  let part: DOMRectReadOnly | null = null;
  if (window === top) return { part: () => part, end() {} };
  const told = Promise.withResolvers<void>();
  const observer = new IntersectionObserver(
    (entries) => {
      const { intersectionRect, isIntersecting } = entries.at(-1) ?? {};
      part = (isIntersecting && intersectionRect) || null;
      told.resolve();
    },
    { threshold: STEPS },
  );
  observer.observe(cover);
  setTimeout(told.resolve, PATIENCE);
  await told.promise;
  return { part: () => part, end: () => observer.disconnect() };
}
