import type { FollowUp, Note } from '../../core/model/own.ts';
import { changeFollowUp } from '../../core/own/change.ts';
import { keysOfSubject } from '../../core/own/keys.ts';
import type { OwnRequests } from '../../core/protocol/own.ts';
import type { Answers } from '../../core/protocol/wire.ts';

/** A background that keeps what the reader writes in memory; `now` gives milliseconds since 1970. */
export function ownAnswers(start: readonly (Note | FollowUp)[], now: () => number) {
  const records = new Map(start.map((record) => [record.id, record]));
  const all = () => [...records.values()];
  const answers = {
    findOwn: ({ keys }) => all().filter(({ subject }) => keysOfSubject(subject).some((key) => keys.includes(key))),
    listOwn({ kind, start: from }) {
      const of = all().filter((record) => record.kind === kind);
      const items = of.slice(from, from + 100);
      return { items, anchors: items.map(() => ({ kind: 'unknown' as const })), total: of.length };
    },
    changeFollowUp({ subject, edit }) {
      const keys = keysOfSubject(subject);
      const before = all().find(
        (record) => record.kind === 'follow-up' && keysOfSubject(record.subject).some((key) => keys.includes(key)),
      );
      const record = changeFollowUp(before?.kind === 'follow-up' ? before : null, subject, edit, {
        at: now(),
        by: 'here',
      });
      records.set(record.id, record);
      return { record, keptIn: { database: null, journal: null } };
    },
  } satisfies Partial<Answers<OwnRequests, undefined>>;
  return { answers, all };
}
