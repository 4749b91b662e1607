import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Leads to what has come below what its reader pressed, focus and all. */
export function useReached(part: RefObject<HTMLElement | null>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has come.
  useEffect(() => {
    part.current?.focus({ preventScroll: true });
    part.current?.scrollIntoView();
  }, []);
}
