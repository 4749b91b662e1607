import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { linkFeed } from '../../../../core/link/link-feed.ts';
import { readTextPage } from '../../../../core/sources/text-page/read-text-page.ts';

const seed = await readFile(new URL('../../../../seeds/drbenpaxton.txt', import.meta.url), 'utf8');
const read = readTextPage(seed);
if (!read.ok) throw new Error('the seed does not parse');
const { value: source } = read;

test('ids are all different, and say nothing of what they stand for', () => {
  const ids = source.posts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(source.posts.length);
  expect(ids.filter((id) => !/^post:[0-9a-f]{16}$/.test(id))).toEqual([]);
});

test('they are the same wherever and whenever the page is read', () => {
  expect(source.posts[0]).toMatchObject({ time: '2025-11-11T09:25' });
  expect(readTextPage(seed)).toEqual(read);
});

test('a post that goes renames no other, and no thread whose first post is still there', () => {
  const before = linkFeed(source, []);
  for (const [place, gone] of source.posts.entries()) {
    const after = linkFeed({ ...source, posts: source.posts.toSpliced(place, 1) }, []);
    const left = before.posts.map(({ id }) => id).filter((id) => id !== gone.id);
    expect(after.posts.map(({ id }) => id)).toEqual(left);
    const known = new Set(before.threads.filter(({ posts }) => posts[0] !== gone.id).map(({ id }) => id));
    const kept = after.threads.filter(({ posts }) => before.threads.some((each) => each.posts[0] === posts[0]));
    expect(kept.filter(({ id }) => !known.has(id))).toEqual([]);
  }
});

test('without the post above it, or with another, a post keeps its id in the text itself', () => {
  const twice = seed.replace(
    /(Latest posts by .*\n)/,
    '$1\nThe same words\n\n11.11.2025 09:25 — 👍 0    🔁 0    💬 0    📌 0\n\n',
  );
  const after = readTextPage(twice);
  expect(after.ok && after.value.posts.slice(1).map(({ id }) => id)).toEqual(source.posts.map(({ id }) => id));
});
