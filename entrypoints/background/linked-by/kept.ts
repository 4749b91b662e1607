import { type KeptRow, keptFeed, MOST_KEPT } from '../../../core/linked-by/kept-feed.ts';
import { KEPT_FEED } from '../../../core/linked-by/kept-id.ts';
import type { AtUri, FeedId } from '../../../core/model/ids.ts';
import type { KeepingRefusal } from '../../../core/protocol/linked-by.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { FeedChange } from '../library/change.ts';
import type { KeptChange, KeptStore } from './kept-database.ts';

export interface KeptDoors {
  readonly store: KeptStore;
  /** The version of what comes with the extension, with which the library may be stored anew. */
  readonly version: string;
  /** What the feed is called. */
  readonly name: () => Promise<string>;
  readonly library: {
    /** Rejects where the browser keeps no library. */
    readonly change: (changes: readonly FeedChange[]) => Promise<void>;
    readonly readFeeds: () => Promise<readonly FeedId[]>;
  };
}

/** The form of what is made of kept posts; where it or the feed's name is another, the library's feed is made anew. */
const LINKED_VERSION = 4;
const NOT_STORED = fail<KeepingRefusal>({ kind: 'not-stored' });

export type Kept = ReturnType<typeof createKept>;

/** Keeps posts by themselves, and has the library's feed be what is kept. One change after another. */
export function createKept({ store, version, name, library }: KeptDoors) {
  const readLinkedWith = async () => `${LINKED_VERSION} ${version} ${await name()}`;
  let changing: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = changing.then(act, act);
    changing = done;
    return done;
  };

  const link = async () => {
    const rows = await store.readAll();
    if (rows.length > 0)
      await library.change([{ kind: 'replace', feed: keptFeed(rows, await name()), owner: 'added' }]);
    else if ((await library.readFeeds()).includes(KEPT_FEED)) await library.change([{ kind: 'remove', id: KEPT_FEED }]);
    await store.noteLinked(await readLinkedWith());
  };
  /** Where the library does not take it, it is not kept. */
  const change = async (wanted: KeptChange, back: KeptChange): Promise<Result<null, KeepingRefusal>> => {
    try {
      await store.change(wanted);
      await link().catch(async (error: unknown) => {
        await store.change(back);
        throw error;
      });
      return succeed(null);
    } catch (error) {
      console.error('IfG Gloss cannot keep a post:', error);
      return NOT_STORED;
    }
  };

  const isLinked = async () => (await store.readLinkedWith()) === (await readLinkedWith());
  /** What is as it is wanted may have been cut off before the library had it. */
  const linkRest = async (): Promise<Result<null, KeepingRefusal>> => {
    try {
      if (!(await isLinked())) await link();
      return succeed(null);
    } catch (error) {
      console.error('IfG Gloss cannot show what is kept:', error);
      return NOT_STORED;
    }
  };

  return {
    readAll: () => store.readAll(),
    /** None where the browser keeps nothing. */
    readUris: (): Promise<readonly AtUri[]> => store.readUris().catch(() => []),
    keep: (row: KeptRow): Promise<Result<null, KeepingRefusal>> =>
      inTurn(async () => {
        const known = await store.readUris().catch(() => null);
        if (known === null) return NOT_STORED;
        if (known.includes(row.uri)) return linkRest();
        if (known.length >= MOST_KEPT) return fail({ kind: 'full' });
        return change({ put: [row], drop: [] }, { put: [], drop: [row.uri] });
      }),
    drop: (uri: AtUri): Promise<Result<null, KeepingRefusal>> =>
      inTurn(async () => {
        const rows = await store.readAll().catch(() => null);
        if (rows === null) return NOT_STORED;
        const gone = rows.filter((row) => row.uri === uri);
        return gone.length === 0 ? linkRest() : change({ put: [], drop: [uri] }, { put: gone, drop: [] });
      }),
    /** Adds those that are not there, as far as there is room. */
    putAll: (rows: readonly KeptRow[]): Promise<void> =>
      inTurn(async () => {
        const known = new Set(await store.readUris());
        const missing = new Map(rows.flatMap((row) => (known.has(row.uri) ? [] : [[row.uri, row] as const])));
        const put = [...missing.values()].slice(0, Math.max(0, MOST_KEPT - known.size));
        if (put.length > 0) await store.change({ put, drop: [] });
        if (!(await isLinked())) await link();
      }),
    removeAll: (): Promise<void> =>
      inTurn(async () => {
        await store.change({ put: [], drop: await store.readUris() });
        await link();
      }),
    /** Makes the library's feed what it would be by now, where that was cut off, or the library was stored anew. */
    relink: (): Promise<void> =>
      inTurn(async () => {
        const [uris, feeds] = [await store.readUris(), await library.readFeeds()];
        const isThere = feeds.includes(KEPT_FEED);
        if (isThere !== uris.length > 0 || (uris.length > 0 && !(await isLinked()))) await link();
      }),
  };
}
