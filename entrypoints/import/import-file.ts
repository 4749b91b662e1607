import type { Did } from '../../core/model/ids.ts';
import type { AccountRefusal, AccountRequests } from '../../core/protocol/accounts.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { ParseFault } from '../../core/result.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import type { Imported, ImportFault, ImportState } from '../../core/sources/import-state.ts';
import type { FromReader, ReaderAnswer, ToReader } from './messages.ts';

/** The part of a worker that is used here. */
export interface ReaderWorker {
  postMessage(message: ToReader): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromReader }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export interface ImportDoors {
  readonly ask: Ask<AccountRequests>;
  readonly onState: (state: ImportState) => void;
  readonly createWorker?: () => ReaderWorker;
}

type Outcome = Imported | ImportFault | 'cancelled';

const FAILED: ImportFault = { kind: 'failed', place: null };

/**
 * Takes a file in, without the network: a worker reads and checks it, then its posts go to the background, as many at once
 * as one request holds. Of a file that is not sound, and of one that is cancelled before all was handed over, nothing stays.
 */
export function importFile(file: File, doors: ImportDoors): { readonly cancel: () => void } {
  const { onState } = doors;
  const { name, size: total } = file;
  const reader = startReader((doors.createWorker ?? createWorker)(), ({ bytes, posts }) =>
    onState({ kind: 'reading', name, bytes, total, posts }),
  );
  const onStored = (posts: number, of: number) => onState({ kind: 'storing', name, posts, of });
  onState({ kind: 'reading', name, bytes: 0, total, posts: 0 });
  void takeIn(file, reader, doors.ask, onStored)
    .catch(() => FAILED)
    .then((outcome) => {
      reader.stop();
      if (outcome === 'cancelled') return;
      onState('posts' in outcome ? { kind: 'done', name, ...outcome } : { kind: 'failed', name, fault: outcome });
    });
  return { cancel: reader.stop };
}

function createWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

interface Reader {
  /** Answers `stopped` once it was stopped. */
  ask(message: ToReader): Promise<ReaderAnswer | 'stopped'>;
  stop(): void;
  isStopped(): boolean;
}

function startReader(
  worker: ReaderWorker,
  onProgress: (progress: { readonly bytes: number; readonly posts: number }) => void,
): Reader {
  let answer: (answer: ReaderAnswer | 'stopped') => void = () => undefined;
  let isStopped = false;
  worker.addEventListener('message', ({ data }) => {
    if (isStopped) return;
    if (data.kind === 'progress') onProgress(data);
    else answer(data);
  });
  // Also where it cannot be started, or memory runs out.
  worker.addEventListener('error', () => answer({ kind: 'fault', fault: FAILED }));
  return {
    ask(message) {
      if (isStopped) return Promise.resolve('stopped');
      const { promise, resolve } = Promise.withResolvers<ReaderAnswer | 'stopped'>();
      answer = resolve;
      worker.postMessage(message);
      return promise;
    },
    stop() {
      isStopped = true;
      worker.terminate();
      answer('stopped');
    },
    isStopped: () => isStopped,
  };
}

async function takeIn(
  file: File,
  reader: Reader,
  ask: Ask<AccountRequests>,
  onStored: (posts: number, of: number) => void,
): Promise<Outcome> {
  const found = await reader.ask(file);
  if (found === 'stopped') return 'cancelled';
  if (found.kind === 'fault') return found.fault;
  if (found.kind === 'text') {
    const taken = await ask('importText', { text: found.text });
    return taken.ok ? { posts: null, leftOut: 0 } : faultOf(taken.error);
  }
  if (found.kind === 'posts') return FAILED;
  const begun = await ask('beginImport', { ...found.account, keep: await findKeep(ask, found.account.did) });
  if (!begun.ok) return faultOf(begun.error);
  const number = begun.value;
  let posts = 0;
  const onTaken = (stored: number) => {
    posts = stored;
    onStored(stored, found.count);
  };
  const imported = () => ({ posts, leftOut: found.count - posts });
  const outcome = await handOver(number, reader, ask, onTaken).catch(() => FAILED);
  if (outcome === 'ended') return imported();
  // The background may have been stopped before it could say that all has been taken in.
  const { isEnded } = await ask('cancelImport', { number }).catch(() => ({ isEnded: false }));
  return isEnded ? imported() : outcome;
}

/** While the background takes a part in, the next one is read; no more than one of each is under way. */
async function handOver(
  number: number,
  reader: Reader,
  ask: Ask<AccountRequests>,
  onStored: (posts: number) => void,
): Promise<ImportFault | 'cancelled' | 'ended'> {
  let next = reader.ask('more');
  for (let stored = 0; ; ) {
    onStored(stored);
    const part = await next;
    if (part === 'stopped') return 'cancelled';
    if (part.kind !== 'posts') return part.kind === 'fault' ? part.fault : FAILED;
    const { posts } = part;
    if (posts.length > 0) next = reader.ask('more');
    const taken = posts.length === 0 ? await ask('endImport', { number }) : await ask('importPosts', { number, posts });
    if (!taken.ok) return faultOf(taken.error);
    if (posts.length === 0) return 'ended';
    // The next part may have come before.
    if (reader.isStopped()) return 'cancelled';
    stored += posts.length;
  }
}

/** What of its posts is kept already, else those that speak of the Institute's pages. */
async function findKeep(ask: Ask<AccountRequests>, did: Did): Promise<Keep> {
  const { accounts } = await ask('readAccounts', {});
  return accounts.find((account) => account.did === did)?.keep ?? 'reports';
}

function faultOf(error: ParseFault | AccountRefusal): ImportFault {
  if ('line' in error) {
    const { line, column, found } = error;
    return { kind: found === '' ? 'cut' : 'unexpected', place: { kind: 'line', line, column } };
  }
  const isKnown = error.kind === 'not-stored' || error.kind === 'signed-in-only';
  return { kind: isKnown ? error.kind : 'failed', place: null };
}
