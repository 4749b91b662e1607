import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { openLibrary } from '../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../entrypoints/background/library/schema.ts';
import { index, said, wake } from './stores.ts';

beforeEach(() => deleteDB(LIBRARY_NAME));

test('the library says what the feeds say that the parser gave', async () => {
  expect(await wake()).toEqual({ storedIn: 'indexeddb', because: null, version: '1', said });
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
