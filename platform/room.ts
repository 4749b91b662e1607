import { changeStored, readStored } from './stored.ts';

/** Whether the reader has been asked already, in the extension's local storage. */
const OFFERED_KEY = 'keep-offered';

/** The room that a browser gives the extension, in bytes, and whether it keeps what is there until its reader deletes it. */
export interface Room {
  readonly isKept: boolean;
  /** Null where the browser does not say. */
  readonly used: number | null;
  readonly given: number | null;
}

export async function readRoom(): Promise<Room> {
  const [isKept, { usage, quota }] = await Promise.all([
    navigator.storage.persisted().catch(() => false),
    navigator.storage.estimate().catch((): StorageEstimate => ({})),
  ]);
  return { isKept, used: usage ?? null, given: quota ?? null };
}

/** Asks the browser to keep it, which may ask its reader: while a click lasts. */
export async function askToKeep(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}

/** Whether its reader has answered already, be it with no. */
export const wasOffered = (): Promise<boolean> => readStored(OFFERED_KEY, (stored) => stored === true);

/** The reader is not asked again by a line of its own. */
export async function noteOffered(): Promise<void> {
  await changeStored(OFFERED_KEY, Boolean, () => true).catch(() => {});
}
