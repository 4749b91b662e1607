import type { FeedId, IsoDate } from '../model/ids.ts';
import type { Origin } from '../model/origin.ts';

/**
 * Why the browser does not keep the library, or not its newest version. `refused`: it does not let extensions store, or has no room; `unanswered`:
 * its storage does not answer in time; `newer`: a newer version of the extension stored the library; `damaged`: what is
 * stored stays damaged when it is stored anew; `failed`: a fault of the extension's own.
 */
export type MemoryCause = 'refused' | 'unanswered' | 'newer' | 'damaged' | 'failed';

export interface LibraryStorage {
  /** `memory`: the bundled index serves by itself. */
  readonly storedIn: 'indexeddb' | 'memory';
  /** Why it is in memory, or stored as it was before the extension's newest version; null where neither is. */
  readonly because: MemoryCause | null;
}

export interface LibraryState extends LibraryStorage {
  readonly version: string;
  readonly feeds: readonly {
    readonly id: FeedId;
    readonly origin: Origin;
    /** Whether it comes with the extension, and is as it came. */
    readonly isBundled: boolean;
    readonly handle: string;
    readonly displayName: string;
    readonly asOf: IsoDate | null;
    readonly posts: number;
    readonly recommendations: number;
    readonly publications: number;
  }[];
}
