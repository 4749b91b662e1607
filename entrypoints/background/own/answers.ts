import type { FollowUp, Note, OwnRecord, Removed, Subject } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, type Writing } from '../../../core/own/change.ts';
import { hasSameWords, isNearer, keysOfSubject, nearnessOf, type OwnKey } from '../../../core/own/keys.ts';
import { ownIdOf } from '../../../core/own/subjects.ts';
import type { Anchor, OwnKind, OwnRequests } from '../../../core/protocol/own.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import type { Anchors } from './anchors.ts';
import type { Held, OwnStore } from './store.ts';

type Written = Note | FollowUp;
type WrittenAs<Kind extends OwnKind> = Extract<Written, { readonly kind: Kind }>;

const IN_PART = 100;

/** Answers about what the reader wrote; each change is applied to what is stored then. */
export function createOwnAnswers(
  store: OwnStore,
  anchors: Pick<Anchors, 'find'>,
): Answers<Omit<OwnRequests, 'countActedOn'>, unknown> {
  /** What was written about recommendations that stand elsewhere by now, as far as the library knows. */
  const findMoved = async (records: readonly Written[], asked: ReadonlySet<OwnKey>): Promise<ReadonlySet<Written>> => {
    if (records.length === 0) return new Set();
    const found = await anchors.find(records);
    const isHere = ({ subject }: Written, anchor: Anchor | undefined) =>
      isNearer(nearnessOf(anchor?.kind === 'present' ? anchor.subject : subject, asked), 'thread');
    return new Set(records.filter((record, place) => !isHere(record, found[place])));
  };
  return {
    async findOwn({ keys }) {
      const asked = new Set(keys);
      const found = (await store.read()).find(keys);
      const moved = await findMoved(
        found.filter(({ subject }) => isNearer('itself', nearnessOf(subject, asked))),
        asked,
      );
      return found.filter((record) => !moved.has(record));
    },
    async listOwn({ kind, start, isAnchored }) {
      const all = ofKind(await store.read(), kind);
      const sorted = all.toSorted((one, other) => other.changed - one.changed);
      const items = sorted.slice(start, start + IN_PART);
      return { items, anchors: isAnchored ? await anchors.find(items) : [], total: all.length };
    },
    async changeNote({ subject, from, to }) {
      const { record, keptIn } = await changeOne<Note | Removed>(store, (held, writing) => {
        const before = findKnown(held, 'note', subject);
        return { before, after: changeNote(before, subject, { from, to }, writing) };
      });
      return { record: record?.kind === 'note' ? record : null, keptIn };
    },
    changeFollowUp: ({ subject, edit }) =>
      changeOne<FollowUp>(store, (held, writing) => {
        const before = findKnown(held, 'follow-up', subject);
        return { before, after: changeFollowUp(before, subject, edit, writing) };
      }),
    async describeOwn() {
      const held = await store.read();
      const { repairs, changes, backedUpAt } = held.state;
      return {
        notes: ofKind(held, 'note').length,
        followUps: ofKind(held, 'follow-up').length,
        newer: held.newer.size,
        keptIn: held.keptIn,
        repairs,
        changesSinceBackup: changes,
        backedUpAt,
      };
    },
    async acknowledgeRepairs() {
      await store.acknowledgeRepairs();
      return null;
    },
  };
}

function ofKind<Kind extends OwnKind>({ all }: Held, kind: Kind): readonly WrittenAs<Kind>[] {
  return all.filter((record): record is WrittenAs<Kind> => record.kind === kind);
}

/** The record about a subject, or what is left of one; an id that is made anew is the same. */
function findKnown<Kind extends OwnKind>(held: Held, kind: Kind, subject: Subject): WrittenAs<Kind> | Removed | null {
  const keys = keysOfSubject(subject);
  const asked = new Set(keys);
  const about = held
    .find(keys)
    .find((record): record is WrittenAs<Kind> => record.kind === kind && isStill(record.subject, subject, asked));
  if (about !== undefined) return about;
  const left = held.of(ownIdOf(kind, subject));
  return left?.kind === 'removed' ? left : null;
}

/** Another recommendation may stand where one stood that something was written about. */
function isStill(written: Subject, subject: Subject, keys: ReadonlySet<OwnKey>): boolean {
  if (nearnessOf(written, keys) === 'itself') return true;
  return written.kind === 'recommendation' && subject.kind === 'recommendation'
    ? hasSameWords(written.words, subject.words)
    : false;
}

/** A record as it was, and as it is to be; null where there is none. */
type Change<Made> = (
  held: Held,
  writing: Writing,
) => { readonly before: OwnRecord | null; readonly after: Made | null };

/** Writes nothing where nothing is changed. */
async function changeOne<Made extends OwnRecord>(store: OwnStore, change: Change<Made>) {
  const changed: { record: Made | null } = { record: null };
  const keptIn = await store.change((held, writing) => {
    const { before, after } = change(held, writing);
    changed.record = after;
    if (after === null || after === before || isUnwritten(after)) return [];
    changed.record = underFreeId(held, before, after);
    return [changed.record];
  });
  return { ...changed, keptIn };
}

/** A follow-up that is begun with what all begin with. */
function isUnwritten({ version }: OwnRecord): boolean {
  return Object.keys(version).length === 0;
}

/** What was once about the same words may be about others by now, and keeps its id. */
function underFreeId<Made extends OwnRecord>(held: Held, before: OwnRecord | null, made: Made): Made {
  if (made.id === before?.id || held.of(made.id) === null) return made;
  return underFreeId(held, before, { ...made, id: `${made.id}+` });
}
