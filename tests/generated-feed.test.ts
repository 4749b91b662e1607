import { expect, test } from 'vitest';
import { generateFeed } from './bench/generated-feed.ts';

const { feed, reports } = generateFeed(10_000);

test('a generated feed has as many posts as were asked for, and the same seed makes the same', () => {
  expect([30, 1000].map((count) => generateFeed(count).feed.posts.length)).toEqual([30, 1000]);
  expect(generateFeed(500, 3)).toEqual(generateFeed(500, 3));
  expect(generateFeed(500, 4).feed.posts[0]?.text).not.toBe(generateFeed(500, 3).feed.posts[0]?.text);
});

test('its words are distributed as in English prose', () => {
  const counts = new Map<string, number>();
  const words = feed.posts.flatMap(({ text }) => text.toLowerCase().match(/[a-z]+/g) ?? []);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts.values()].sort((a, b) => b - a).slice(0, 100);
  const share = common.reduce((sum, count) => sum + count, 0) / words.length;
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.65);
});

test('few of its reports are popular, and most are hardly spoken of', () => {
  const counts = new Map(feed.publications.map(({ title }) => [title, 0]));
  const titles = new Map(feed.publications.map(({ id, title }) => [id, title]));
  for (const id of feed.posts.flatMap(({ publications }) => publications)) {
    const title = titles.get(id) ?? '';
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  expect(counts.get(reports[0]?.title ?? '')).toBeGreaterThan(200);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  expect(sorted[sorted.length >> 1]).toBeLessThan(5);
});

test('it has threads with recommendations, links elsewhere, and reports of which a part of the address is shown', () => {
  const inThreads = feed.posts.filter(({ thread }) => thread !== null).length / feed.posts.length;
  expect(inThreads).toBeGreaterThan(0.2);
  expect(inThreads).toBeLessThan(0.35);
  expect(feed.recommendations.length).toBeGreaterThan(feed.threads.length * 10);
  expect(feed.publications.some(({ isIfg }) => !isIfg)).toBe(true);
  expect(feed.publications.some(({ isIfg, addresses }) => isIfg && addresses.length > 0)).toBe(true);
  expect(feed.publications.some(({ isIfg, addresses }) => isIfg && addresses.length === 0)).toBe(true);
});
