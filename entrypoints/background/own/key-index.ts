import type { FollowUp, Note, OwnId, OwnRecord } from '../../../core/model/own.ts';
import { keysOfSubject, type OwnKey } from '../../../core/own/keys.ts';
import { agree, stemOf } from '../../../core/own/said.ts';

/** Which records are about what, in memory. */
export interface KeyIndex {
  /** Takes in the present form of a record. */
  put(record: OwnRecord): void;
  /** Records with one of these keys, those with the earlier keys first, each once. */
  find(keys: readonly OwnKey[]): readonly (Note | FollowUp)[];
}

export function createKeyIndex(records: Iterable<OwnRecord>): KeyIndex {
  const byStem = new Map<string, Map<OwnId, Note | FollowUp>>();
  const keysOf = new Map<OwnId, readonly OwnKey[]>();
  const put = (record: OwnRecord) => {
    for (const key of keysOf.get(record.id) ?? []) byStem.get(stemOf(key))?.delete(record.id);
    keysOf.delete(record.id);
    if (record.kind === 'removed') return;
    const keys = keysOfSubject(record.subject);
    keysOf.set(record.id, keys);
    for (const stem of keys.map(stemOf)) byStem.set(stem, (byStem.get(stem) ?? new Map()).set(record.id, record));
  };
  const findOne = (key: OwnKey) =>
    [...(byStem.get(stemOf(key))?.values() ?? [])].filter(({ id }) => keysOf.get(id)?.some((own) => agree(own, key)));
  for (const record of records) put(record);
  return { put, find: (keys) => [...new Set(keys.flatMap(findOne))] };
}
