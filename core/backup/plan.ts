import type { Handle } from '../model/ids.ts';
import type { KeptRecord, Subject } from '../model/own.ts';
import { beginningOf } from '../text/cut.ts';
import type { AccountOutcome } from './merge-account.ts';
import { type MergedOwn, mergeOwn, type OwnOutcome } from './merge-own.ts';

/** What restoring a backup would do. */
export interface RestorePlan {
  readonly counts: Readonly<Record<OwnOutcome, number>>;
  /** What of it changes something, or was removed here; so many at most. */
  readonly records: readonly PlannedRecord[];
  /** Settings that change, and saved searches that come. */
  readonly settings: number;
  readonly searches: number;
  readonly accounts: readonly PlannedFeed[];
  /** Pages that were saved as text. */
  readonly texts: readonly PlannedFeed[];
  /** Posts that were kept by themselves, and come; and those that do not, for there is no room for more. */
  readonly kept: number;
  readonly keptOut: number;
}

export interface PlannedRecord {
  readonly outcome: OwnOutcome;
  readonly kind: 'note' | 'follow-up';
  /** What it is about: the beginning of its words or its title. */
  readonly about: string;
  /** The beginning of what the backup has written about it; of what is here where that goes. */
  readonly text: string;
}

export interface PlannedFeed {
  readonly outcome: AccountOutcome;
  readonly handle: Handle;
  /** As many as the backup has. */
  readonly posts: number;
}

export const MOST_LISTED = 200;
/** UTF-16 units of a beginning. */
const BEGINNING = 200;

export type PlanOfOwn = Pick<RestorePlan, 'counts' | 'records'>;

/** What becomes of the records of a backup, `here` being those that are stored. */
export function planOwn(here: ReadonlyMap<string, KeptRecord>, from: readonly KeptRecord[]): PlanOfOwn {
  const counts: Record<OwnOutcome, number> = {
    added: 0,
    changed: 0,
    'kept-twice': 0,
    removed: 0,
    left: 0,
    'removed-here': 0,
    'brought-back': 0,
    'left-newer': 0,
  };
  const records: PlannedRecord[] = [];
  // Nothing of it is stored.
  const writing = { at: 0, by: '' };
  for (const record of from) {
    const before = here.get(record.id) ?? null;
    const merged = mergeOwn(before, record, { bringsBack: false, writing });
    counts[merged.outcome] += 1;
    const planned = describe(merged, before, record);
    if (planned !== null && records.length < MOST_LISTED) records.push(planned);
  }
  return { counts, records };
}

function describe({ outcome }: MergedOwn, before: KeptRecord | null, from: KeptRecord): PlannedRecord | null {
  const written = from.kind === 'removed' ? before : from;
  if (outcome === 'left' || written === null || written.kind === 'removed' || written.kind === 'newer') return null;
  const [text = ''] = written.kind === 'note' ? written.texts : written.remarks;
  return { outcome, kind: written.kind, about: begin(wordsOf(written.subject)), text: begin(text) };
}

function wordsOf(subject: Subject): string {
  return subject.kind === 'publication' ? subject.publication.title : subject.words;
}

function begin(text: string): string {
  return beginningOf(text.trim(), BEGINNING);
}
