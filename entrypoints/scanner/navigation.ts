import { onAddressChange } from '../../page/address-changes.ts';
import { hear } from '../../page/hear.ts';
import type { Lifetime } from '../../page/lifetime.ts';

/** Calls back when the address changes within the document, and when the document comes back from the cache. */
export function onNavigation(callback: () => void, { isOver }: Lifetime): void {
  hear('pageshow', ({ persisted }) => persisted && !isOver() && callback());
  onAddressChange(callback, isOver);
}
