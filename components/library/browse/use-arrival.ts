import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Which item of a list is the first of those that its reader asked for last; another object is another arrival. */
export interface Arrival {
  readonly first: number;
}

/** Leads to what came when the reader asked for more: the button has moved away from there, or is gone. */
export function useArrival(list: RefObject<HTMLElement | null>, arrival: Arrival | null): void {
  useEffect(() => {
    if (arrival === null) return;
    list.current?.querySelectorAll<HTMLElement>('.line-title')[arrival.first]?.focus({ preventScroll: true });
  }, [list, arrival]);
}
