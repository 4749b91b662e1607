import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Which item of a list is the first of those that its reader asked for last; another object is another arrival. */
export interface Arrival {
  readonly first: number;
}

/**
 * Leads to what came when the reader asked for more: the button has moved away from there, or is gone. `itemsIn` gives the items
 * of the list in the order in which they were asked for; each leads on by the first link or button in it.
 */
export function useArrival(
  list: RefObject<HTMLElement | null>,
  arrival: Arrival | null,
  itemsIn: (list: HTMLElement) => ArrayLike<Element | undefined> = linesIn,
): void {
  const items = useRef(itemsIn);
  items.current = itemsIn;
  useEffect(() => {
    if (arrival === null || list.current === null) return;
    const item = items.current(list.current)[arrival.first];
    item?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  }, [list, arrival]);
}

function linesIn(list: HTMLElement): ArrayLike<Element> {
  return list.querySelectorAll('.line');
}
