import type { FollowUp, Note, OwnRecord, Removed, Subject } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, type Writing } from '../../../core/own/change.ts';
import { keysOfSubject } from '../../../core/own/keys.ts';
import { ownIdOf } from '../../../core/own/subjects.ts';
import type { OwnKind, OwnRequests } from '../../../core/protocol/own.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import type { OwnStore } from './store.ts';

type WrittenAs<Kind extends OwnKind> = Extract<Note | FollowUp, { readonly kind: Kind }>;

const LOCK = 'ifg-gloss-own';
const IN_PART = 100;

/** Answers about what the reader wrote; one change waits for another, and is applied to what is stored then. */
export function createOwnAnswers(store: OwnStore): Answers<OwnRequests, unknown> {
  const writing = (): Writing => ({ at: Date.now(), by: 'here' });
  return {
    async findOwn({ keys }) {
      const wanted = new Set(keys);
      const written = (await store.readAll()).filter(isWritten);
      return written.filter(({ subject }) => keysOfSubject(subject).some((key) => wanted.has(key)));
    },
    async listOwn({ kind, start }) {
      const all = (await store.readAll()).filter((record) => record.kind === kind) as (Note | FollowUp)[];
      const sorted = all.toSorted((one, other) => other.changed - one.changed);
      return { items: sorted.slice(start, start + IN_PART), total: all.length };
    },
    changeNote: ({ subject, from, to }) =>
      inTurn(async () => {
        const before = findKnown(await store.readAll(), 'note', subject);
        const after = changeNote(before, subject, { from, to }, writing());
        if (after !== null && after !== before) await store.put([after]);
        return { record: after?.kind === 'note' ? after : null };
      }),
    changeFollowUp: ({ subject, edit }) =>
      inTurn(async () => {
        const before = findKnown(await store.readAll(), 'follow-up', subject);
        const after = changeFollowUp(before, subject, edit, writing());
        if (after !== before) await store.put([after]);
        return { record: after };
      }),
    async describeOwn() {
      const all = await store.readAll();
      const count = (kind: OwnKind) => all.filter((record) => record.kind === kind).length;
      return { notes: count('note'), followUps: count('follow-up') };
    },
  };
}

/** The record about a subject, or what is left of one; an id that is made anew is the same. */
function findKnown<Kind extends OwnKind>(records: readonly OwnRecord[], kind: Kind, subject: Subject) {
  const keys = new Set(keysOfSubject(subject));
  const id = ownIdOf(kind, subject);
  const about = records.find(
    (record): record is WrittenAs<Kind> =>
      record.kind === kind && keysOfSubject(record.subject).some((key) => keys.has(key)),
  );
  return about ?? records.find((record): record is Removed => record.kind === 'removed' && record.id === id) ?? null;
}

function isWritten(record: OwnRecord): record is Note | FollowUp {
  return record.kind !== 'removed';
}

function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(LOCK, change) as Promise<Result>;
}
