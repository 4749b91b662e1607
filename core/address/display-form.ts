import { canonicalAddress, isIfgAddress } from './canonical.ts';

const MAX_SHOWN_LENGTH = 15;
const SHOWN_OF_LONGER = 13;

/**
 * How Bluesky shows an address: host, then path with query and fragment, of which more than 15 characters are
 * cut to 13 and `...`. https://github.com/bluesky-social/social-app/blob/main/src/lib/strings/url-helpers.ts
 * Null for what is no http(s) address.
 */
export function displayForm(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const path = (url.pathname === '/' ? '' : url.pathname) + url.search + url.hash;
  return url.host + (path.length > MAX_SHOWN_LENGTH ? `${path.slice(0, SHOWN_OF_LONGER)}...` : path);
}

/** Whether an address is the Institute's, whole or shortened as Bluesky shows it. */
export function isIfgShown(shown: string): boolean {
  const canonical = canonicalAddress(shown);
  return canonical !== null && isIfgAddress(canonical);
}
