import { NOTHING_KNOWN } from '../follow-up/line.ts';
import { PROGRESS, RESPONSES } from '../model/own.ts';
import type { OwnCounts } from '../protocol/search.ts';
import type { OwnDocuments } from './own-documents.ts';
import { OWN_FILTER } from './own-filtering.ts';
import type { Kind } from './written.ts';

const OF_OWN = Object.values(OWN_FILTER).reduce((sum, each) => sum + each, 0);

/** Counts what is found by what the reader wrote about it; what fails a control's own filter alone counts there, too. */
export function createOwnTally({ noted, followed, followUps, due }: OwnDocuments) {
  const [responses, progress] = [countersOf(RESPONSES), countersOf(PROGRESS)];
  const isNothing = followUps.size === 0 && Object.values(noted).every(({ size }) => size === 0);
  let [notes, withFollowUp, dueNow] = [0, 0, 0];
  /** Of a document, or of a note about it. */
  const countFollowed = (kind: Kind, first: number, failed: number) => {
    if ((failed & ~OWN_FILTER.followUp) === 0 && followed[kind].has(first)) withFollowUp += 1;
    if (kind !== 'recommendations') return;
    const standing = followUps.get(first) ?? NOTHING_KNOWN;
    if ((failed & ~OWN_FILTER.response) === 0) responses[standing.response] += 1;
    if ((failed & ~OWN_FILTER.progress) === 0) progress[standing.progress] += 1;
    if ((failed & ~OWN_FILTER.due) === 0 && due.has(first)) dueNow += 1;
  };
  return {
    countFollowed,
    count(kind: Kind, first: number, failed: number): void {
      // Most documents fail more, and most libraries have little that was written about.
      if ((failed & ~OF_OWN) !== 0 || (isNothing && kind !== 'recommendations')) return;
      if ((failed & ~OWN_FILTER.note) === 0 && noted[kind].has(first)) notes += 1;
      countFollowed(kind, first, failed);
    },
    counts: (): OwnCounts => ({ notes, followUps: withFollowUp, due: dueNow, responses, progress }),
  };
}

function countersOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
