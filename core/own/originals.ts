import type { AtUri, PostId } from '../model/ids.ts';
import type { FollowUp, Note, OwnRecord, Subject } from '../model/own.ts';

type Written = Note | FollowUp;

/** Posts that had no address when something was written about them, and the address of each. */
export type Originals = ReadonlyMap<PostId, AtUri>;

/**
 * A record that says at which address its post is by now, so that it is found there, however few words the post has; the
 * same one where nothing else is known. What it is about stays what it was: this is no change by its reader.
 */
export function nameOriginal<Record extends OwnRecord>(record: Record, originals: Originals): Record {
  if (record.kind === 'removed' || record.subject.kind === 'publication') return record;
  const { post, uri = null } = record.subject;
  const original = originals.get(post);
  return original === undefined || original === uri
    ? record
    : { ...record, subject: { ...record.subject, uri: original } };
}

/** What a record knows of the address of its post. */
export function originalsIn(record: OwnRecord): Originals {
  const subject = record.kind === 'removed' ? null : record.subject;
  if (subject === null || subject.kind === 'publication' || subject.uri == null) return new Map();
  return new Map([[subject.post, subject.uri]]);
}

/** Whether two forms of a record differ in nothing but the address of its post. */
export function isSameButOriginal(one: OwnRecord, other: OwnRecord): boolean {
  return JSON.stringify(withoutOriginal(one)) === JSON.stringify(withoutOriginal(other));
}

function withoutOriginal(record: OwnRecord): OwnRecord | (Omit<Written, 'subject'> & { readonly subject: object }) {
  if (record.kind === 'removed') return record;
  const { uri: _, ...subject } = { uri: null, ...(record.subject as Subject & { readonly uri?: AtUri | null }) };
  return { ...record, subject };
}
