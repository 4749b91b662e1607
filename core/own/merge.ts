import type { Evidence, FollowUp, FollowUpChange, Note, OwnRecord } from '../model/own.ts';
import { underOtherId } from './change.ts';
import { nameOriginal, originalsIn } from './originals.ts';
import { isSame } from './same.ts';
import { joinVersions, standingOf } from './version.ts';

/**
 * Two forms of one record as one: that which came out of the other, or, where each has what the other has not, both. In
 * whichever order and however often; of two of one version that differ nothing is lost either.
 */
export function mergeRecords(one: OwnRecord, other: OwnRecord): OwnRecord {
  const merged = mergeForms(one, other);
  const forms = originalsIn(merged).size > 0 ? [] : [one, other];
  return forms.reduce((named, form) => nameOriginal(named, originalsIn(form)), merged);
}

function mergeForms(one: OwnRecord, other: OwnRecord): OwnRecord {
  if (isSame(one, other)) return one;
  const standing = standingOf(one.version, other.version);
  if (standing === 'newer') return one;
  if (standing === 'older') return other;
  const [later, earlier] = isLater(one, other) ? [one, other] : [other, one];
  return { ...joinForms(later, earlier), version: joinVersions(one.version, other.version) };
}

/** What both have, of records that were changed apart from each other, or of which the later was begun anew. */
export function joinForms(later: OwnRecord, earlier: OwnRecord): OwnRecord {
  if (later.kind === 'removed') return earlier.kind === 'removed' ? later : { ...earlier, changed: later.changed };
  if (later.kind === 'note' && earlier.kind === 'note') return joinNotes(later, earlier);
  if (later.kind === 'follow-up' && earlier.kind === 'follow-up') return joinFollowUps(later, earlier);
  return later;
}

function joinNotes(later: Note, earlier: Note): Note {
  const texts = eachOnce([...later.texts, ...earlier.texts]);
  // What only the earlier has is of a version of the extension that keeps more.
  return { ...earlier, ...later, made: Math.min(later.made, earlier.made), texts };
}

function joinFollowUps(later: FollowUp, earlier: FollowUp): FollowUp {
  const history = eachOnce([...earlier.history, ...later.history]).toSorted(
    (a, b) => a.at - b.at || compare(JSON.stringify(a), JSON.stringify(b)),
  );
  return {
    ...earlier,
    ...later,
    made: Math.min(later.made, earlier.made),
    response: chosen('response', later, earlier),
    progress: chosen('progress', later, earlier),
    checkOn: chosen('checkOn', later, earlier),
    evidence: joinEvidence(later, earlier),
    remarks: joinRemarks(later, earlier),
    history,
  };
}

/** What was chosen on one side alone; where it was on both, what was last. A clock that was wrong before both is not asked. */
function chosen<Field extends 'response' | 'progress' | 'checkOn'>(
  field: Field,
  later: FollowUp,
  earlier: FollowUp,
): FollowUp[Field] {
  const lastOf = (one: FollowUp, other: FollowUp) =>
    changesApart(field, one, other).at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return lastOf(earlier, later) > lastOf(later, earlier) ? earlier[field] : later[field];
}

/** The changes of a field that only one of both has. */
function changesApart(
  field: FollowUpChange['field'],
  { history }: FollowUp,
  other: FollowUp,
): readonly FollowUpChange[] {
  const known = new Set(other.history.map((change) => JSON.stringify(change)));
  return history.filter((change) => change.field === field && !known.has(JSON.stringify(change)));
}

/** What one of both alone has made another of, or removed, the other one's form of it does not bring back. */
function joinRemarks(later: FollowUp, earlier: FollowUp): readonly string[] {
  const left = (own: FollowUp, by: FollowUp) => {
    const isGone = createIsGone('remark', own, by);
    return own.remarks.filter((text) => by.remarks.includes(text) || !isGone(text));
  };
  return eachOnce([...left(later, earlier), ...left(earlier, later)]);
}

function joinEvidence(later: FollowUp, earlier: FollowUp): readonly Evidence[] {
  const left = (own: FollowUp, by: FollowUp) => {
    const isGone = createIsGone('evidence', own, by);
    return own.evidence.filter((each) => by.evidence.some((other) => isSame(each, other)) || !isGone(each));
  };
  const kept = left(later, earlier);
  const added = left(earlier, later).filter((each) => !kept.some((other) => isSame(each, other)));
  return [...kept, ...added.map((each) => (kept.some(({ id }) => id === each.id) ? underOtherId(each) : each))];
}

/**
 * Whether `by` has left what `own` has, by a change that `own` does not know of: before that both may have left and had it
 * back. What `own` alone has had back since stays.
 */
function createIsGone(field: 'remark' | 'evidence', own: FollowUp, by: FollowUp): (what: string | Evidence) => boolean {
  const [byAlone, ownAlone] = [changesApart(field, by, own), changesApart(field, own, by)];
  return (what) => byAlone.some(({ from }) => isSame(from, what)) && !ownAlone.some(({ to }) => isSame(to, what));
}

/** The same whichever comes first. */
function isLater(one: OwnRecord, other: OwnRecord): boolean {
  if (one.changed !== other.changed) return one.changed > other.changed;
  return compare(JSON.stringify(one), JSON.stringify(other)) > 0;
}

function eachOnce<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
