import { threadColumns } from '../../../core/browse/thread-order.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { findDamage } from '../../../core/model/feed-shapes.ts';
import type { FeedId } from '../../../core/model/ids.ts';
import { markCopies } from './mark-copies.ts';
import { mergePublications } from './merge-publications.ts';
import { readMeta } from './meta.ts';
import {
  ALL_STORES,
  all,
  below,
  type FeedRow,
  inOneTransaction,
  type LibraryDatabase,
  type Meta,
  type Owner,
  type Progress,
  SEGMENT_STORES,
  type Segment,
  type Writing,
} from './schema.ts';
import { countRows, madeRows, plainRows, type SegmentRows } from './segment-rows.ts';
import { withRests } from './with-rests.ts';

/** A change of one feed: all that it says is replaced, something is added to it, or it goes. */
export type FeedChange =
  | { readonly kind: 'replace' | 'add'; readonly feed: Feed; readonly owner: Owner }
  | { readonly kind: 'remove'; readonly id: FeedId };

export interface ChangeOptions {
  /** Names the change, where another try of it can go on with what this one has written. */
  readonly label?: string;
  /** Whether the library is damaged: what no feed has is cleared then, wherever it comes from. */
  readonly isDamaged?: boolean;
  /** What the library is to know of itself once the change is made. */
  readonly known?: Partial<Pick<Meta, 'bundle' | 'derived'>>;
}

/** Rows that are written in one step, so that a long change can be stopped between two of them. */
const ROWS_IN_STEP = 250;

/** A segment that is about to be a feed's. */
export interface NewSegment {
  readonly number: number;
  readonly feed: Feed;
  readonly rows: SegmentRows;
}

/**
 * Changes feeds of the library, all of them or none: their rows are written first, step by step, as segments that are in
 * no feed; one transaction then makes them the feeds' own. Whatever stops it, the library is as it was before or as it
 * is afterwards. Rejects with what a write failed with. One change at a time: callers hold the library's lock.
 */
export async function changeLibrary(
  database: LibraryDatabase,
  changes: readonly FeedChange[],
  { label = '', isDamaged = false, known = {} }: ChangeOptions = {},
): Promise<void> {
  const written = changes.flatMap((change) => (change.kind === 'remove' ? [] : [change.feed]));
  for (const feed of written) refuseDamaged(feed);
  const progress = await begin(database, label, written.length);
  const segments = await writeSegments(database, written, progress);
  await inOneTransaction(database, ALL_STORES, (transaction) =>
    finish(transaction, { changes, segments, isDamaged, known }),
  );
  // The change is made by then; what cannot be cleared now is cleared another time.
  await clearLeft(database).catch((error: unknown) => console.error('IfG Gloss cannot clear old rows:', error));
}

function refuseDamaged(feed: Feed): void {
  const damage = findDamage(feed);
  if (damage !== null) throw new DOMException(`${feed.id}: ${damage} is damaged.`, 'DataError');
}

/** Goes on with a change that was stopped where it is the same, else begins anew. */
async function begin(database: LibraryDatabase, label: string, count: number): Promise<Progress> {
  const reading = database.transaction('meta');
  const before = await readMeta(reading, 'progress');
  if (before !== undefined && label !== '' && before.label === label && before.segments.length === count) return before;
  const first = (await readMeta(reading, 'nextSegment')) ?? 1;
  const progress = { label, segments: Array.from({ length: count }, (_, index) => first + index), done: 0 };
  const left = [...((await readMeta(reading, 'left')) ?? []), ...(before?.segments ?? [])];
  await inOneTransaction(database, ['meta'], (transaction) => {
    const meta = transaction.objectStore('meta');
    return all([
      () => meta.put(progress, 'progress'),
      () => meta.put(first + count, 'nextSegment'),
      () => meta.put(left, 'left'),
    ]);
  });
  return progress;
}

async function writeSegments(database: LibraryDatabase, feeds: readonly Feed[], progress: Progress) {
  const segments: NewSegment[] = [];
  const write = createRowWriter(database, progress);
  for (const [index, feed] of feeds.entries()) {
    const number = progress.segments[index] ?? 0;
    const plain = plainRows(feed);
    const [made] = await Promise.all([withRests(madeRows(feed)), write(number, plain)]);
    await write(number, made);
    segments.push({ number, feed, rows: { ...plain, ...made } });
  }
  return segments;
}

/** Writes rows of a segment, store by store and step by step; what an earlier try has written already is gone past. */
function createRowWriter(database: LibraryDatabase, progress: Progress) {
  let step = 0;
  return async (number: number, rows: Partial<SegmentRows>): Promise<void> => {
    for (const store of SEGMENT_STORES) {
      const ofStore = rows[store] ?? [];
      for (let from = 0; from < ofStore.length; from += ROWS_IN_STEP) {
        step += 1;
        if (step <= progress.done) continue;
        await writeStep(
          database,
          { store, number, rows: ofStore.slice(from, from + ROWS_IN_STEP) },
          { ...progress, done: step },
        );
      }
    }
  };
}

interface Step {
  readonly store: (typeof SEGMENT_STORES)[number];
  readonly number: number;
  readonly rows: SegmentRows[Step['store']];
}

function writeStep(database: LibraryDatabase, { store, number, rows }: Step, progress: Progress): Promise<void> {
  return inOneTransaction(database, [store, 'meta'], async (transaction) => {
    const target = transaction.objectStore(store);
    const writes = rows.map(
      ([key, value]) =>
        () =>
          put(target, value, [number, ...key]),
    );
    await all([...writes, () => transaction.objectStore('meta').put(progress, 'progress')]);
  });
}

/** The rows' type goes with the store; the compiler cannot follow that through a list of stores. */
function put(target: { put(value: never, key: never): Promise<unknown> }, value: unknown, key: unknown) {
  return target.put(value as never, key as never);
}

interface Finish extends Required<Pick<ChangeOptions, 'isDamaged' | 'known'>> {
  readonly changes: readonly FeedChange[];
  readonly segments: readonly NewSegment[];
}

/** Makes the written segments the feeds' own, and what they say of publications known. */
async function finish(transaction: Writing, { changes, segments, isDamaged, known }: Finish): Promise<void> {
  const meta = transaction.objectStore('meta');
  const gone = await changeFeeds(transaction, changes, segments);
  const lost = isDamaged ? await findLost(transaction) : [];
  // Then all titles are written anew, all publications listed anew, and what is said twice is looked for anew.
  if (isDamaged) await Promise.all((['titles', 'catalogue', 'copies'] as const).map((key) => meta.delete(key)));
  await mergePublications(transaction, segments, [...gone, ...lost]);
  await changeThreads(transaction, segments, new Set([...gone, ...lost]));
  await markCopies(transaction);
  const left = [...((await readMeta(transaction, 'left')) ?? []), ...gone, ...lost];
  await meta.put([...new Set(left)], 'left');
  await meta.put(((await readMeta(transaction, 'revision')) ?? 0) + 1, 'revision');
  await meta.delete('progress');
  for (const [key, value] of Object.entries(known)) await meta.put(value, key as keyof typeof known);
}

/** Gives the segments that are in no feed any more. */
async function changeFeeds(
  transaction: Writing,
  changes: readonly FeedChange[],
  segments: readonly NewSegment[],
): Promise<number[]> {
  const feeds = transaction.objectStore('feeds');
  const gone: number[] = [];
  let next = 0;
  for (const change of changes) {
    const before = await feeds.get(change.kind === 'remove' ? change.id : change.feed.id);
    if (change.kind !== 'add') gone.push(...segmentsOf(before).map(({ number }) => number));
    if (change.kind === 'remove') {
      await feeds.delete(change.id);
      continue;
    }
    const segment = segments[next];
    next += 1;
    if (segment !== undefined) await feeds.put(feedRow(change, segment, before));
  }
  return gone;
}

async function changeThreads(
  transaction: Writing,
  segments: readonly NewSegment[],
  gone: ReadonlySet<number>,
): Promise<void> {
  const before = (await readMeta(transaction, 'threads')) ?? [];
  const kept = before.filter(({ segment }) => !gone.has(segment));
  const added = segments.map(({ number, feed }) => ({ segment: number, ...threadColumns(feed) }));
  await transaction.objectStore('meta').put([...kept, ...added], 'threads');
}

/** Of a row that may be damaged. */
function segmentsOf(row: FeedRow | undefined): readonly Segment[] {
  return Array.isArray(row?.segments) ? row.segments : [];
}

/** The segments that no feed has, and nothing else knows of. */
async function findLost(transaction: Writing): Promise<number[]> {
  const rows = await transaction.objectStore('feeds').getAll();
  const live = new Set(rows.flatMap(segmentsOf).map(({ number }) => number));
  const next = (await readMeta(transaction, 'nextSegment')) ?? 1;
  return Array.from({ length: next - 1 }, (_, index) => index + 1).filter((number) => !live.has(number));
}

function feedRow(
  { kind, owner }: Exclude<FeedChange, { kind: 'remove' }>,
  { number, feed, rows }: NewSegment,
  before: FeedRow | undefined,
): FeedRow {
  const { id, origin, profile, asOf } = feed;
  const own = countRows(number, rows);
  const segments = kind === 'add' ? [...segmentsOf(before), own] : [own];
  return { id, owner, origin, profile, asOf, segments };
}

/** Deletes rows that are in no feed any more, step by step; what is left by a browser that ended is deleted another time. */
async function clearLeft(database: LibraryDatabase): Promise<void> {
  for (const segment of (await readMeta(database.transaction('meta'), 'left')) ?? []) {
    for (const store of SEGMENT_STORES)
      await inOneTransaction(database, [store], (transaction) => transaction.objectStore(store).delete(below(segment)));
    await inOneTransaction(database, ['meta'], async (transaction) => {
      const left = (await readMeta(transaction, 'left')) ?? [];
      await transaction.objectStore('meta').put(
        left.filter((each) => each !== segment),
        'left',
      );
    });
  }
}
