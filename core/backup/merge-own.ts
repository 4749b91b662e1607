import type { KeptRecord, OwnRecord } from '../model/own.ts';
import type { Writing } from '../own/change.ts';
import { joinForms, mergeRecords } from '../own/merge.ts';
import { isSameButOriginal } from '../own/originals.ts';
import { isSame } from '../own/same.ts';
import { joinVersions, nextVersion, standingOf } from '../own/version.ts';

/**
 * What becomes of a record of a backup. `added`: there was none; `changed`: the backup's is newer; `kept-twice`: both were
 * changed apart from each other, and the texts of both stay; `removed`: it goes, for the backup knows that its reader removed
 * it later; `left`: what is here stays; `removed-here`: it was removed here later, and stays so; `brought-back`: it was
 * removed here later, and comes back, beside what was begun anew since; `left-newer`: what is here stays, for a later version
 * of the extension wrote one of both, and they differ.
 */
export type OwnOutcome =
  | 'added'
  | 'changed'
  | 'kept-twice'
  | 'removed'
  | 'left'
  | 'removed-here'
  | 'brought-back'
  | 'left-newer';

export interface MergedOwn {
  readonly outcome: OwnOutcome;
  /** What is to be stored; null where nothing changes. */
  readonly record: KeptRecord | null;
}

/** `bringsBack`: whether what was removed here after the backup was made comes back, as a change of its own. */
export function mergeOwn(
  here: KeptRecord | null,
  from: KeptRecord,
  { bringsBack, writing }: { readonly bringsBack: boolean; readonly writing: Writing },
): MergedOwn {
  if (here === null)
    return from.kind === 'removed' ? { outcome: 'left', record: from } : { outcome: 'added', record: from };
  if (here.kind === 'newer' || from.kind === 'newer')
    return { outcome: isSame(here, from) ? 'left' : 'left-newer', record: null };
  const merged = mergeRecords(here, from);
  const isRemoved = here.kind === 'removed' && merged.kind === 'removed' && from.kind !== 'removed';
  const isGone = isRemoved || isBegunAnew(here, from);
  if (isGone && bringsBack) return { outcome: 'brought-back', record: broughtBack(here, from, writing) };
  if (isGone) return { outcome: 'removed-here', record: null };
  const record = isSame(merged, here) ? null : merged;
  if (record === null || isSameButOriginal(record, here) || (here.kind === 'removed' && from.kind === 'removed'))
    return { outcome: 'left', record };
  if (here.kind === 'removed') return { outcome: 'added', record };
  if (record.kind === 'removed') return { outcome: 'removed', record };
  return { outcome: standingOf(here.version, from.version) === 'older' ? 'changed' : 'kept-twice', record };
}

/** Whether what the backup has was removed, and something else written in its place: what comes out of a record begins no later. */
function isBegunAnew(here: OwnRecord, from: OwnRecord): boolean {
  if (here.kind === 'removed' || from.kind === 'removed') return false;
  return standingOf(here.version, from.version) === 'newer' && here.made > from.made;
}

function broughtBack(here: OwnRecord, from: OwnRecord, { at, by }: Writing): OwnRecord {
  const both = here.kind === 'removed' ? from : joinForms(here, from);
  return { ...both, changed: at, version: nextVersion(joinVersions(here.version, from.version), by) };
}
