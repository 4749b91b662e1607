import browser, { type Storage } from 'webextension-polyfill';
import type { WriterId } from '../../../core/model/own.ts';
import { ownChanges } from '../../../platform/changes.ts';
import { openOwnDatabase } from './database.ts';
import { createJournal } from './journal.ts';
import { createOwnStore, type OwnStore } from './store.ts';

const LOCK = 'ifg-gloss-own';
const WRITER_KEY = 'own-writer';

/** Nothing is opened before what the reader wrote is asked for. `onNew`: something was written that was not there. */
export function startOwnStore(onNew: () => void): OwnStore {
  const { local, session } = browser.storage;
  return createOwnStore({
    journal: createJournal(local),
    openDatabase: openOwnDatabase,
    inTurn: (change) => navigator.locks.request(LOCK, change) as ReturnType<typeof change>,
    writer: () => readWriter(session),
    now: Date.now,
    onChange(hasNew) {
      ownChanges.tell();
      if (hasNew) onNew();
    },
  });
}

/** One name for a session, however often the background is stopped in it. */
async function readWriter(session: Storage.StorageArea): Promise<WriterId> {
  const stored: Record<string, unknown> = await session.get(WRITER_KEY).catch(() => ({}));
  const known = stored[WRITER_KEY];
  if (typeof known === 'string') return known;
  const writer = crypto.randomUUID();
  await session.set({ [WRITER_KEY]: writer }).catch(() => {});
  return writer;
}
