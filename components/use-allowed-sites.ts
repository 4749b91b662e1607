import { useEffect, useState } from 'preact/hooks';
import type { Translate } from './words.ts';

/** What tells of the reader's permission, and asks for it. */
export interface AccessDoors {
  /** The sites that the extension is let into one by one; null where that is all. */
  readonly read: () => Promise<readonly string[] | null>;
  /** Calls back when that has changed. */
  readonly watch: (change: () => void) => void;
  /** Asks for one site, or for all where null is given; called while a click lasts. */
  readonly ask: (site: string | null) => void;
}

/** The sites that the extension is let into, as they are now; null where that is all, or not known yet. */
export function useAllowedSites({ read, watch }: AccessDoors): readonly string[] | null {
  const [sites, setSites] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same functions as long as the page is there.
  useEffect(() => {
    const readNow = () => void read().then(setSites, () => null);
    readNow();
    watch(readNow);
  }, []);
  return sites;
}

/** What is missing, in words. */
export function saidOfAllowed(sites: readonly string[], translate: Translate): string {
  return sites.length === 0 ? translate('access_none') : translate('access_some', sites.join(', '));
}
