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
