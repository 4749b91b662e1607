import { expect, test } from 'vitest';
import { readCorrections } from '../../../core/search/correct.ts';
import { pagesSource, readWritten } from '../../../core/search/pages-source.ts';
import { readQuery } from '../../../core/search/query.ts';
import { type PageSource, placeSegments } from '../../../core/search/source.ts';
import { wantedBy } from '../../../core/search/wanted.ts';
import { goldPages, makeFeed } from '../../bench/gold.ts';

const source = pagesSource(readWritten([makeFeed(goldPages)]));
const segments = placeSegments(source.feeds);

/** What the words of a text may have been meant to be, and from where on all words were read for that. */
async function correct(text: string) {
  const starts: string[] = [];
  const watched: PageSource = {
    ...source,
    readPages(segment, index, between, most) {
      if (index === 'words') starts.push(between[0]);
      return source.readPages(segment, index, between, most);
    },
  };
  const corrections = await readCorrections(watched, segments, wantedBy(readQuery(text)).words);
  return { meant: corrections.map((each) => each.map(({ word }) => word)), starts };
}

test('a word is looked for among those that begin with its letter', async () => {
  expect(await correct('procuremnt ')).toEqual({ meant: [['procurement']], starts: ['p'] });
});

test('and among all where its first letter may be the mistyped one', async () => {
  expect(await correct('rocurement ')).toEqual({ meant: [['procurement']], starts: ['r', ''] });
  expect(await correct('orpcurement ')).toEqual({ meant: [[]], starts: ['o', ''] });
  expect(await correct('rpocurement ')).toEqual({ meant: [['procurement']], starts: ['r', ''] });
});

test('each of several words by itself', async () => {
  const { meant } = await correct('procuremnt tgovernment ');
  expect(meant).toEqual([['procurement'], ['government']]);
});

test('what several words need is read once', async () => {
  const { meant, starts } = await correct('procuremnt polciy rocurement ');
  expect(meant).toEqual([['procurement'], ['policy'], ['procurement']]);
  expect(starts).toEqual(['p', 'r', '']);
  expect((await correct('rocurement overnment ')).starts).toEqual(['r', 'o', '']);
});

test('for phrases, and words that cannot be mistyped, nothing is read', async () => {
  expect((await correct('"procuremnt strategy"')).starts).toEqual([]);
  expect(await correct('tax ab12cd ')).toEqual({ meant: [[], []], starts: [] });
});
