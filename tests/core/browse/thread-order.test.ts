import { describe, expect, test } from 'vitest';
import { threadColumns, threadsPart } from '../../../core/browse/thread-order.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { millisecondsOf } from '../../../core/text/minutes.ts';
import { feedAbout } from '../gloss/popular-report.ts';

const feed = feedAbout({ sizes: [3, 1, 2] });
const [newer, older] = feed.threads;

function columnsOf(...feeds: readonly Feed[]) {
  return feeds.map((each, segment) => ({ segment, ...threadColumns(each) }));
}

describe('the columns of threads', () => {
  test('say where each opens, how long it is and where its recommendations are', () => {
    const recommendation = { number: 1, text: '', section: null, post: '', publication: null };
    const recommendations = [newer, older, older].map((thread) => ({ ...recommendation, thread: thread?.id ?? '' }));
    expect(threadColumns({ ...feed, recommendations })).toMatchObject({
      times: Float64Array.of(Date.UTC(2026, 0, 1), Date.UTC(2025, 11, 31, 22)),
      posts: Uint32Array.of(3, 2),
      openings: Int32Array.of(0, 4),
      recommendations: Uint32Array.of(1, 2),
      firstRecommended: Uint32Array.of(0, 1),
      endRecommended: Uint32Array.of(1, 3),
    });
  });

  test('say so where the first post is not there, and nothing is recommended', () => {
    const without = threadColumns({ ...feed, posts: feed.posts.slice(1) });
    expect(without.openings).toEqual(Int32Array.of(-1, 3));
    expect(without.firstRecommended).toEqual(without.endRecommended);
  });
});

describe('threads', () => {
  test('of all feeds come newest first', () => {
    const between = feedAbout({ id: 'feed:b', sizes: [1, 2], apart: 90 });
    const { items, total } = threadsPart(columnsOf(feed, between), 0);
    expect(items.map(({ segment, place }) => [segment, place])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(total).toBe(3);
  });

  test('that several feeds hold are one: the first that is longest', () => {
    const cut = { ...feed, threads: feed.threads.map((each) => ({ ...each, posts: each.posts.slice(0, 2) })) };
    const { items, total } = threadsPart(columnsOf(cut, feed, feed), 0);
    expect(items.map(({ segment, posts }) => [segment, posts])).toEqual([
      [1, 3],
      [0, 2],
    ]);
    expect(total).toBe(2);
  });

  test('come a hundred at a time', () => {
    const many = columnsOf(feedAbout({ sizes: Array<number>(130).fill(2) }));
    const parts = [0, 100, 200].map((start) => threadsPart(many, start));
    expect(parts.map(({ items }) => items.length)).toEqual([100, 30, 0]);
    expect(new Set(parts.map(({ total }) => total))).toEqual(new Set([130]));
    expect(parts[1]?.items[0]?.place).toBe(100);
  });
});

test.each([
  ['2026-01-01T00:01', Date.UTC(2026, 0, 1, 0, 1)],
  ['2026-01-01T00:01:02.003Z', Date.UTC(2026, 0, 1, 0, 1, 2, 3)],
  ['no time', 0],
])('%s is so many milliseconds', (time, milliseconds) => {
  expect(millisecondsOf(time)).toBe(milliseconds);
});
