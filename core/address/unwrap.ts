import { readSnapshot } from './archives.ts';
import { isIfgHost, readAddress } from './canonical.ts';
import { readClickTracker } from './click-trackers.ts';
import { readLibraryProxy } from './library-proxies.ts';
import { readRedirector } from './redirectors.ts';
import { readSubstack } from './substack.ts';
import { readUrlDefense } from './url-defense.ts';

/** A newsletter's tracker behind a safe link behind a proxy is three; nobody wraps deeper. */
const DEEPEST = 4;
const READERS = [readRedirector, readUrlDefense, readSubstack, readSnapshot, readLibraryProxy, readClickTracker];

/**
 * The address that a redirector, an archive, a library's proxy or a tracker leads to, or the address itself where it
 * is none of those. Null for what is no http(s) address.
 */
export function unwrapAddress(address: string): URL | null {
  let current = readAddress(address);
  for (let depth = 0; depth < DEEPEST && current !== null && !isIfgHost(current.hostname); depth += 1) {
    const inner = unwrapOnce(current);
    if (inner === null) return current;
    current = inner;
  }
  return current;
}

function unwrapOnce(url: URL): URL | null {
  for (const read of READERS) {
    const inner = read(url);
    if (inner !== null) return readAddress(inner);
  }
  return null;
}
