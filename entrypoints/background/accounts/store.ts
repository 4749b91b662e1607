import type { AtUri, Did, FeedId, PostId } from '../../../core/model/ids.ts';
import type { FetchedPost } from '../../../core/sources/fetched-post.ts';
import { createOpener } from '../../../platform/databases.ts';
import { type AccountRow, type Incoming, openAccounts, type PostRow, type TextRow } from './database.ts';
import { isThere, type Missed } from './missed-posts.ts';

/** What is stored of accounts. Each call is one transaction: all of it or nothing. */
export type AccountsStore = ReturnType<typeof createAccountsStore>;

/** More posts than this that are new are not told one by one. */
const MOST_FRESH = 1000;
/** Of so many posts it is known when they came. */
const MOST_KNOWN = 5000;

/** What an import comes to: the account's row, and those of its posts that are stored. */
type Settle = (
  incoming: Incoming,
  posts: readonly FetchedPost[],
  before?: AccountRow,
) => { readonly row: AccountRow; readonly posts: readonly PostRow[] };

export function createAccountsStore() {
  const { database, close } = createOpener(openAccounts);

  return {
    readAll: async (): Promise<readonly AccountRow[]> => (await database()).getAll('accounts'),
    read: async (did: Did): Promise<AccountRow | undefined> => (await database()).get('accounts', did),

    /** Adds or replaces an account's row; its posts stay. */
    async put(row: AccountRow): Promise<void> {
      await (await database()).put('accounts', row);
    },

    /** Changes a row as it is then; does nothing where it is gone. Gives what is stored afterwards. */
    async change(did: Did, change: (row: AccountRow) => AccountRow): Promise<AccountRow | null> {
      const transaction = (await database()).transaction('accounts', 'readwrite');
      const [row] = await Promise.all([changeIn(transaction.objectStore('accounts'), did, change), transaction.done]);
      return row;
    },

    /**
     * Stores a page of posts with what it means for its reading; a reading that ended meanwhile stores nothing. What is
     * not stored yet is fresh where `areFresh`.
     */
    async savePage(
      page: Missed & {
        readonly did: Did;
        readonly startedAt: number;
        readonly posts: readonly FetchedPost[];
        readonly areFresh: boolean;
        readonly change: (row: AccountRow) => AccountRow;
      },
    ): Promise<AccountRow | null> {
      const { did, startedAt } = page;
      const transaction = (await database()).transaction(['accounts', 'posts', 'fresh'], 'readwrite');
      const work = async () => {
        const row = await transaction.objectStore('accounts').get(did);
        if (row?.reading?.startedAt !== startedAt || row.reading.isStopped) return null;
        const posts = transaction.objectStore('posts');
        const fresh = transaction.objectStore('fresh');
        const known = await Promise.all(page.posts.map(({ uri }) => posts.getKey([did, uri])));
        const added = page.areFresh ? page.posts.filter((_, index) => known[index] === undefined) : [];
        await Promise.all([
          ...page.posts.map((each) => posts.put({ did, ...each, seen: startedAt })),
          ...page.missed.map((row) => posts.put(row)),
          ...page.gone.map((uri) => posts.delete([did, uri])),
          ...page.gone.map((uri) => fresh.delete(postIdOf(uri))),
          ...added.slice(0, MOST_FRESH).map(({ uri }) => fresh.put({ id: postIdOf(uri), did })),
        ]);
        return changeIn(transaction.objectStore('accounts'), did, page.change);
      };
      const [row] = await Promise.all([work(), transaction.done]);
      return row;
    },

    async readPosts(did: Did): Promise<readonly PostRow[]> {
      return (await database()).getAll('posts', ofAccount(did));
    },

    /** So many posts of an account that are there, behind an address, `''` for its first, in the order of their addresses. */
    async readPostsAfter(did: Did, uri: AtUri | '', most: number): Promise<readonly PostRow[]> {
      const found: PostRow[] = [];
      let last: AtUri | '' | undefined = uri;
      while (last !== undefined && found.length < most) {
        const wanted = most - found.length;
        const behind = IDBKeyRange.bound([did, last], [did, []], true);
        const rows: readonly PostRow[] = await (await database()).getAll('posts', behind, wanted);
        found.push(...rows.filter(isThere));
        last = rows.length < wanted ? undefined : rows.at(-1)?.uri;
      }
      return found;
    },

    /** Stores posts, but for those that are stored and were met later. */
    async putMetLater(rows: readonly PostRow[]): Promise<void> {
      const transaction = (await database()).transaction('posts', 'readwrite');
      const put = async (row: PostRow) => {
        const stored = await transaction.store.get([row.did, row.uri]);
        if (stored === undefined || stored.seen < row.seen) await transaction.store.put(row);
      };
      await Promise.all([...rows.map(put), transaction.done]);
    },

    /** So many posts that a reading has not met, from the smallest address on. */
    async readUnseen(did: Did, startedAt: number, most: number): Promise<readonly PostRow[]> {
      const found: PostRow[] = [];
      const transaction = (await database()).transaction('posts');
      for await (const { value } of transaction.store.iterate(ofAccount(did))) {
        if (value.seen !== startedAt) found.push(value);
        if (found.length === most) break;
      }
      return found;
    },

    async hasPost(did: Did, uri: AtUri): Promise<boolean> {
      const row = await (await database()).get('posts', [did, uri]);
      return row !== undefined && isThere(row);
    },

    countPosts: async (did: Did): Promise<number> => (await database()).count('posts', ofAccount(did)),

    /** Deletes posts of an account, and notes which were missed. */
    async dropPosts(did: Did, { gone, missed }: Missed): Promise<void> {
      const transaction = (await database()).transaction(['posts', 'fresh'], 'readwrite');
      await Promise.all([
        ...missed.map((row) => transaction.objectStore('posts').put(row)),
        ...gone.flatMap((uri) => [
          transaction.objectStore('posts').delete([did, uri]),
          transaction.objectStore('fresh').delete(postIdOf(uri)),
        ]),
        transaction.done,
      ]);
    },

    /** Deletes all that came of an account; `row` stays in its place where one is given, unless the account has gone. */
    async remove(did: Did, row: AccountRow | null): Promise<void> {
      const transaction = (await database()).transaction(['accounts', 'posts', 'fresh'], 'readwrite');
      const work = async () => {
        const fresh = transaction.objectStore('fresh');
        const own = (await fresh.getAll()).filter((each) => each.did === did);
        const accounts = transaction.objectStore('accounts');
        // Its reader may have removed it meanwhile.
        if (row !== null && (await accounts.get(did))?.isLeaving !== false) return;
        await Promise.all([
          row === null ? accounts.delete(did) : accounts.put(row),
          transaction.objectStore('posts').delete(ofAccount(did)),
          ...own.map(({ id }) => fresh.delete(id)),
        ]);
      };
      await Promise.all([work(), transaction.done]);
    },

    /** Begins an import; what another has taken in is dropped. */
    async beginImport(incoming: Incoming): Promise<void> {
      const transaction = (await database()).transaction(['imports', 'incoming'], 'readwrite');
      await Promise.all([
        transaction.objectStore('imports').clear(),
        transaction.objectStore('incoming').clear(),
        transaction.objectStore('imports').put(incoming),
        transaction.done,
      ]);
    },

    async readImport(number: number): Promise<Incoming | undefined> {
      return (await database()).get('imports', number);
    },

    /** False where the import is not going any more. */
    async takeIn(number: number, posts: readonly FetchedPost[]): Promise<boolean> {
      const transaction = (await database()).transaction(['imports', 'incoming'], 'readwrite');
      const work = async () => {
        if ((await transaction.objectStore('imports').get(number))?.isEnded !== false) return false;
        await transaction.objectStore('incoming').add(posts);
        return true;
      };
      const [isGoing] = await Promise.all([work(), transaction.done]);
      return isGoing;
    },

    /** What the import that goes on has taken in. */
    async readIncoming(): Promise<readonly FetchedPost[]> {
      return (await (await database()).getAll('incoming')).flat();
    },

    /** What an import took in becomes an account's, as `settle` says of what was there. False where it is gone. */
    async endImport(number: number, settle: Settle): Promise<boolean> {
      const stores = ['imports', 'incoming', 'accounts', 'posts'] as const;
      const transaction = (await database()).transaction(stores, 'readwrite');
      const work = async () => {
        const incoming = await transaction.objectStore('imports').get(number);
        if (incoming === undefined) return false;
        if (incoming.isEnded) return true;
        const { did } = incoming.account;
        const before = await transaction.objectStore('accounts').get(did);
        const { row, posts } = settle(incoming, (await transaction.objectStore('incoming').getAll()).flat(), before);
        const stored = transaction.objectStore('posts');
        const known = await Promise.all(posts.map(({ uri }) => stored.getKey([did, uri])));
        // What the network said of a post says more, and may be newer than the file.
        const added = before?.readAt == null ? posts : posts.filter((_, index) => known[index] === undefined);
        await Promise.all([
          ...added.map((post) => stored.put(post)),
          transaction.objectStore('accounts').put(row),
          transaction.objectStore('imports').put({ ...incoming, isEnded: true }),
          transaction.objectStore('incoming').clear(),
        ]);
        return true;
      };
      const [isDone] = await Promise.all([work(), transaction.done]);
      return isDone;
    },

    /** Drops what an import took in. True where that is an account's already, which stays. */
    async dropImport(number: number): Promise<boolean> {
      const transaction = (await database()).transaction(['imports', 'incoming'], 'readwrite');
      const work = async () => {
        const incoming = await transaction.objectStore('imports').get(number);
        if (incoming === undefined || incoming.isEnded) return incoming !== undefined;
        await Promise.all([transaction.objectStore('imports').clear(), transaction.objectStore('incoming').clear()]);
        return false;
      };
      const [isEnded] = await Promise.all([work(), transaction.done]);
      return isEnded;
    },

    /** Drops what an import took in whose page is gone. */
    async dropLeftImport(): Promise<void> {
      for (const { number } of await (await database()).getAll('imports')) await this.dropImport(number);
    },

    readTexts: async (): Promise<readonly TextRow[]> => (await database()).getAll('texts'),
    readText: async (feed: FeedId): Promise<TextRow | undefined> => (await database()).get('texts', feed),
    async putText(row: TextRow): Promise<void> {
      await (await database()).put('texts', row);
    },
    async deleteText(feed: FeedId): Promise<void> {
      await (await database()).delete('texts', feed);
    },
    close,

    /** The posts that came, and that their reader has not looked at. */
    async readFresh(): Promise<readonly PostId[]> {
      const rows = await (await database()).getAll('fresh');
      return rows.filter(({ isSeen }) => isSeen !== true).map(({ id }) => id);
    },
    /** The posts that the library has had since a time, be they looked at or not. */
    async readFreshSince(time: number): Promise<readonly PostId[]> {
      return (await database()).getAllKeysFromIndex('fresh', 'cameAt', IDBKeyRange.lowerBound(time, true));
    },
    /** The library has them now. Of posts that were looked at, the oldest are forgotten. */
    async dateFresh(did: Did, cameAt: number): Promise<void> {
      const transaction = (await database()).transaction('fresh', 'readwrite');
      const work = async () => {
        const rows = await transaction.store.index('did').getAll(did);
        const came = rows.filter((row) => row.cameAt === undefined);
        await Promise.all(came.map((row) => transaction.store.put({ ...row, cameAt })));
        const known = await transaction.store.index('cameAt').getAll();
        const old = known.slice(0, Math.max(0, known.length - MOST_KNOWN)).filter(({ isSeen }) => isSeen === true);
        await Promise.all(old.map(({ id }) => transaction.store.delete(id)));
      };
      await Promise.all([work(), transaction.done]);
    },
    async markSeen(ids: readonly PostId[]): Promise<void> {
      const transaction = (await database()).transaction('fresh', 'readwrite');
      const mark = async (id: PostId) => {
        const row = await transaction.store.get(id);
        if (row !== undefined) await transaction.store.put({ ...row, isSeen: true });
      };
      await Promise.all([...ids.map(mark), transaction.done]);
    },
  };
}

interface Rows {
  get(did: Did): Promise<AccountRow | undefined>;
  put(row: AccountRow): Promise<unknown>;
}

async function changeIn(accounts: Rows, did: Did, change: (row: AccountRow) => AccountRow): Promise<AccountRow | null> {
  const row = await accounts.get(did);
  if (row === undefined) return null;
  const changed = change(row);
  await accounts.put(changed);
  return changed;
}

/** The keys of an account's posts: what follows any text is a list. */
function ofAccount(did: Did): IDBKeyRange {
  return IDBKeyRange.bound([did], [did, []]);
}

/** A post's address names it in all feeds. */
function postIdOf(uri: AtUri): PostId {
  const id: string = uri;
  return id;
}
