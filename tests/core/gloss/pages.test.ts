import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { countShownPosts, countShownRecommendations, type Gloss } from '../../../core/gloss/gloss.ts';
import { type GlossContent, glossFor, moreOf } from '../../../core/gloss/gloss-for.ts';
import { joinMore } from '../../../core/gloss/join-more.ts';
import type { More } from '../../../core/gloss/more.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { ABOUT_POPULAR, feedAbout, POPULAR } from './popular-report.ts';

const idsOf = ({ conversations }: Pick<Gloss, 'conversations'>) =>
  conversations.flatMap(({ posts }) => posts.map(({ id }) => id));
const sizesOf = ({ conversations }: Pick<Gloss, 'conversations'>) => conversations.map(({ posts }) => posts.length);
const alone = (count: number) => Array<number>(count).fill(1);

/** The first page, and then page after page as long as there is one. */
function readAll(content: GlossContent): { readonly gloss: Gloss; readonly pages: readonly More[] } {
  let gloss = glossFor(content, ABOUT_POPULAR);
  const pages: More[] = [];
  for (;;) {
    const cursor = gloss.next.conversations ?? gloss.next.recommendations;
    if (cursor === null) return { gloss, pages };
    const more = moreOf(content, ABOUT_POPULAR, cursor) ?? expect.unreachable();
    pages.push(more);
    gloss = joinMore(gloss, more);
  }
}

test('a first page is the newest 20 posts, with the counts of all', () => {
  const gloss = glossFor(contentOfFeeds([feedAbout({ sizes: alone(2000) })]), ABOUT_POPULAR);
  expect(idsOf(gloss)).toEqual(Array.from({ length: 20 }, (_, number) => `feed:a/${number}.0`));
  expect(gloss.counts).toEqual({ posts: 2000, conversations: 2000, recommendations: 0 });
  expect(JSON.stringify(gloss).length).toBeLessThan(20_000);
});

test('what fits on one page has no more', () => {
  const gloss = glossFor(contentOfFeeds([feedAbout({ sizes: [17, 1, 1, 1], recommendations: 100 })]), ABOUT_POPULAR);
  expect(countShownPosts(gloss)).toBe(20);
  expect(countShownRecommendations(gloss)).toBe(100);
  expect(gloss.next).toEqual({ conversations: null, recommendations: null });
});

test.each([
  [
    [19, 19, 1],
    [19, 19],
  ],
  [[1, 300, 1], [1]],
  [[300, 1], [300]],
  [
    [5, 5, 40, 1],
    [5, 5],
  ],
])('conversations of %j posts: the first page has %j, for none is cut', (sizes, first) => {
  const content = contentOfFeeds([feedAbout({ sizes })]);
  expect(sizesOf(glossFor(content, ABOUT_POPULAR))).toEqual(first);
  expect(sizesOf(readAll(content).gloss)).toEqual(sizes);
});

test('page after page shows each post once, the newest first, whatever the conversations', () => {
  const feed = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 }),
    recommendations: fc.integer({ min: 0, max: 250 }),
    apart: fc.constantFrom(0, 1, 60),
  });
  fc.assert(
    fc.property(feed, feed, (one, other) => {
      const feeds = [feedAbout(one), feedAbout({ ...other, id: 'feed:b' })];
      const { gloss } = readAll(contentOfFeeds(feeds));
      const ids = idsOf(gloss);
      const times = gloss.conversations.map(({ posts: [first] }) => first?.time ?? '');
      expect(new Set(ids)).toEqual(new Set(feeds.flatMap(({ posts }) => posts.map(({ id }) => id))));
      expect(ids).toHaveLength(gloss.counts.posts);
      expect(times).toEqual(times.toSorted().toReversed());
      expect(countShownRecommendations(gloss)).toBe(gloss.counts.recommendations);
    }),
    { numRuns: 60 },
  );
});

test('a cursor holds while posts come and go', () => {
  const before = feedAbout({ sizes: alone(60), apart: 0 });
  const gloss = glossFor(contentOfFeeds([before]), ABOUT_POPULAR);
  const { conversations: cursor } = gloss.next;
  const shown = new Set(idsOf(gloss));
  // The last that was shown is gone, and another stands before all of them.
  const posts = [...feedAbout({ id: 'feed:new', sizes: [1], apart: 0 }).posts, ...before.posts].filter(
    ({ id }) => id !== [...shown].at(-1),
  );
  const more = moreOf(contentOfFeeds([{ ...before, posts }]), ABOUT_POPULAR, cursor ?? expect.unreachable());
  expect(idsOf(more ?? expect.unreachable()).filter((id) => shown.has(id))).toEqual([]);
  expect(idsOf(more ?? expect.unreachable())).toHaveLength(20);
  expect(more?.counts.posts).toBe(60);
});

test('recommendations come by the hundred, in their sections, with what their posts tell', () => {
  const content = contentOfFeeds([feedAbout({ sizes: alone(300), recommendations: 250 })]);
  const first = glossFor(content, ABOUT_POPULAR);
  expect(countShownRecommendations(first)).toBe(100);
  expect(first.sections[0]?.recommendations[0]?.source).toEqual({
    time: '2025-12-19T13:00',
    feed: 'feed:a',
    ordinal: null,
  });
  const { gloss } = readAll(content);
  expect(gloss.sections.map(({ title, recommendations }) => [title, recommendations.length])).toEqual([
    ['even', 125],
    ['odd', 125],
  ]);
});

test('a recommendation that is gone does not hide those after it', () => {
  const feed = feedAbout({ sizes: alone(300), recommendations: 250 });
  const cursor = glossFor(contentOfFeeds([feed]), ABOUT_POPULAR).next.recommendations ?? expect.unreachable();
  const recommendations = feed.recommendations.filter(({ number }) => number !== cursor.number);
  const whole = glossFor(contentOfFeeds([feed]), ABOUT_POPULAR);
  const next = moreOf(contentOfFeeds([feed]), ABOUT_POPULAR, cursor);
  const more = moreOf(contentOfFeeds([{ ...feed, recommendations }]), ABOUT_POPULAR, cursor);
  expect(more?.sections).toEqual(next?.sections);
  expect(more?.sections).not.toEqual(whole.sections);
});

test('the conversation of one post can be had, wherever it stands', () => {
  const content = contentOfFeeds([feedAbout({ sizes: [...alone(100), 3] })]);
  const first = glossFor(content, ABOUT_POPULAR);
  const more = moreOf(content, ABOUT_POPULAR, { kind: 'post', post: 'feed:a/100.1' }) ?? expect.unreachable();
  expect(idsOf(more)).toEqual(['feed:a/100.0', 'feed:a/100.1', 'feed:a/100.2']);
  const joined = joinMore(first, more);
  expect(joined.next).toEqual(first.next);
  expect(countShownPosts(joined)).toBe(23);
});

test('a post that is not about the match is not to be had', () => {
  const other = { ...POPULAR, id: 'publication:other', title: 'Another report on other matters', addresses: [] };
  const content = contentOfFeeds([
    feedAbout({ sizes: [1] }),
    feedAbout({ id: 'feed:b', sizes: [1], publication: other }),
  ]);
  expect(moreOf(content, ABOUT_POPULAR, { kind: 'post', post: 'feed:b/0.0' })?.conversations).toEqual([]);
});

test('a cursor of another publication has no next page', () => {
  const content = contentOfFeeds([feedAbout({ sizes: alone(50) })]);
  const cursor = glossFor(content, ABOUT_POPULAR).next.conversations ?? expect.unreachable();
  expect(moreOf(content, ABOUT_POPULAR, { ...cursor, about: 'publication:other' })).toBeNull();
  expect(moreOf(content, ABOUT_POPULAR, { ...cursor, about: null })).toBeNull();
});

test('a gloss is of all members of a publication, and has a post that several feeds hold once', () => {
  const entry = { ...POPULAR, id: 'publication:entry' };
  const [thread, part] = [feedAbout({ sizes: [3, 1] }), feedAbout({ id: 'feed:b', sizes: [2], publication: entry })];
  // The other feed has two posts: one of the thread by itself, and one that it alone has.
  const shared: Feed = {
    ...part,
    threads: [],
    posts: part.posts.map((post, place) => ({ ...post, thread: null, id: place === 0 ? 'feed:a/0.1' : post.id })),
  };
  const publications = [{ ...POPULAR, members: [POPULAR.id, entry.id] }];
  for (const feeds of [
    [thread, shared],
    [shared, thread],
  ]) {
    const gloss = glossFor({ feeds, publications }, ABOUT_POPULAR);
    expect(gloss.counts).toEqual({ posts: 5, conversations: 3, recommendations: 0 });
    expect(gloss.conversations.find((each) => each.thread !== null)?.posts).toHaveLength(3);
    expect(gloss.feeds.map(({ id }) => id).toSorted()).toEqual(['feed:a', 'feed:b']);
  }
  const asEntry = glossFor({ feeds: [thread, shared], publications }, { ...ABOUT_POPULAR, publication: entry.id });
  expect(asEntry.counts.posts).toBe(5);
});
