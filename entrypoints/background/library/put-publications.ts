import { titleTermsOf } from '../../../core/recognise/keys.ts';
import { atOnce } from '../../../core/steps.ts';
import { readMeta } from './meta.ts';
import { all, below, type PublicationRow, type TitlePages, type Writing } from './schema.ts';
import { pageRows } from './segment-rows.ts';

/** A publication before it is known where it stands among the titles. */
export type UnplacedRow = Omit<PublicationRow, 'document'>;

/** A question reads a page of each; with more of them they are made one. */
const MOST_PAGES = 8;
/** How many times as many titles there may be in pages as there are publications, before all are written anew. */
const MOST_GONE = 2;

/** Stores publications that are new or have changed, and makes their titles be found. */
export async function putPublications(transaction: Writing, rows: readonly UnplacedRow[]): Promise<void> {
  const meta = transaction.objectStore('meta');
  const store = transaction.objectStore('publications');
  const before = (await readMeta(transaction, 'titles')) ?? [];
  const held = await store.count();
  const size = before.reduce((sum, pages) => sum + pages.size, rows.length);
  const isCrowded = before.length >= MOST_PAGES || size > MOST_GONE * (held + rows.length) || before.length === 0;
  const number = (await readMeta(transaction, 'nextSegment')) ?? 1;
  const written = isCrowded ? await joinAll(transaction, rows) : rows;
  await all(written.map((row, place) => () => store.put({ ...row, document: [number, place] })));
  const terms = written.map(({ publication }) => titleTermsOf(publication));
  // A transaction does not wait for who rests.
  const pages = atOnce(pageRows('titles', terms));
  const target = transaction.objectStore('pages');
  await all(
    pages.map(
      ([[index, first], page]) =>
        () =>
          target.put(page, [number, index as 'titles', String(first)]),
    ),
  );
  if (isCrowded) await all(before.map((each) => () => target.delete(below(each.number))));
  const titles: readonly TitlePages[] = [
    ...(isCrowded ? [] : before),
    { number, size: written.length, pages: pages.length },
  ];
  await meta.put(titles, 'titles');
  await meta.put(number + 1, 'nextSegment');
}

/** Together with those that are stored and stay. */
async function joinAll(transaction: Writing, rows: readonly UnplacedRow[]): Promise<readonly UnplacedRow[]> {
  const stored = await transaction.objectStore('publications').getAll();
  const ids = new Set(rows.map(({ publication }) => publication.id));
  return [...stored.filter(({ publication }) => !ids.has(publication.id)), ...rows];
}
