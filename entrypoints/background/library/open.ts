import type { BundledIndex } from '../../../core/model/feed.ts';
import type { LibraryStorage, MemoryCause } from '../../../core/protocol/library-state.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { Content } from './content.ts';
import { memoryContent } from './memory-content.ts';
import { openStored, type Stored } from './open-stored.ts';

export interface Library extends LibraryStorage, Content {
  readonly version: string;
}

export interface Bundle {
  readonly version: string;
  readonly fetchIndex: () => Promise<BundledIndex>;
}

/** Milliseconds in which the browser's storage has to answer. */
const PATIENCE = 3000;

/**
 * Opens the library at the first call; every later call gets the same promise, unless opening failed. Where the browser
 * keeps none, the bundled index serves from memory; storage that answers late takes its place.
 */
export function openLibrary(bundle: Bundle): () => Promise<Library> {
  let opening: Promise<Library> | null = null;
  const open = async (): Promise<Library> => {
    const keep = (stored: Stored): Library => ({ storedIn: 'indexeddb', ...stored });
    const { promise: late, resolve } = Promise.withResolvers<Result<never, MemoryCause>>();
    const giveUp = () => resolve(fail('unanswered'));
    const timer = setTimeout(giveUp, PATIENCE);
    const storing = openStored(bundle, giveUp);
    const stored = await Promise.race([storing, late]);
    clearTimeout(timer);
    if (stored.ok) return keep(stored.value);
    void storing.then((answer) => {
      if (answer.ok) opening = Promise.resolve(keep(answer.value));
    });
    return openInMemory(bundle, stored.error);
  };
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

async function openInMemory({ version, fetchIndex }: Bundle, because: MemoryCause): Promise<Library> {
  return { storedIn: 'memory', because, version, ...memoryContent((await fetchIndex()).feeds) };
}
