import { openDB } from 'idb';
import { createLookUp, type LookUp } from '../../../core/look-up/look-up.ts';
import { createResolver, type Resolver } from '../../../core/match/resolve.ts';
import type { BundledIndex, Feed } from '../../../core/model.ts';
import { LIBRARY_NAME, LIBRARY_VERSION, type LibrarySchema, migrate } from './schema.ts';
import { readFeeds, seedLibrary } from './seeding.ts';

export interface Library {
  /** `memory` where IndexedDB was refused: the bundled index then serves by itself. */
  readonly kept: 'indexeddb' | 'memory';
  readonly version: string;
  readonly feeds: readonly Feed[];
  readonly resolver: Resolver;
  readonly lookUp: LookUp;
}

interface Bundle {
  readonly version: string;
  readonly fetchIndex: () => Promise<BundledIndex>;
}

/** Opens the library at the first call; every later call gets the same promise, unless opening failed. */
export function openLibrary(bundle: Bundle): () => Promise<Library> {
  let opening: Promise<Library> | null = null;
  return () => {
    opening ??= open(bundle).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

async function open({ version, fetchIndex }: Bundle): Promise<Library> {
  try {
    const database = await openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, { upgrade: migrate });
    database.addEventListener('versionchange', () => database.close());
    await seedLibrary(database, version, fetchIndex);
    const feeds = await readFeeds(database);
    return { kept: 'indexeddb', version, ...read(feeds) };
  } catch {
    // Private windows, policies and damaged profiles refuse IndexedDB; the options page says so.
    const { feeds } = await fetchIndex();
    return { kept: 'memory', version, ...read(feeds) };
  }
}

function read(feeds: readonly Feed[]): Pick<Library, 'feeds' | 'resolver' | 'lookUp'> {
  const resolver = createResolver(feeds);
  return { feeds, resolver, lookUp: createLookUp(feeds, resolver) };
}
