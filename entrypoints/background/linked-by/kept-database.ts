import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptRow } from '../../../core/linked-by/kept-feed.ts';
import type { AtUri } from '../../../core/model/ids.ts';
import { createOpener, whenClosed } from '../../../platform/databases.ts';

export const KEPT_NAME = 'ifg-gloss-kept';
const KEPT_VERSION = 1;

interface KeptSchema extends DBSchema {
  posts: { key: AtUri; value: KeptRow };
  /** `linkedWith`: what the library's feed was made with; not there where it is to be made anew. */
  meta: { key: 'linkedWith'; value: string };
}

/** Posts that the reader keeps by themselves; the library's feed is made of them. Each call is one transaction. */
export type KeptStore = ReturnType<typeof createKeptStore>;

/** What becomes of the posts that are there by their addresses: what is written, and what goes. */
export interface KeptChange {
  readonly put: readonly KeptRow[];
  readonly drop: readonly AtUri[];
}

export function createKeptStore() {
  const { database, close } = createOpener(open);
  return {
    readAll: async (): Promise<readonly KeptRow[]> => (await database()).getAll('posts'),
    readUris: async (): Promise<readonly AtUri[]> => (await database()).getAllKeys('posts'),
    /** The feed that was made is to be made anew. */
    async change({ put, drop }: KeptChange): Promise<void> {
      const transaction = (await database()).transaction(['posts', 'meta'], 'readwrite');
      const posts = transaction.objectStore('posts');
      await Promise.all([
        ...put.map((row) => posts.put(row)),
        ...drop.map((uri) => posts.delete(uri)),
        transaction.objectStore('meta').delete('linkedWith'),
        transaction.done,
      ]);
    },
    readLinkedWith: async (): Promise<string | null> => (await (await database()).get('meta', 'linkedWith')) ?? null,
    async noteLinked(linkedWith: string): Promise<void> {
      await (await database()).put('meta', linkedWith, 'linkedWith');
    },
    close,
  };
}

function open(onClosed: () => void): Promise<IDBPDatabase<KeptSchema>> {
  return openDB<KeptSchema>(KEPT_NAME, KEPT_VERSION, {
    upgrade(database) {
      database.createObjectStore('posts', { keyPath: 'uri' });
      database.createObjectStore('meta');
    },
    ...whenClosed(onClosed),
  });
}
