import { parseFeed } from '../../../core/link/parse-feed.ts';
import type { BundledIndex, Feed } from '../../../core/model/feed.ts';
import type { Did, FeedId } from '../../../core/model/ids.ts';
import { hasCome } from '../../../core/network/pause.ts';
import type { AccountFailure } from '../../../core/protocol/accounts.ts';
import { type Keep, keptFetched } from '../../../core/sources/bluesky/kept.ts';
import { inFeedOrder } from '../../../core/sources/fetched-post.ts';
import type { FeedChange } from '../library/change.ts';
import type { AccountRow, Reading, TextRow } from './database.ts';
import { isJoined, ownPlace } from './feed-of.ts';
import { bundledFeedOf, isSameAccount, type Linked, linkAccount } from './link-account.ts';
import { isThere, NONE_MISSED, settleMissed } from './missed-posts.ts';
import { beginAgain, type Doors, isPowerOfTwo, isToBePurged, readStep } from './read-account.ts';
import { tellUnread } from './refusals.ts';

export interface QueueDoors extends Doors {
  /** The bundled index, and its version. */
  readonly bundle: { readonly version: string; readonly fetchIndex: () => Promise<BundledIndex> };
  readonly library: {
    /** Rejects where the browser keeps no library. */
    readonly change: (changes: readonly FeedChange[]) => Promise<void>;
    /** The feeds that are not as they are bundled. */
    readonly readAdded: () => Promise<readonly FeedId[]>;
  };
  /** Told at which addresses bundled posts are, before the library has them there; never rejects. */
  readonly onRenamed: (renamed: AccountRow['renamed']) => Promise<void>;
  /** Somebody may want to show how far it has got. */
  readonly onProgress: () => void;
  /** Has the background woken at some time, in milliseconds since 1970, where it ends before; null where it need not be. */
  readonly wakeFor: (at: number | null) => Promise<void>;
}

const MINUTE = 60_000;
const LONGEST_WAIT = 360 * MINUTE;
/** Failures without getting further, after which nothing is tried until the reader or the schedule asks. */
const MOST_FAILURES = 3;
/** The form of what is made of an account's posts; where it is another, the library's feed is made anew. */
const LINKED_VERSION = 7;

export type ReadingQueue = ReturnType<typeof createReadingQueue>;

/** Reads the accounts that are to be read, one step after another; what was stopped in the middle goes on there. */
export function createReadingQueue(doors: QueueDoors) {
  const { store, now, bundle, library, onProgress } = doors;
  const linkedWith = `${LINKED_VERSION} ${bundle.version}`;
  let running: Promise<void> | null = null;
  let isAsked = false;
  let changing: Promise<unknown> = Promise.resolve();
  /** Who waits for the reading of an account to end. */
  const waiting = new Map<Did, PromiseWithResolvers<void>>();

  /** One change of the library after another, so that none is made of an account that has gone meanwhile. */
  const inTurn = <Value>(change: () => Promise<Value>): Promise<Value> => {
    const changed = changing.then(change, change);
    changing = changed;
    return changed;
  };

  /** Goes on with whatever can be gone on with; ends where nothing can. */
  const run = async () => {
    do {
      isAsked = false;
      for (const row of await store.readAll()) if (row.isLeaving) await apart(leave(row));
      let row = await next();
      if (row !== null) await doors.wakeFor(now());
      for (; row !== null; row = await next()) await advance(row, row.reading);
    } while (isAsked);
    await doors.wakeFor(await nextTry());
  };
  const nextTry = async () => {
    const rows = await store.readAll();
    const times = rows.flatMap(({ reading, failure, isLeaving }) =>
      isLeaving ? now() + MINUTE : reading === null ? [] : (failure?.retryAt ?? []),
    );
    return times.length === 0 ? null : Math.min(...times);
  };
  /** What is all read comes first: it needs no network, and somebody may wait for it. */
  const next = async () => {
    const due = (await store.readAll()).filter(isDue);
    return due.find(({ reading }) => reading.phase === 'link') ?? due[0] ?? null;
  };
  const isDue = (row: AccountRow): row is AccountRow & { reading: Reading } =>
    row.reading !== null && (row.failure === null || isToBeTried(row.failure, now()));

  /** What fails in one account is told of that, and keeps no other from being read. */
  const advance = async (row: AccountRow, reading: Reading) => {
    try {
      await goOn(row, reading);
    } catch (error) {
      tellUnread(error);
      await recordFailure(row, { kind: 'not-taken' });
    }
    if (waiting.has(row.did)) await tellWaiting(row.did);
    onProgress();
  };

  const tellWaiting = async (did: Did) => {
    const row = await store.read(did);
    if (row == null || row.reading === null || row.failure !== null) waiting.get(did)?.resolve();
  };

  const goOn = async (row: AccountRow, reading: Reading) => {
    const step = await readStep(row, reading, doors);
    // Who is back is shown as they were, whatever becomes of the rest.
    if (step.ok && row.hidden !== null && step.value?.hidden === null && isJoined(step.value))
      await relinkAccount(step.value);
    if (!step.ok) await recordFailure(row, step.error);
    else if (step.value?.reading?.phase === 'link') await finish(step.value, step.value.reading);
    else if (step.value?.reading != null && isPowerOfTwo(step.value.reading.pages)) await show(step.value);
  };

  const recordFailure = (row: AccountRow, failure: AccountFailure['failure']) =>
    store.change(row.did, (latest) => {
      const failures = latest.failures + 1;
      const wait = Math.min(MINUTE * 2 ** (failures - 1), LONGEST_WAIT);
      const isEnd = waitsForReader(failure) || (failures >= MOST_FAILURES && failure.kind !== 'limited');
      const until = 'until' in failure ? failure.until : null;
      // What a server answers with again and again may be its cursor's fault: who asks next has it begin anew.
      const isAnew = isEnd && failure.kind === 'status' && latest.reading !== null;
      const reading = isAnew ? beginAgain(latest.reading) : latest.reading;
      return { ...latest, failures, reading, failure: { failure, retryAt: isEnd ? null : (until ?? now() + wait) } };
    });

  const putLinked = async (row: AccountRow, { feed, renamed }: Linked) => {
    await doors.onRenamed(renamed);
    await putFeed(row, feed);
  };

  /** What came so far is shown already where it is the first reading. The more there is, the rarer. */
  const show = async (row: AccountRow) => {
    if (row.readAt !== null || row.reading?.phase !== 'whole') return;
    const posts = await readKept(row);
    const copy = await readCopy(row);
    const linked = linkAccount(row, posts, copy, false);
    if (copy !== null && isSameAccount(linked, posts, copy) !== true) return;
    await putLinked(row, linked);
  };

  /** What was read becomes the library's; what was not met in reading all is no more, and what is not kept goes. */
  const finish = async (row: AccountRow, reading: Reading): Promise<void> => {
    const copy = await readCopy(row);
    const isMet = reading.isWhole && !reading.isStopped;
    const posts = row.hidden === null ? await dropUnkept(row, isMet ? reading.startedAt : null) : [];
    const sweptAt = isMet ? reading.startedAt : row.sweptAt;
    const linked = linkAccount(row, posts, copy, sweptAt !== null);
    const isFirst = (row.readAt === null || row.linkedWith === null) && row.hidden === null;
    const isSame = copy === null || !isFirst || isSameAccount(linked, posts, copy);
    if (isSame !== true) {
      // What is read of a file or a backup was never asked for in pages, and is all that there is for now.
      const isKnown = isSame === false || isMet || (reading.pages === 0 && posts.length > 0);
      if (isKnown && row.ifAnother !== undefined) await part(row, reading, row.ifAnother);
      else if (isMet) await keepNothing(row);
      else await keepUnjoined(row, reading);
      return;
    }
    await putLinked(row, linked);
    const readAt = reading.isStopped ? row.readAt : reading.startedAt;
    const done: AccountRow = {
      ...row,
      renamed: linked.renamed,
      linkedWith,
      readAt,
      sweptAt,
      reading: null,
      failure: null,
      failures: 0,
    };
    // Of an account that is back after that, nothing was read before, and nothing is new.
    if (isToBePurged(row, now())) return store.remove(row.did, { ...done, readAt: null, sweptAt: null });
    await store.change(row.did, (latest) => (latest.reading?.startedAt === reading.startedAt ? done : latest));
  };

  /** Somebody else has only the name of the copy's account: what its reader added gets a feed of its own. */
  const part = async (row: AccountRow, reading: Reading, keep: Keep) => {
    const parted = await store.change(row.did, ({ ifAnother: _, ...latest }) => ({
      ...latest,
      ...ownPlace(row.did),
      keep,
      reading: latest.reading?.startedAt === reading.startedAt ? reading : latest.reading,
    }));
    if (parted?.reading?.startedAt === reading.startedAt) await finish(parted, reading);
  };

  /** All that somebody else has written was read. */
  const keepNothing = (row: AccountRow) =>
    store.remove(row.did, { ...row, reading: null, hidden: { why: 'another', since: now() } });

  /** What came does not tell yet whether it is the copy's account: it stays, and is joined with nothing. */
  const keepUnjoined = (row: AccountRow, { startedAt }: Reading) =>
    store.change(row.did, (latest) =>
      latest.reading?.startedAt === startedAt ? { ...latest, reading: null, failure: null, failures: 0 } : latest,
    );

  /** Gives what is kept and there. `met` names the reading that met all there is. */
  const dropUnkept = async ({ did, keep }: AccountRow, met: number | null) => {
    const rows = await store.readPosts(did);
    const unmet = rows.filter(({ seen }) => met !== null && seen !== met);
    const { gone, missed } = met === null ? NONE_MISSED : settleMissed(unmet, met);
    const latest = new Map([...rows, ...missed].map((row) => [row.uri, row]));
    for (const uri of gone) latest.delete(uri);
    // What is missed for now still says which thread is kept.
    const kept = keptFetched(inFeedOrder([...latest.values()]), did, keep);
    const stay = new Set(kept.map(({ uri }) => uri));
    const dropped = rows.map(({ uri }) => uri).filter((uri) => !stay.has(uri));
    if (dropped.length + missed.length > 0)
      await store.dropPosts(did, { gone: dropped, missed: missed.filter(({ uri }) => stay.has(uri)) });
    return kept.filter(isThere).map(({ post }) => post);
  };

  const readKept = async ({ did, keep }: AccountRow) =>
    keptFetched(inFeedOrder(await store.readPosts(did)), did, keep)
      .filter(isThere)
      .map(({ post }) => post);

  /** What an account is joined with; null where it has a feed of its own. */
  const readCopy = async ({ isBundled, feed }: AccountRow): Promise<Feed | null> => {
    if (isBundled) return bundledFeedOf(await bundle.fetchIndex(), feed);
    const page = await store.readText(feed);
    const read = page && parseFeed(page.text);
    return read?.ok ? read.value : null;
  };

  const putFeed = (row: AccountRow, feed: Feed) =>
    inTurn(async () => {
      // The account may have been removed while it was linked.
      if ((await store.read(row.did))?.isLeaving !== false) return;
      await library.change([{ kind: 'replace', feed, owner: 'added' }]);
      await store.dateFresh(row.did, now());
    });

  /** Another account may be the one whose feed this one was taken for. */
  const leave = async (row: AccountRow) => relinkAccounts(await letGo(row));

  const letGo = ({ did, feed }: AccountRow): Promise<readonly AccountRow[]> =>
    inTurn(async () => {
      if ((await store.read(did))?.isLeaving !== true) return [];
      const others = (await takersOf(feed)).filter((row) => row.did !== did);
      if (others.length === 0) await restore(feed, await store.readText(feed));
      await store.remove(did, null);
      return others;
    });

  /** As a page has it that was taken in, as it is bundled, or not at all. */
  const restore = async (id: FeedId, page?: Pick<TextRow, 'text'>) => {
    const read = page && parseFeed(page.text);
    if (read?.ok) return library.change([{ kind: 'replace', feed: read.value, owner: 'added' }]);
    const bundled = bundledFeedOf(await bundle.fetchIndex(), id);
    await library.change([
      bundled === null ? { kind: 'remove', id } : { kind: 'replace', feed: bundled, owner: 'bundled' },
    ]);
  };

  const relinkAccount = async (row: AccountRow) => {
    try {
      const linked = linkAccount(row, await readKept(row), await readCopy(row), row.sweptAt !== null);
      await putLinked(row, linked);
      await store.change(row.did, ({ failure, ...latest }) => ({
        ...latest,
        renamed: linked.renamed,
        linkedWith,
        // Why a reading waits stays.
        failure: latest.reading === null ? null : failure,
      }));
    } catch (error) {
      tellUnread(error);
      const failure = { failure: { kind: 'not-taken' }, retryAt: null } as const;
      await store.change(row.did, (latest) => ({ ...latest, failure }));
    }
  };

  const relinkAccounts = async (rows: readonly AccountRow[]) => {
    for (const row of rows) await relinkAccount(row);
  };

  /** Of a page that is an account's by now, the account says more, of which it is a part. */
  const takersOf = async (id: FeedId) => (await store.readAll()).filter((row) => row.feed === id && isJoined(row));

  const linkText = async (feed: Feed, text: string) => {
    const takers = await inTurn(async () => {
      const found = await takersOf(feed.id);
      if (found.length === 0) await library.change([{ kind: 'replace', feed, owner: 'added' }]);
      await store.putText(textRow(feed, text, linkedWith));
      return found;
    });
    await relinkAccounts(takers);
  };

  return {
    /** Starts reading where something is to be read; what is running already hears of it. */
    wake(): Promise<void> {
      isAsked = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },

    /** Wakes, and is fulfilled when an account is not being read any more, or cannot be read on by now. */
    async finish(did: Did): Promise<void> {
      const own = waiting.get(did) ?? Promise.withResolvers<void>();
      waiting.set(did, own);
      await Promise.race([own.promise, this.wake()]).finally(() => waiting.delete(did));
    },

    /** What was stored of an account beside its reading becomes the library's, whether that goes on or waits. */
    async takeIn(did: Did): Promise<void> {
      const row = await store.read(did);
      if (row?.reading == null || row.reading.phase === 'link') return this.finish(did);
      // Whose copy it is joined with is not known before it was read.
      if (isJoined(row) || (await readCopy(row)) === null) await relinkAccount(row);
    },

    /**
     * Makes the library's feeds of accounts what they would be by now, where a new version of the extension makes them
     * otherwise, the library was stored anew, or something was cut off.
     */
    async relink(): Promise<void> {
      const [added, rows, texts] = [await library.readAdded(), await store.readAll(), await store.readTexts()];
      const held = new Set(added);
      for (const row of rows) {
        const isStale = row.linkedWith !== linkedWith || !held.has(row.feed);
        if (row.linkedWith === null || row.reading !== null || row.isLeaving || !isStale) continue;
        await relinkAccount(row);
      }
      for (const { feed, text, linkedWith: last } of texts) {
        if (last === linkedWith && held.has(feed)) continue;
        const read = parseFeed(text);
        if (read.ok) await apart(linkText(read.value, text));
      }
      const own = new Set([...rows, ...texts].map(({ feed }) => feed));
      for (const id of added) if (!own.has(id)) await apart(inTurn(() => restore(id)));
    },

    /** Ends the reading of an account, or of all; what came so far becomes the library's. */
    async stop(did: Did | null): Promise<void> {
      for (const row of await store.readAll()) {
        if (row.reading === null || (did !== null && row.did !== did)) continue;
        await store.change(row.did, ({ reading, ...latest }) => ({
          ...latest,
          failure: null,
          reading: reading && { ...reading, phase: 'link', isStopped: true },
        }));
      }
      await (did === null ? this.wake() : this.finish(did));
    },

    /**
     * Takes an account and all that came of it out of the library; a bundled feed is as it was bundled again. Goes on where
     * it was cut off.
     */
    async remove(did: Did): Promise<void> {
      const leaving = await store.change(did, (row) => ({ ...row, isLeaving: true, reading: null, failure: null }));
      if (leaving === null) return;
      // What is cut off here is made good when the background wakes.
      await doors.wakeFor(now());
      await leave(leaving);
      await doors.wakeFor(await nextTry());
      onProgress();
    },

    /** Takes in a page that was saved as text, in place of an earlier copy of it. */
    async addText(feed: Feed, text: string): Promise<void> {
      await store.putText(textRow(feed, text, null));
      await linkText(feed, text);
      onProgress();
    },

    /** Takes such a page out again; where it is cut off, it is there as before. */
    async removeText(id: FeedId): Promise<void> {
      const takers = await inTurn(async () => {
        const found = await takersOf(id);
        if (found.length === 0) await restore(id);
        await store.deleteText(id);
        return found;
      });
      await relinkAccounts(takers);
      onProgress();
    },
  };
}

function textRow({ id, profile, asOf, posts }: Feed, text: string, linkedWith: TextRow['linkedWith']): TextRow {
  const { handle, displayName } = profile;
  return { feed: id, text, profile: { handle, displayName }, asOf, posts: posts.length, linkedWith };
}

/** What fails here is tried again when the background wakes, and keeps nothing else from being done. */
function apart(doing: Promise<unknown>): Promise<unknown> {
  return doing.catch(tellUnread);
}

/** Whether what failed is to be tried again by now. */
function isToBeTried({ retryAt }: AccountFailure, now: number): boolean {
  return retryAt !== null && hasCome(retryAt, now);
}

/** Whether another try would come to the same. */
function waitsForReader(failure: AccountFailure['failure']): boolean {
  return failure.kind === 'not-allowed' || (failure.kind === 'unreadable' && failure.why === 'circle');
}
