import type { BundledIndex } from '../../../core/model/feed.ts';
import type { LibraryStorage, MemoryCause } from '../../../core/protocol/library-state.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { FeedChange } from './change.ts';
import type { Content } from './content.ts';
import { memoryContent } from './memory-content.ts';
import { openStored, type Stored } from './open-stored.ts';

export interface Library extends LibraryStorage, Content {
  readonly version: string;
  /** Changes feeds, all of them or none; rejects with what a write failed with, or where the browser keeps none. */
  readonly change: (changes: readonly FeedChange[]) => Promise<void>;
}

export interface Bundle {
  readonly version: string;
  readonly fetchIndex: () => Promise<BundledIndex>;
}

/** Milliseconds in which the browser's storage has to answer. */
const PATIENCE = 3000;

/**
 * Opens the library at the first call; every later call gets the same promise, unless opening failed, or what was opened
 * has been closed from outside or turned out damaged: then it is opened anew. Where the browser keeps none, the bundled
 * index serves from memory; storage that answers late takes its place. `onChange` is told where something else is said
 * afterwards than before.
 */
export function openLibrary(bundle: Bundle, onChange: () => void = () => {}): () => Promise<Library> {
  let opening: Promise<Library> | null = null;
  let damaged = 0;
  const openAnew = () => {
    opening = null;
  };
  const open = async (): Promise<Library> => {
    // Stored anew once, and damaged again.
    if (damaged > 1) return openInMemory(bundle, 'damaged');
    const { promise: late, resolve } = Promise.withResolvers<Result<never, MemoryCause>>();
    const giveUp = () => resolve(fail('unanswered'));
    const timer = setTimeout(giveUp, PATIENCE);
    const onDamage = once(() => {
      damaged += 1;
      openAnew();
    });
    const storing = openStored(bundle, damaged > 0, { onBlocked: giveUp, onClosed: openAnew, onDamage });
    const stored = await Promise.race([storing, late]);
    clearTimeout(timer);
    if (stored.ok) {
      if (damaged > 0) onChange();
      return keep(stored.value, onChange);
    }
    void storing.then((answer) => {
      if (!answer.ok) return;
      opening = Promise.resolve(keep(answer.value, onChange));
      onChange();
    });
    return openInMemory(bundle, stored.error);
  };
  return () => {
    opening ??= open().catch((error: unknown) => {
      openAnew();
      throw error;
    });
    return opening;
  };
}

/** A change is told of. */
function keep({ change, ...stored }: Stored, onChange: () => void): Library {
  return { storedIn: 'indexeddb', ...stored, change: (changes) => change(changes).then(onChange) };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

async function openInMemory({ version, fetchIndex }: Bundle, because: MemoryCause): Promise<Library> {
  const change = () => Promise.reject(new DOMException('The browser keeps no library.', 'NotAllowedError'));
  return { storedIn: 'memory', because, version, change, ...memoryContent((await fetchIndex()).feeds) };
}
