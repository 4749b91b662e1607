// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { GlossView } from '../../components/gloss-view.tsx';
import { quotePost } from '../../components/quotes.ts';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../core/gloss/gloss-for.ts';
import { linkFeed } from '../../core/link/link-feed.ts';
import type { Post } from '../../core/model/post.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { network, REPORT as SHARED } from '../core/link/network-feed.ts';
import { glossOf, REPORT } from './glosses.ts';
import { clear, showInEnglish, translate } from './in-english.tsx';

afterEach(clear);

const feeds = [linkFeed(network, [])];
const shared = glossFor(contentOfFeeds(feeds), createResolver(feeds).resolve({ url: SHARED }));
const MAY_REPOST = translate('feed_may_repost');

test('what a copied page does not know is said of it', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  expect(root.querySelector('footer')?.textContent).toContain(MAY_REPOST);
  expect(root.textContent).not.toContain('By Ben Paxton');
  expect(root.textContent).not.toContain(translate('post_original'));
});

test('what the records of an account know is shown instead', async () => {
  const root = await showInEnglish(<GlossView gloss={shared} describeMore={null} />);
  expect(root.querySelector('footer')?.textContent).not.toContain(MAY_REPOST);
  expect(root.querySelector('.said .notice')?.textContent).toBe('By Jo Test (@jo.example)');
  const addresses = [...root.querySelectorAll('a')].map(({ href }) => href);
  expect(addresses).toContain('https://bsky.app/profile/did:plc:jo/post/1');
  expect(addresses).toContain('https://bsky.app/profile/did:plc:jo');
});

test('a quotation names its author and its address where they are known', () => {
  const [post] = shared.conversations[0]?.posts ?? [];
  if (post === undefined) throw new Error('no post');
  const [feed] = shared.feeds;
  const lines = quotePost(translate, 'en-GB', { post, feed, publication: null }).split('\n');
  expect(lines[1]).toMatch(/^— Jo Test \(@jo\.example\) on Bluesky, /);
  expect(lines.slice(2)).toEqual(['— https://bsky.app/profile/did:plc:jo/post/1']);
});

test('a repost whose author is known does not say that nobody knows', async () => {
  const [post] = shared.conversations[0]?.posts ?? [];
  if (post === undefined) throw new Error('no post');
  const said = async (more: Partial<Post>) => {
    const conversations = [{ thread: null, posts: [{ ...post, isRepost: true, ...more }], feed: feeds[0]?.id ?? '' }];
    const root = await showInEnglish(<GlossView gloss={{ ...shared, conversations }} describeMore={null} />);
    return [...root.querySelectorAll('.said .notice')].map(({ textContent }) => textContent);
  };
  expect(await said({})).toEqual([translate('post_reposted'), 'By Jo Test (@jo.example)']);
  await clear();
  expect(await said({ author: null })).toEqual([translate('post_is_repost')]);
});

test('that a post quotes another is said where that is known', async () => {
  const [post] = shared.conversations[0]?.posts ?? [];
  if (post === undefined) throw new Error('no post');
  const said = async (quote: Post['quote']) => {
    const conversations = [{ thread: null, posts: [{ ...post, author: null, quote }], feed: feeds[0]?.id ?? '' }];
    const root = await showInEnglish(<GlossView gloss={{ ...shared, conversations }} describeMore={null} />);
    const notices = [...root.querySelectorAll('.said .notice')].map(({ textContent }) => textContent);
    await clear();
    return notices;
  };
  expect(await said('at://did:plc:jo/app.bsky.feed.post/0')).toEqual(['Quotes another post.']);
  expect(await said('none')).toEqual([]);
  expect(await said(null)).toEqual([]);
});
