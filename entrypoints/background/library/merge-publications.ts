import { type CatalogueEntry, catalogueEntry } from '../../../core/browse/catalogue.ts';
import { recommendationKey } from '../../../core/gloss/recommended.ts';
import { identify } from '../../../core/link/identity.ts';
import type { MergedPublication, Publication } from '../../../core/model/publication.ts';
import { byCovered, byShown, nameKeysOf } from '../../../core/recognise/keys.ts';
import { momentOf } from '../../../core/text/minutes.ts';
import type { NewSegment } from './change.ts';
import { markEntries } from './mark-copies.ts';
import { readMeta } from './meta.ts';
import { putPublications, type UnplacedRow } from './put-publications.ts';
import { runsOf } from './runs.ts';
import { sameKeys, sameKeysOf } from './same-keys.ts';
import { all, below, type EntryRow, type PublicationRow, type RowKey, type Writing } from './schema.ts';

/** From so many entries on it is quicker to look at all publications than for each that may be concerned. */
const MANY = 500;

/** An entry, and where it stands. */
interface PlacedEntry extends EntryRow {
  readonly key: RowKey;
}

/**
 * Decides anew which entries are one publication, as far as segments that come or go concern it: those that share a key
 * with an entry that came or went, and so on. What is said afterwards is what would be said if all were decided at once.
 */
export async function mergePublications(
  transaction: Writing,
  added: readonly NewSegment[],
  gone: readonly number[],
): Promise<void> {
  const fresh = added.flatMap(({ number, rows }) =>
    rows.entries.map(([[place], row]): PlacedEntry => ({ ...row, key: [number, Number(place)] })),
  );
  const meta = transaction.objectStore('meta');
  const listed = await readMeta(transaction, 'catalogue');
  // Where there is no catalogue, what is derived is made anew of all.
  const concerned = await (listed === undefined
    ? transaction.objectStore('publications').getAll()
    : findConcerned(transaction, fresh, gone));
  const kept = await readEntries(transaction, concerned, new Set(gone));
  const entries = [...kept, ...fresh].sort(byAge);
  const rows = await Promise.all(
    groupByPublication(entries).map(({ publication, parts }) => publicationRow(transaction, publication, parts)),
  );
  const now = new Set(rows.map((row) => row.publication.id));
  const dropped = concerned.filter(({ publication }) => !now.has(publication.id));
  const store = transaction.objectStore('publications');
  await all(
    dropped.map(
      ({ publication }) =>
        () =>
          store.delete(publication.id),
    ),
  );
  const before = new Map(concerned.map((row) => [row.publication.id, row]));
  const changed = rows.filter((row) => !isSame(row, before.get(row.publication.id)));
  await putPublications(transaction, changed);
  await markEntries(transaction, concerned, rows);
  await meta.put(await store.count(), 'publications');
  await meta.put(changeCatalogue(listed ?? [], dropped, listed === undefined ? rows : changed), 'catalogue');
}

/** All publications as they are listed, after some have gone and others have come or changed. */
function changeCatalogue(
  listed: readonly CatalogueEntry[],
  dropped: readonly PublicationRow[],
  changed: readonly UnplacedRow[],
): readonly CatalogueEntry[] {
  const entries = new Map(listed.map((entry) => [entry.id, entry]));
  for (const { publication } of dropped) entries.delete(publication.id);
  for (const row of changed) entries.set(row.publication.id, catalogueEntry(row.publication, row.moments));
  return [...entries.values()];
}

/** But for where it stands among the titles. */
function isSame(row: UnplacedRow, before: PublicationRow | undefined): boolean {
  if (before === undefined) return false;
  const { document: _, ...rest } = before;
  return JSON.stringify(rest) === JSON.stringify(row);
}

/** The publications that may come out otherwise. */
async function findConcerned(
  transaction: Writing,
  fresh: readonly PlacedEntry[],
  gone: readonly number[],
): Promise<readonly PublicationRow[]> {
  const store = transaction.objectStore('publications');
  const leaving = (await Promise.all(gone.map((segment) => store.index('entries').getAll(below(segment))))).flat();
  if (fresh.length + leaving.length > MANY) return store.getAll();
  const found = new Map(leaving.map((row) => [row.publication.id, row]));
  const asked = new Set<string>();
  let keys = [...fresh.flatMap(({ publication }) => sameKeys(publication)), ...leaving.flatMap(sameKeysOf)];
  while (keys.length > 0) {
    const next = [...new Set(keys)].filter((key) => !asked.has(key));
    for (const key of next) asked.add(key);
    const rows = (await Promise.all(next.map((key) => store.index('keys').getAll(key)))).flat();
    const further = rows.filter((row) => !found.has(row.publication.id));
    for (const row of further) found.set(row.publication.id, row);
    keys = further.flatMap(sameKeysOf);
  }
  return [...found.values()];
}

async function readEntries(
  transaction: Writing,
  concerned: readonly PublicationRow[],
  gone: ReadonlySet<number>,
): Promise<PlacedEntry[]> {
  const store = transaction.objectStore('entries');
  const keys = concerned.flatMap(({ entries }) => entries.filter(([segment]) => !gone.has(segment)));
  const read = keys.map(async (key) => {
    const row = await store.get(key);
    return row === undefined ? [] : [{ ...row, key }];
  });
  return (await Promise.all(read)).flat();
}

/** In the order in which they came: a later segment is younger, and in a segment the oldest stands last. */
function byAge({ key: [a, placeOfA] }: PlacedEntry, { key: [b, placeOfB] }: PlacedEntry): number {
  return a - b || placeOfB - placeOfA;
}

interface Group {
  readonly publication: MergedPublication;
  readonly parts: readonly PlacedEntry[];
}

/** A feed that was added to may have the same entry in several segments. */
function groupByPublication(entries: readonly PlacedEntry[]): readonly Group[] {
  const byId = Map.groupBy(entries, ({ publication }) => publication.id);
  const publications: readonly Publication[] = entries.map(({ publication }) => publication);
  return identify(publications).map((publication) => ({
    publication,
    parts: publication.members.flatMap((id) => byId.get(id) ?? []),
  }));
}

async function publicationRow(
  transaction: Writing,
  publication: MergedPublication,
  parts: readonly PlacedEntry[],
): Promise<UnplacedRow> {
  const moments = await readMoments(transaction, parts);
  const recommendations = await countRecommendations(transaction, parts);
  const covered = [...new Set(parts.flatMap((part) => part.publication.coverageOf ?? []))];
  const isSample = publication.isIfg && publication.addresses.length > 0;
  const shown = publication.displayForms.map(byShown);
  const keys = [...sameKeys(publication), ...nameKeysOf(publication), ...covered.map(byCovered), ...shown];
  return {
    publication,
    keys: [...new Set(keys)],
    entries: parts.map(({ key }) => key),
    posts: moments.length,
    moments,
    recommendations,
    rank: [publication.isIfg ? 0 : 1, -moments.length, ...firstOf(parts)],
    ...(isSample && { sample: [-recommendations, -moments.length] }),
  };
}

/** In the order of what is listed where as much is said. */
function firstOf(parts: readonly PlacedEntry[]): RowKey {
  return parts.map(({ key }) => key).sort(([a, placeOfA], [b, placeOfB]) => a - b || placeOfA - placeOfB)[0] ?? [0, 0];
}

/** When something is said of it; a post that several feeds hold counts once. */
async function readMoments(transaction: Writing, parts: readonly PlacedEntry[]): Promise<readonly number[]> {
  const speaking = parts.filter(({ moments }) => moments.length > 0);
  const [first, second] = speaking;
  if (second === undefined) return first?.moments ?? [];
  const store = transaction.objectStore('conversations');
  const read = await Promise.all(speaking.map(({ key: [segment, place] }) => store.getAll(below(segment, place))));
  const posts = read.flat().flatMap((row) => row.posts);
  return [...new Map(posts.map(({ id, time }) => [id, momentOf(time)])).values()];
}

/** One that several feeds hold counts once. */
async function countRecommendations(transaction: Writing, parts: readonly PlacedEntry[]): Promise<number> {
  const recommending = parts.filter(({ recommendations }) => recommendations.length > 0);
  const [first, second] = recommending;
  if (second === undefined) return first?.recommendations.length ?? 0;
  const store = transaction.objectStore('recommendations');
  const places = recommending.flatMap(({ key: [segment], recommendations }) =>
    recommendations.map((place): RowKey => [segment, place]),
  );
  const read = runsOf(places).map(({ first, last }) => store.getAll(IDBKeyRange.bound(first, last)));
  return new Set((await Promise.all(read)).flat().map(recommendationKey)).size;
}
