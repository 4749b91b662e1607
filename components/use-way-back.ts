import { useRef } from 'preact/hooks';

/** Where the reader was before something else was shown in its place. */
export interface WayBack {
  /** Notes where that is, unless it is noted already, and what gets the focus there. */
  note(chosen: HTMLElement | null): void;
  /** Leads back there, once. */
  go(): void;
}

export function useWayBack(): WayBack {
  const from = useRef<{ readonly chosen: HTMLElement | null; readonly scroll: number } | null>(null);
  return {
    note(chosen) {
      from.current ??= { chosen, scroll: scrollY };
    },
    go() {
      const back = from.current;
      from.current = null;
      if (back === null) return;
      requestAnimationFrame(() => {
        scrollTo(0, back.scroll);
        back.chosen?.focus({ preventScroll: true });
      });
    },
  };
}
