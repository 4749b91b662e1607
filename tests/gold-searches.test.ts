import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { expect, test } from 'vitest';
import { HITS_IN_PART } from '../core/protocol/search.ts';
import { changeLibrary } from '../entrypoints/background/library/change.ts';
import { openDatabase } from '../entrypoints/background/library/database.ts';
import { memoryContent } from '../entrypoints/background/library/memory-content.ts';
import { LIBRARY_NAME } from '../entrypoints/background/library/schema.ts';
import { storedContent } from '../entrypoints/background/library/stored-content.ts';
import { type GoldSearch, goldFeeds, goldSearches, rankOf, scoreSearches } from './bench/gold-searches.ts';

const request = { order: 'relevance', start: 0, most: HITS_IN_PART, from: null, newSince: 0 } as const;

test('what is looked for comes first, also of searches that were put away', async () => {
  const content = memoryContent(await goldFeeds(2000));
  const ranks: { search: GoldSearch; rank: number | null }[] = [];
  for (const search of goldSearches)
    ranks.push({ search, rank: rankOf(search, await content.search({ ...request, text: search.text }, [])) });
  const [tuned, held] = [false, true].map((isHeld) =>
    scoreSearches(ranks.filter(({ search }) => search.isHeld === isHeld)),
  );
  expect(tuned?.precisionAtOne).toBeGreaterThan(0.97);
  expect(tuned?.reciprocalRank).toBeGreaterThan(0.98);
  expect(held?.precisionAtOne).toBeGreaterThan(0.85);
  expect(held?.reciprocalRank).toBeGreaterThan(0.88);
});

test('the stores rank as memory does', async () => {
  const feeds = await goldFeeds(400);
  await deleteDB(LIBRARY_NAME);
  const database = await openDatabase({});
  for (const feed of feeds) await changeLibrary(database, [{ kind: 'replace', feed, owner: 'added' }]);
  const [stored, memory] = [storedContent(database, expect.unreachable), memoryContent(feeds)];
  for (const { text } of goldSearches) {
    const asked = { ...request, text };
    expect(await stored.search(asked, []), text).toEqual(await memory.search(asked, []));
  }
  database.close();
});
