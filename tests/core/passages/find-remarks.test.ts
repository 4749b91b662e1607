import { expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { wholeGloss } from '../../../core/gloss/gloss-for.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { findRemarks, MAX_STATEMENTS } from '../../../core/passages/find-remarks.ts';
import { ABOUT_POPULAR, feedAbout } from '../gloss/popular-report.ts';

const SAYING = 'Ministers should publish longer procurement pipelines for suppliers every autumn';
const PAGE = [`The report is long. ${SAYING}. Nothing else is said.`];

/** A feed in which the post at a place, or its recommendation, says what the page does. */
function feedWith(place: number, isRecommended: boolean, count = 2000): Feed {
  const feed = feedAbout({ sizes: Array<number>(count).fill(1) });
  const posts = feed.posts.map((post, at) => ({ ...post, text: at === place ? SAYING : `Gardens number ${at} grow` }));
  const post = posts[place]?.id ?? expect.unreachable();
  const recommendation = {
    number: 7,
    text: SAYING,
    section: null,
    post,
    thread: 't',
    publication: 'publication:popular',
  };
  return { ...feed, posts, recommendations: isRecommended ? [recommendation] : [] };
}
const remarksOf = (feed: Feed) =>
  findRemarks(PAGE, wholeGloss(contentOfFeeds([feed]), ABOUT_POPULAR)).flatMap(({ remarks }) => remarks);

test('a post that is on no first page has its passage, and brings its text and time', () => {
  const feed = feedWith(300, false);
  expect(remarksOf(feed)).toMatchObject([
    { post: 'feed:a/300.0', recommendation: null, text: SAYING, time: feed.posts[300]?.time },
  ]);
});

test('of more statements than are compared the newest count, but every recommendation first', () => {
  expect(remarksOf(feedWith(MAX_STATEMENTS - 1, false))).toHaveLength(1);
  expect(remarksOf(feedWith(MAX_STATEMENTS, false))).toEqual([]);
  expect(remarksOf(feedWith(1999, true))).toMatchObject([{ post: 'feed:a/1999.0', recommendation: 7, text: SAYING }]);
});

test('a remark has the recommendation’s text as it stands in the post, with its address', () => {
  const feed = feedWith(0, true, 1);
  const text = `${SAYING} https://a.example/b`;
  const [recommendation] = feed.recommendations;
  const recommendations = recommendation === undefined ? [] : [{ ...recommendation, text }];
  const found = remarksOf({ ...feed, recommendations }).filter((remark) => remark.recommendation === 7);
  expect(found.map((remark) => remark.text)).toEqual([text]);
});
