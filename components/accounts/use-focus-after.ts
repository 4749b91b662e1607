import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Hands the focus on when the element that holds it goes. */
export function useFocusAfter(own: RefObject<HTMLElement | null>, next: () => void): void {
  // The end of other effects comes when the element has gone already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens once, at the end.
  useLayoutEffect(
    () => () => {
      if (own.current?.contains(document.activeElement) === true) next();
    },
    [],
  );
}
