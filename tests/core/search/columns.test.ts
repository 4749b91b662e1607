import { expect, test } from 'vitest';
import { columnsOf, NEVER, NONE, readColumns, readIds } from '../../../core/search/columns.ts';
import { writtenIn } from '../../../core/search/written.ts';
import { atOnce } from '../../../core/steps.ts';
import { momentOf } from '../../../core/text/minutes.ts';
import { wordsOf } from '../../../core/text/words.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { generateFeed } from '../../bench/generated-feed.ts';

const [seed] = await readSeeds();
const feeds = [seed, generateFeed(300).feed].filter((feed) => feed !== undefined);

test.each(feeds)('columns say of a feed what it says: $id', (feed) => {
  const sizes = {
    posts: feed.posts.length,
    recommendations: feed.recommendations.length,
    publications: feed.publications.length,
  };
  const stored = atOnce(columnsOf(feed, atOnce(writtenIn(feed))));
  const { posts, recommendations, publications } = readColumns(stored, sizes);
  const place = (items: readonly { id: string }[], id: string | null) => items.findIndex((each) => each.id === id);
  expect([...posts.moments]).toEqual(feed.posts.map(({ time }) => momentOf(time)));
  expect([...posts.lengths].slice(0, 20)).toEqual(
    feed.posts
      .slice(0, 20)
      .map(
        ({ text, alternativeTexts }) => wordsOf([text, ...alternativeTexts].join(' ')).length + alternativeTexts.length,
      ),
  );
  const about = feed.posts.map((_, at) => [...posts.about.slice(posts.aboutStarts[at], posts.aboutStarts[at + 1])]);
  expect(about).toEqual(feed.posts.map((post) => post.publications.map((id) => place(feed.publications, id))));
  expect([...recommendations.posts]).toEqual(feed.recommendations.map(({ post }) => place(feed.posts, post)));
  expect([...recommendations.about]).toEqual(
    feed.recommendations.map(({ publication }) => place(feed.publications, publication)),
  );
  expect([...recommendations.numbers]).toEqual(feed.recommendations.map(({ number }) => number));
  const newest = feed.publications.map(({ id }) =>
    Math.max(NEVER, ...feed.posts.filter((post) => post.publications.includes(id)).map(({ time }) => momentOf(time))),
  );
  expect([...publications.moments]).toEqual(newest);
  expect(new Set(readIds(stored)).size).toBe(feed.posts.length);
  expect(NONE).toBe(-1);
});

test('columns that lie are told', () => {
  const [feed] = feeds;
  if (feed === undefined) throw new Error('there is no feed');
  const stored = atOnce(columnsOf(feed, atOnce(writtenIn(feed))));
  const sizes = { posts: feed.posts.length, recommendations: feed.recommendations.length, publications: 1 };
  expect(() => readColumns(stored, sizes)).toThrow('of 1');
  expect(() => readColumns({ ...stored, posts: stored.posts.slice(1) }, { ...sizes, publications: 99 })).toThrow();
});
