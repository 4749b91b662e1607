import type { PublicationId } from '../../core/model/ids.ts';
import { hear } from '../../page/hear.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import { reportMarks } from './extension.ts';

/** Milliseconds for which changes of the marks are collected. */
const COLLECT = 200;

export interface Reports {
  /** The marks may have changed; by one more for a publication where one is given. */
  note(added?: PublicationId | null): void;
  /** Whatever was told is to be told again. */
  renew(): void;
}

/**
 * Tells the background what the frame has marks for, whenever that has changed, and nothing when the reader leaves;
 * `isOwed` where the background waits for a first report even if nothing is marked.
 */
export function createReports(
  list: () => readonly (PublicationId | null)[],
  isOwed: boolean,
  { isOver }: Lifetime,
): Reports {
  const never = isOwed ? null : [];
  let told: readonly PublicationId[] | null = never;
  let isWaiting = false;

  const report = () => {
    isWaiting = false;
    if (isOver()) return;
    const publications = [...new Set(list())].filter((publication) => publication !== null);
    if (publications.join() !== told?.join()) reportMarks(publications);
    told = publications;
  };
  const note = (added?: PublicationId | null) => {
    if (added === null || (added !== undefined && told?.includes(added))) return;
    if (!isWaiting) setTimeout(report, COLLECT);
    isWaiting = true;
  };
  const leave = () => {
    if (told?.length && !isOver()) reportMarks([]);
    told = never;
  };
  hear('pagehide', leave);
  if (isOwed) note();
  return {
    note,
    renew() {
      if (isOwed) told = null;
      note();
    },
  };
}
