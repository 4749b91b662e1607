import { expect, test } from 'vitest';
import { pagesSource, readWritten } from '../../../core/search/pages-source.ts';
import { readBegun } from '../../../core/search/read-index.ts';
import { placeSegments } from '../../../core/search/source.ts';
import { wordsOf } from '../../../core/text/words.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { goldPages, makeFeed } from '../../bench/gold.ts';

test('the pages of words hold each word of a feed, and no other', async () => {
  const feeds = [...(await readSeeds()), makeFeed(goldPages)];
  const read = readWritten(feeds);
  const source = pagesSource(read);
  const all = await readBegun(source, placeSegments(source.feeds), '');
  const written = read.flatMap((each) => Object.values(each.written).flat(2)).filter((word) => word !== '');
  expect(all).toEqual([...new Set(written)].sort());
  expect(all).toEqual(expect.arrayContaining(feeds.flatMap(({ posts }) => posts.flatMap(({ text }) => wordsOf(text)))));
});
