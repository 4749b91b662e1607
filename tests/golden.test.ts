import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import type { Feed } from '../core/model/feed.ts';
import { changeLibrary } from '../entrypoints/background/library/change.ts';
import { openDatabase } from '../entrypoints/background/library/database.ts';
import { storedContent } from '../entrypoints/background/library/stored-content.ts';
import { readSeeds } from '../scripts/bundled-index.ts';
import { goldPages, makeFeed } from './bench/gold.ts';
import { findDifferences } from './golden/differences.ts';
import { type Golden, makeGolden } from './golden/golden.ts';

const MOST_SHOWN = 10;
const feeds = await readSeeds();
const further = [makeFeed(goldPages)];
const kept = await readKept();

test('what is said of the bundled feeds is what the golden copy says', async () => {
  expect(tellFirst(findDifferences(kept, await makeGolden(feeds, further)))).toBe('');
});

test('and does not hang on how ids are made', async () => {
  const golden = await makeGolden(feeds.map(withOtherIds), further.map(withOtherIds));
  expect(tellFirst(findDifferences(kept, golden))).toBe('');
});

test('nor on where the library is kept', async () => {
  const golden = await makeGolden(feeds, further, async (kept) => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const database = await openDatabase({});
    const changes = kept.map((feed) => ({ kind: 'replace', feed, owner: 'added' }) as const);
    await changeLibrary(database, changes);
    return storedContent(database, expect.unreachable);
  });
  expect(tellFirst(findDifferences(kept, golden))).toBe('');
});

test('but on every post', async () => {
  const without = feeds.map(({ posts, ...feed }) => ({
    ...feed,
    posts: posts.filter(({ text }) => !text.includes('horizon scanning')),
  }));
  const found = findDifferences(kept, await makeGolden(without, further)).join('\n');
  expect(found).toMatch(/^glosses › sample › counts: was "17 posts, 14 recommendations", is "16 posts/m);
  expect(found).toMatch(/^look-ups › horizon scanning › posts › total: was 1, is 0$/m);
  expect(found).toMatch(/^passages › procurement-missions › of what is said about it › /m);
});

test.each([
  [{ a: 1 }, { a: 2 }, ['a: was 1, is 2']],
  [{ a: { b: 'x' } }, { a: { c: 'x' } }, ['a › c: was nothing, is "x"', 'a › b: was "x", is nothing']],
  [[1, 2, 3], [1, 3], ['1 (of 3, now 2): was 2, is 3']],
  [[1], [1, 2], ['1 (of 1, now 2): was nothing, is 2']],
  [{ a: null }, { a: [] }, ['a: was null, is []']],
  [`${'-'.repeat(60)}a`, `${'-'.repeat(60)}b`, [`: was …${'-'.repeat(40)}a", is …${'-'.repeat(40)}b"`]],
  ['aa', 'aaa', [': was "aa", is "aaa"']],
  [{ a: [{ b: null }] }, { a: [{ b: null }] }, []],
])('%j and %j differ so', (was, is, lines) => {
  expect(findDifferences(was, is)).toEqual(lines);
});

/** The first differences, a line each, and in which files there are more. Where they are meant: `npm run golden`. */
function tellFirst(found: readonly string[]): string {
  const files = Map.groupBy(found.slice(MOST_SHOWN), (line) => line.split(' › ', 1)[0]);
  const more = [...files].map(([file, lines]) => `and ${lines.length} more in ${file}`);
  return [...found.slice(0, MOST_SHOWN), ...more].join('\n');
}

async function readKept(): Promise<Golden> {
  const folder = new URL('golden/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const read = names.map(async (name) => [
    name.replace('.json', ''),
    JSON.parse(await readFile(new URL(name, folder), 'utf8')),
  ]);
  return Object.fromEntries(await Promise.all(read));
}

/** The same feed as if its posts, threads and publications had been given other ids, in another order. */
function withOtherIds(feed: Feed): Feed {
  const named = [...feed.posts, ...feed.threads, ...feed.publications];
  const ids = new Map(named.map(({ id }) => [id, createHash('sha256').update(id).digest('hex')]));
  return JSON.parse(JSON.stringify(feed), (_, value) => ids.get(value) ?? value);
}
