import { NOTHING_KNOWN } from '../follow-up/line.ts';
import type { OwnDocuments } from './own-documents.ts';
import type { Filters } from './query.ts';
import type { Kind } from './written.ts';

/** The filters by what the reader wrote, beside the others (`filtering.ts`). */
export const OWN_FILTER = { note: 64, followUp: 128, response: 256, progress: 512, due: 1024 } as const;

/** Those by how what a note is about stands, as far as they are asked for. */
export function ownFiltersAsked({ hasFollowUp, responses, progress, isDue }: Filters): number {
  return (
    (hasFollowUp ? OWN_FILTER.followUp : 0) +
    (responses.length > 0 ? OWN_FILTER.response : 0) +
    (progress.length > 0 ? OWN_FILTER.progress : 0) +
    (isDue ? OWN_FILTER.due : 0)
  );
}

/** What of these a document fails, by its first; null where none is asked for. How one stands is told of recommendations alone. */
export function ownFailing(
  { hasNote, hasFollowUp, responses, progress, isDue }: Filters,
  { noted, followed, followUps, due }: OwnDocuments,
): ((kind: Kind, first: number) => number) | null {
  if (!hasNote && !hasFollowUp && responses.length === 0 && progress.length === 0 && !isDue) return null;
  return (kind, first) => {
    const isStanding = kind === 'recommendations';
    const standing = (isStanding && followUps.get(first)) || NOTHING_KNOWN;
    let failed = 0;
    if (hasNote && !noted[kind].has(first)) failed += OWN_FILTER.note;
    if (hasFollowUp && !followed[kind].has(first)) failed += OWN_FILTER.followUp;
    if (responses.length > 0 && !(isStanding && responses.includes(standing.response))) failed += OWN_FILTER.response;
    if (progress.length > 0 && !(isStanding && progress.includes(standing.progress))) failed += OWN_FILTER.progress;
    if (isDue && !(isStanding && due.has(first))) failed += OWN_FILTER.due;
    return failed;
  };
}
