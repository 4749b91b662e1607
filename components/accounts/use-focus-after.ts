import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Hands the focus on when the element that holds it goes. */
export function useFocusAfter(own: RefObject<HTMLElement | null>, next: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens once, at the end.
  useEffect(
    () => () => {
      if (own.current?.contains(document.activeElement) === true) next();
    },
    [],
  );
}
