import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../core/model/feed.ts';
import { type Document, findWords } from '../../../core/search/find-words.ts';
import { pagesSource, readWritten } from '../../../core/search/pages-source.ts';
import { readBegun } from '../../../core/search/read-index.ts';
import {
  type FieldOf,
  type Kind,
  readPost,
  readPublication,
  readRecommendation,
  searchTermsOf,
} from '../../../core/search/searched.ts';
import { searchedInMemory } from '../../../core/search/searched-in-memory.ts';
import { placeSegments } from '../../../core/search/source.ts';
import { writtenIn } from '../../../core/search/written.ts';
import { atOnce } from '../../../core/steps.ts';
import { wordsOf } from '../../../core/text/words.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { goldPages, makeFeed } from '../../bench/gold.ts';
import { searchedInPages, stored } from './searched-in-pages.ts';
import { termsOf } from './terms-of.ts';

const bundled = await readSeeds();
const feeds: readonly Feed[] = [...bundled, makeFeed(goldPages)];
const source = stored(pagesSource(readWritten(feeds)));
const questions = readAskedWords();

/** Whole titles, and words as one types them. */
function readAskedWords(): readonly string[] {
  const lookUps = JSON.parse(readFileSync(new URL('../../golden/look-ups.json', import.meta.url), 'utf8'));
  const asked = Object.keys(lookUps);
  const titles = goldPages.map(({ title }) => title);
  return [...asked, ...titles, ...titles.map((title) => title.slice(0, 9)), 'government', 'publ refor', 'zzz', ''];
}

function textsAbout(feed: Feed, id: string): string[] {
  return feed.posts.filter((post) => post.publications.some((each) => each === id)).map(({ text }) => text);
}

const publications = feeds.flatMap((feed) =>
  feed.publications.map((each) => readPublication(each, textsAbout(feed, each.id))),
);
const recommendations = feeds.flatMap((feed) => feed.recommendations.map(readRecommendation));
const posts = feeds.flatMap((feed) => feed.posts.map(readPost));

async function compare<K extends Kind, Item>(kind: K, documents: readonly Document<Item, FieldOf<K>>[]) {
  const terms = feeds.map((feed) => atOnce(searchTermsOf(atOnce(writtenIn(feed))))[kind]);
  const inMemory = searchedInMemory(kind, documents, terms);
  let found = 0;
  for (const asked of questions) {
    const { searched, texts } = await searchedInPages(asked, { kind, documents }, source);
    const answer = findWords(asked, searched);
    expect(answer, asked).toEqual(findWords(asked, inMemory));
    expect(texts.keys.size).toBeLessThanOrEqual(48);
    found += answer.hits.length;
  }
  return found;
}

describe('stored pages rank as memory does, and only what was asked for is read', () => {
  test('publications', async () => expect(await compare('publications', publications)).toBeGreaterThan(100));
  test('recommendations', async () => expect(await compare('recommendations', recommendations)).toBeGreaterThan(10));
  test('posts', async () => expect(await compare('posts', posts)).toBeGreaterThan(100));
});

test('in a large library what is called so is found first, and all that hold it are counted', () => {
  const documents = Array.from({ length: 5000 }, (_, number) => {
    const title = number === 4000 ? 'The rivers of Wales' : `Title ${number}`;
    return { item: number, texts: { title, description: 'Water', posts: 'Rivers everywhere' } };
  });
  const searched = searchedInMemory('publications', documents, [
    termsOf<'publications'>(['title', 'description', 'posts'], documents),
  ]);
  const { hits, total } = findWords('rivers', searched);
  expect(hits[0]).toEqual({ item: 4000, foundIn: [{ field: 'title', words: ['rivers'] }] });
  expect(hits[1]?.item).toBe(0);
  expect(total).toBe(5000);
});

test('an item with several numbers is found once', () => {
  const documents = ['A river', 'A river'].map((text) => ({ item: 'river', texts: { text } }));
  const searched = searchedInMemory('posts', documents, [termsOf<'posts'>(['text'], documents)]);
  expect(findWords('river', searched)).toMatchObject({ hits: [{ item: 'river' }], total: 1 });
});

test('the pages of words hold each word of a feed, and no other', async () => {
  const all = await readBegun(source, placeSegments(source.feeds), '');
  const words = feeds.flatMap((feed) => feed.posts.flatMap(({ text }) => wordsOf(text)));
  expect(all.get('posts')).toEqual([...new Set(words)].sort());
});

test('a publication is found by the newest 24 posts about it', () => {
  const [publication] = bundled.flatMap((feed) => feed.publications);
  if (publication === undefined) throw new Error('no publication');
  const said = Array.from({ length: 30 }, (_, number) => `said${number}`);
  const { posts } = readPublication(publication, said).texts;
  expect(posts.split(' ')).toEqual(said.slice(0, 24));
});
