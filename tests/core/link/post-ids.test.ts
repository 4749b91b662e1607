import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { readTextPage } from '../../../core/sources/text-page/read-text-page.ts';

const read = readTextPage(readFileSync('seeds/drbenpaxton.txt', 'utf8'));
if (!read.ok) throw new Error('no seed');
const source = read.value;
const whole = linkFeed(source, []);
const places = whole.posts.map((_, place) => place);

test('each post has an id of its own', () => {
  expect(new Set(whole.posts.map(({ id }) => id)).size).toBe(whole.posts.length);
  expect(whole.posts.filter(({ id }) => !/^post:[\da-f]{16}$/.test(id))).toEqual([]);
});

test.each(places)('without post %i of the page all others keep their ids', (gone) => {
  const feed = linkFeed({ ...source, posts: source.posts.filter((_, place) => place !== gone) }, []);
  expect(feed.posts.map(({ id }) => id)).toEqual(whole.posts.filter((_, place) => place !== gone).map(({ id }) => id));
});

test.each(places)(
  'without post %i of the page threads keep their ids as long as they keep their first posts',
  (gone) => {
    const feed = linkFeed({ ...source, posts: source.posts.filter((_, place) => place !== gone) }, []);
    const missing = whole.posts[gone]?.id;
    for (const { id, posts } of whole.threads) {
      const left = posts.filter((post) => post !== missing);
      if (posts[0] === missing || left.length < 2) continue;
      expect(feed.threads.find((thread) => thread.id === id)?.posts).toEqual(left);
    }
  },
);

test('posts that are the same in all that is known keep their ids when another comes', () => {
  const [post] = source.posts;
  if (post === undefined) throw new Error('no posts');
  const idsOf = (count: number) =>
    linkFeed({ ...source, posts: Array(count).fill(post) }, []).posts.map(({ id }) => id);
  expect(new Set(idsOf(3)).size).toBe(3);
  expect(idsOf(3).slice(1)).toEqual(idsOf(2));
});
