import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { openLibrary } from '../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../entrypoints/background/library/schema.ts';
import type { DatabaseDump } from '../../bench/library-seam.ts';
import { byHand, index, said, tell, wake } from './stores.ts';

/** What a database of version 1 held: read from one that the extension of that version had made in Chromium 150. */
const dump: DatabaseDump = JSON.parse(await readFile(new URL('version-1.json', import.meta.url), 'utf8'));

beforeEach(async () => {
  await deleteDB(LIBRARY_NAME);
  const database = await openDB(LIBRARY_NAME, dump.version, {
    upgrade(created) {
      for (const [name, { keyPath, indexes }] of Object.entries(dump.stores)) {
        const store = created.createObjectStore(name, { keyPath });
        for (const each of indexes) store.createIndex(each.name, each.keyPath, { multiEntry: each.multiEntry });
      }
    },
  });
  for (const [name, { keyPath, keys, rows }] of Object.entries(dump.stores))
    for (const [place, row] of rows.entries())
      await database.put(name, row, keyPath === null ? keys[place] : undefined);
  database.close();
});

test('a library of version 1 becomes one of today', async () => {
  const fetchIndex = vi.fn(async () => index);
  expect(await wake(fetchIndex)).toMatchObject({ storedIn: 'indexeddb', because: null, said });
  expect(fetchIndex).toHaveBeenCalledTimes(1);
  const names = await byHand(async (database) => [...database.objectStoreNames]);
  expect(names).toEqual([
    'columns',
    'conversations',
    'entries',
    'feeds',
    'meta',
    'pages',
    'posts',
    'publications',
    'recommendations',
    'threads',
  ]);
});

test('one that was stopped after its stores were made is filled at the next start', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await wake(() => Promise.reject(new Error('the browser ends'))).catch(() => null);
  expect(await wake()).toMatchObject({ storedIn: 'indexeddb', because: null, said });
});

test('one that another context holds open is left as it is, and the index serves from memory meanwhile', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const other = await openDB(LIBRARY_NAME);
  const { promise: isStored, resolve } = Promise.withResolvers<void>();
  const open = openLibrary({ version: '1', fetchIndex: async () => index }, resolve);
  expect(await tell(await open())).toMatchObject({ storedIn: 'memory', because: 'unanswered', said });
  expect(await other.count('posts')).toBe(index.feeds[0]?.posts.length);
  other.close();
  await isStored;
  expect(await tell(await open())).toMatchObject({ storedIn: 'indexeddb', because: null, said });
});
