import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BundledIndex } from '../../../core/model.ts';
import { openLibrary } from '../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../entrypoints/background/library/schema.ts';
import { buildBundledIndex } from '../../../scripts/bundled-index.ts';

const index = JSON.parse(await buildBundledIndex()) as BundledIndex;

beforeEach(() => deleteDB(LIBRARY_NAME));

test('the library gives back what the parser gave', async () => {
  const library = await openLibrary({ version: '1', fetchIndex: async () => index })();
  expect(library.kept).toBe('indexeddb');
  expect(library.feeds).toEqual(index.feeds);
});

test('the index is fetched once per version', async () => {
  const fetchIndex = vi.fn(async () => index);
  await openLibrary({ version: '1', fetchIndex })();
  await openLibrary({ version: '1', fetchIndex })();
  expect(fetchIndex).toHaveBeenCalledTimes(1);
  await openLibrary({ version: '2', fetchIndex })();
  expect(fetchIndex).toHaveBeenCalledTimes(2);
});

test('requests that come during the first seeding wait for it', async () => {
  const fetchIndex = vi.fn(async () => index);
  const library = openLibrary({ version: '1', fetchIndex });
  const [one, other] = await Promise.all([library(), library()]);
  expect(one).toBe(other);
  expect(fetchIndex).toHaveBeenCalledTimes(1);
});

test('a seeding that fails in the middle leaves what was there', async () => {
  await openLibrary({ version: '1', fetchIndex: async () => index })();
  const [feed] = index.feeds;
  if (feed === undefined) throw new Error('no feed');
  // A function cannot be cloned into the database, so the last rows fail after the first were written.
  const broken = { ...feed, publications: [{ ...feed.publications[0], title: () => 'x' }] };
  const half = { version: '2', feeds: [broken] } as unknown as BundledIndex;
  await openLibrary({ version: '2', fetchIndex: async () => half })().catch(() => null);
  const database = await openDB(LIBRARY_NAME);
  expect(await database.get('meta', 'index-version')).toBe('1');
  expect(await database.count('posts')).toBe(30);
  database.close();
});

test('without IndexedDB the bundled index serves from memory', async () => {
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  const library = await openLibrary({ version: '1', fetchIndex: async () => index })();
  refused.mockRestore();
  expect(library.kept).toBe('memory');
  expect(library.feeds).toEqual(index.feeds);
});
