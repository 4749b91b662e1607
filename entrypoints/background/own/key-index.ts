import type { FollowUp, Note, OwnId, OwnRecord } from '../../../core/model/own.ts';
import { keysOfSubject, type OwnKey } from '../../../core/own/keys.ts';

/** Which records are about what, in memory. */
export interface KeyIndex {
  /** Takes in the present form of a record. */
  put(record: OwnRecord): void;
  /** Records with one of these keys, those with the earlier keys first, each once. */
  find(keys: readonly OwnKey[]): readonly (Note | FollowUp)[];
}

export function createKeyIndex(records: Iterable<OwnRecord>): KeyIndex {
  const byKey = new Map<OwnKey, Map<OwnId, Note | FollowUp>>();
  const keysOf = new Map<OwnId, readonly OwnKey[]>();
  const put = (record: OwnRecord) => {
    for (const key of keysOf.get(record.id) ?? []) byKey.get(key)?.delete(record.id);
    keysOf.delete(record.id);
    if (record.kind === 'removed') return;
    const keys = keysOfSubject(record.subject);
    keysOf.set(record.id, keys);
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Map()).set(record.id, record));
  };
  for (const record of records) put(record);
  return {
    put,
    find: (keys) => [...new Set(keys.flatMap((key) => [...(byKey.get(key)?.values() ?? [])]))],
  };
}
