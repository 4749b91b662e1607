import { canonicalAddress } from '../address/canonical.ts';
import { isIfgShown } from '../address/display-form.ts';
import type { TextAddress } from '../model/post.ts';

/** The site of a card that is not the Institute's: the host of the only other address in its post. */
export function siteNameOf(addresses: readonly TextAddress[]): string | null {
  const hosts = new Set(addresses.filter(({ shown }) => !isIfgShown(shown)).map(({ shown }) => hostOf(shown)));
  return hosts.size === 1 ? ([...hosts][0] ?? null) : null;
}

function hostOf(shown: string): string | null {
  const canonical = canonicalAddress(shown);
  return canonical === null ? null : new URL(canonical).host;
}
