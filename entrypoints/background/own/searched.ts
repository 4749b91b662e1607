import type { IsoDate } from '../../../core/model/ids.ts';
import type { FollowUp, Note, OwnId, Subject } from '../../../core/model/own.ts';
import type { OwnItem } from '../../../core/protocol/search.ts';
import { itemOf, NOTHING_OWN, type OwnSearched } from '../../../core/search/own-searched.ts';
import type { Content } from '../library/content.ts';
import type { Anchors } from './anchors.ts';
import type { OwnStore } from './store.ts';

export interface SearchedOwnDoors {
  readonly store: Pick<OwnStore, 'read'>;
  readonly library: () => Promise<Pick<Content, 'holdSubjects'>>;
  readonly anchors: Pick<Anchors, 'find'>;
  /** The day where the reader is. */
  readonly today: () => IsoDate;
}

export interface SearchedOwn {
  /** All that the reader wrote, with what it is about at present; nothing where it cannot be read. */
  read(this: void): Promise<OwnSearched>;
  /** The library has changed. */
  forget(this: void): void;
}

type Written = Note | FollowUp;

interface Known {
  readonly subject: Subject;
  readonly item: OwnItem;
}

/** Reads what the reader wrote to be searched. What each is about is looked for where it was, and anew where that is not there. */
export function createSearchedOwn({ store, library, anchors, today }: SearchedOwnDoors): SearchedOwn {
  let known = new Map<OwnId, Known>();
  const learn = async (records: readonly Written[]) => {
    const within = known;
    const isHeld = await (await library()).holdSubjects(records.map(({ subject }) => subject));
    const moved = records.filter((_, index) => isHeld[index] !== true);
    const found = await anchors.find(moved);
    const items = new Map(moved.map(({ id }, index) => [id, found[index]] as const));
    for (const { id, subject } of records) {
      const anchor = items.get(id);
      // What could not be looked for is looked for with the next search.
      if (anchor?.kind === 'unknown') continue;
      within.set(id, { subject, item: itemOf(anchor?.kind === 'present' ? anchor.subject : subject) });
    }
  };
  return {
    async read() {
      const held = await store.read().catch(() => null);
      const records = held?.all.filter((record): record is Written => record.kind !== 'removed') ?? [];
      if (records.length === 0) return NOTHING_OWN;
      const unknown = records.filter(({ id, subject }) => known.get(id)?.subject !== subject);
      if (unknown.length > 0) await learn(unknown);
      const written = records.map((record) => ({
        record,
        item: known.get(record.id)?.item ?? itemOf(record.subject),
      }));
      return { written, today: today() };
    },
    forget() {
      known = new Map();
    },
  };
}
