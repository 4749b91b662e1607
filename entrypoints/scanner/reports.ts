import type { PublicationId } from '../../core/model/ids.ts';
import { afterRest } from '../../page/after-rest.ts';
import { hear } from '../../page/hear.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import { readPageNames } from '../../page/page-names.ts';
import { reportMarks } from './extension.ts';

/** Milliseconds for which changes of the marks are collected. */
const COLLECT = 200;

export interface Reports {
  /** The marks may have changed; by one more for a publication where one is given. */
  update(added?: PublicationId | null): void;
  /** What was reported last is reported again. */
  renew(): void;
}

/**
 * Tells the background what the frame has marks for, whenever that has changed, and nothing when the reader leaves.
 * `isOwnPage` where it is a page of the Institute's: the background waits for a first report of it even if nothing is
 * marked, and for what it calls itself.
 */
export function createReports(
  list: () => readonly (PublicationId | null)[],
  isOwnPage: boolean,
  { isOver }: Lifetime,
): Reports {
  const unreported = isOwnPage ? null : [];
  let lastReported: readonly PublicationId[] | null = unreported;

  const send = (publications: readonly PublicationId[]) =>
    reportMarks(publications, isOwnPage ? readPageNames() : null);
  const report = () => {
    if (isOver()) return;
    const publications = [...new Set(list())].filter((publication) => publication !== null);
    if (publications.join() !== lastReported?.join()) send(publications);
    lastReported = publications;
  };
  const reportSoon = afterRest(report, COLLECT, COLLECT);
  const update = (added?: PublicationId | null) => {
    if (added === null || (added !== undefined && lastReported?.includes(added))) return;
    reportSoon();
  };
  const leave = () => {
    if (lastReported?.length && !isOver()) send([]);
    lastReported = unreported;
  };
  hear('pagehide', leave);
  if (isOwnPage) update();
  return {
    update,
    renew() {
      // It may have been lost: what a tab says on its way to another window is in Firefox.
      if (lastReported?.length || isOwnPage) lastReported = null;
      update();
    },
  };
}
