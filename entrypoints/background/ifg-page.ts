import { canonicalAddress, isIfgAddress } from '../../core/address/canonical.ts';

/** Whether the Institute's own page is at an address. */
export function isIfgPage(address: string): boolean {
  return isIfgAddress(canonicalAddress(address) ?? '');
}
