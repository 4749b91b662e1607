import type { BackedUpAccount, BackedUpPost } from '../../../core/backup/format.ts';
import { outcomeOfAccount } from '../../../core/backup/merge-account.ts';
import { parseFeed } from '../../../core/link/parse-feed.ts';
import { type FeedOf, knownOf } from './feed-of.ts';
import { linkOnly } from './read-account.ts';
import type { QueueDoors, ReadingQueue } from './reading-queue.ts';

interface Doors extends Pick<QueueDoors, 'store' | 'now' | 'onProgress'> {
  readonly queue: ReadingQueue;
  readonly feedOf: FeedOf;
}

export type BackedUpFeeds = ReturnType<typeof createBackedUpFeeds>;

/** Accounts, their posts and pages that were saved as text, as backups have them. */
export function createBackedUpFeeds({ store, queue, now, onProgress, feedOf }: Doors) {
  const readRows = async () => (await store.readAll()).filter(({ isLeaving }) => !isLeaving);
  return {
    readTexts: () => store.readTexts(),
    async readAccounts(): Promise<readonly BackedUpAccount[]> {
      const rows = await readRows();
      return rows.map(({ did, profile, keep, readAt, sweptAt }) => ({ did, profile, keep, readAt, sweptAt }));
    },
    /** So many at most, `after` a `did uri`; of accounts that stay. */
    async readPosts(after: string | null, most: number): Promise<readonly BackedUpPost[]> {
      const [did = '', uri = ''] = after?.split(' ') ?? [];
      const dids = (await readRows()).map((row) => row.did).toSorted();
      const posts: BackedUpPost[] = [];
      for (const each of dids.filter((other) => other >= did)) {
        if (posts.length === most) break;
        const rows = await store.readPostsAfter(each, each === did ? uri : '', most - posts.length);
        for (const row of rows)
          posts.push({ did: row.did, uri: row.uri, cid: row.cid, post: row.post, seen: row.seen });
      }
      return posts;
    },
    /** Stores posts of accounts that are not here, or that a backup has read later. Of two forms the one met later stays. */
    putPosts: (posts: readonly BackedUpPost[]): Promise<void> => store.putMetLater(posts),
    /** An account with all that was put of it becomes the library's; one without posts waits until it is read. */
    async putAccount(account: BackedUpAccount, hasPosts: boolean): Promise<void> {
      const { did, profile, readAt, sweptAt } = account;
      if ((await store.read(did))?.isLeaving) await queue.remove(did);
      const before = knownOf(await store.read(did));
      if (outcomeOfAccount(before, account) === 'left') return;
      const place = before ?? {
        ...(await feedOf(account)),
        renamed: [],
        hidden: null,
        linkedWith: null,
      };
      await store.put({
        ...place,
        did,
        profile,
        readAt,
        sweptAt,
        reading: hasPosts ? linkOnly(now()) : null,
        failure: null,
        failures: 0,
        isLeaving: false,
      });
      if (hasPosts) await queue.finish(did);
      onProgress();
    },
    /** Takes a page in, where there is none of that account. */
    async putText(text: string): Promise<void> {
      const feed = parseFeed(text);
      if (feed.ok && (await store.readText(feed.value.id)) === undefined) await queue.addText(feed.value, text);
    },
    async removeAll(): Promise<void> {
      for (const { did } of await store.readAll()) await queue.remove(did);
      for (const { feed } of await store.readTexts()) await queue.removeText(feed);
    },
  };
}
