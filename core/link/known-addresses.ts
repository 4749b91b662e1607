import { canonicalAddress } from '../address/canonical.ts';
import type { Feed } from '../model/feed.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isNamedByAddress } from './named-by-address.ts';
import { sameTitleKey } from './same-title.ts';

/** A full address that somebody found for a link card of which the feed shows only a part. */
export interface KnownAddress {
  /** The beginning of the card's line in the feed: its title. */
  readonly title: string;
  readonly address: CanonicalAddress;
  readonly seen: string;
}

/** Reads the hand-kept list, `{"addresses": [{"title", "address", "seen"}]}`. The error names the entry at fault. */
export function parseKnownAddresses(json: string): Result<readonly KnownAddress[], string> {
  const entries = readEntries(json);
  if (entries === null) return fail('expected {"addresses": [...]}');
  const known: KnownAddress[] = [];
  for (const [index, entry] of entries.entries()) {
    const { title, address, seen } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    const canonical = typeof address === 'string' ? canonicalAddress(address) : null;
    if (typeof title !== 'string' || title === '' || typeof seen !== 'string' || canonical === null)
      return fail(`addresses[${index}]: expected "title", "seen" and an http(s) "address"`);
    known.push({ title, address: canonical, seen });
  }
  return succeed(known);
}

/** The addresses that a feed's publications have, for titles of one with one address, to be known when it is linked anew. */
export function knownAddressesOf({ publications }: Feed): KnownAddress[] {
  const titled = publications.filter((publication) => !isNamedByAddress(publication));
  const byTitle = Map.groupBy(titled, ({ title }) => sameTitleKey(title));
  return [...byTitle.values()].flatMap(([publication, ...others]) => {
    const [address, ...more] = publication?.addresses ?? [];
    if (publication === undefined || address === undefined || others.length + more.length > 0) return [];
    return [{ title: publication.title, address, seen: 'in the feed' }];
  });
}

function readEntries(json: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(json);
    const { addresses } = (value ?? {}) as Record<string, unknown>;
    return Array.isArray(addresses) ? addresses : null;
  } catch {
    return null;
  }
}
