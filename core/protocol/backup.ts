import type { BackupHead, BackupItems, Section } from '../backup/format.ts';
import type { RestorePlan } from '../backup/plan.ts';

/** Items of one section, in their order. */
export type SectionItems = {
  readonly [Name in Section]: { readonly section: Name; readonly items: readonly BackupItems[Name][] };
}[Section];

export type BackupPart = SectionItems & {
  /** Where the next part begins; null where there is none. */
  readonly next: string | null;
};

/** What of the reader's own is removed: all of one kind, or that and accounts, pages and saved searches, too. */
export const REMOVALS = ['note', 'follow-up', 'everything'] as const;
export type Removal = (typeof REMOVALS)[number];

/** Where a restore is: `coming`: nothing is changed yet; `going`: it will be done, whatever happens meanwhile; `done`. */
export type RestorePhase = 'coming' | 'going' | 'done';

/** What was begun before, could not be done to its end, and is put aside; null where nothing was. */
export type LeftOff = 'restore' | 'removal' | null;

/** What the extension's own pages ask to back up, to restore, and to remove what the reader wrote. */
export interface BackupRequests {
  /** A part of a section; `after` is the part before's `next`, null at the beginning. */
  readBackupPart(request: { readonly section: Section; readonly after: string | null }): BackupPart;
  /** A backup was handed to its reader; `changes` is `changesSinceBackup` as it was when that was begun. */
  noteBackup(request: { readonly changes: number }): null;
  /** Begins to take in a backup that was read and is whole; what another had taken in is dropped. Gives its number. */
  beginRestore(request: Pick<BackupHead, 'hasFeeds'>): { readonly number: number; readonly leftOff: LeftOff };
  /** Takes a part in; nothing changes by it. False where another has begun meanwhile. */
  takeRestorePart(request: { readonly number: number; readonly part: SectionItems }): boolean;
  /** What it would change; null where another has begun meanwhile. */
  planRestore(request: { readonly number: number }): RestorePlan | null;
  /**
   * Merges what was taken in with what is here, all of it: where it is cut off, it goes on when it is asked for again, or
   * by itself. `bringsBack`: also what was removed here since. False where another has begun meanwhile.
   */
  applyRestore(request: { readonly number: number; readonly bringsBack: boolean }): boolean;
  /** Drops what was taken in, unless it is being merged. */
  dropRestore(request: { readonly number: number }): null;
  /** Removes what was last changed until then (milliseconds since 1970), all of it or nothing. */
  removeOwn(request: { readonly what: Removal; readonly until: number }): LeftOff;
}
