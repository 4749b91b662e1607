import type { FollowUp, KeptRecord, Note, OwnRecord } from '../model/own.ts';
import { groupByStems, stemsOfSubject } from './by-stems.ts';
import { removeRecord, type Writing } from './change.ts';
import { hasSameWords, keysOfSubject, nearnessOf } from './keys.ts';
import { joinForms } from './merge.ts';
import { nextVersion } from './version.ts';

type Written = Note | FollowUp;

/**
 * What is to be stored so that one thing has one record of a kind: two installations of which one knows a post by its text and
 * the other by its address name what is written about it differently. All of them go into the one whose id comes first, which
 * every installation chooses alike, and are removed. Empty where each has one already.
 */
export function joinTwins(records: readonly KeptRecord[], writing: Writing): readonly OwnRecord[] {
  const written = records.filter(isWritten).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byStem = groupByStems(written);
  const taken = new Set<Written>();
  return written.flatMap((first): OwnRecord[] => {
    if (taken.has(first)) return [];
    const near = new Set(stemsOfSubject(first.subject).flatMap((stem) => byStem.get(stem) ?? []));
    const twins = [...near].filter((each) => each.id > first.id && !taken.has(each) && areTwins(first, each));
    if (twins.length === 0) return [];
    for (const twin of twins) taken.add(twin);
    const joined = twins.reduce(joinTwo, first);
    return [
      { ...joined, id: first.id, changed: writing.at, version: nextVersion(first.version, writing.by) },
      ...twins.map((twin) => removeRecord(twin, writing)),
    ];
  });
}

function isWritten(record: KeptRecord): record is Written {
  return record.kind === 'note' || record.kind === 'follow-up';
}

function joinTwo(one: Written, other: Written): Written {
  const both = one.changed < other.changed ? joinForms(other, one) : joinForms(one, other);
  return isWritten(both) ? both : one;
}

/** Whether both are about the very same, and not about what stands in its place or is called like it. */
function areTwins(one: Written, other: Written): boolean {
  if (one.kind !== other.kind || one.subject.kind !== other.subject.kind) return false;
  if (nearnessOf(one.subject, new Set(keysOfSubject(other.subject))) !== 'itself') return false;
  if (one.subject.kind !== 'recommendation' || other.subject.kind !== 'recommendation') return true;
  return one.subject.number === other.subject.number && hasSameWords(one.subject.words, other.subject.words);
}
