import { expect, test } from 'vitest';
import { readFeedPage, readPosts } from '../../../../core/sources/bluesky/feed-page.ts';
import {
  external,
  images,
  label,
  pinOf,
  profileOf,
  quote,
  REPORT,
  recordOf,
  repostOf,
  SAM,
  uriOf,
  viewOf,
} from './answers.ts';

function page(...feed: readonly unknown[]) {
  const read = readFeedPage({ feed });
  return read.ok ? read.value.posts : expect.unreachable(read.error);
}
const post = (view: unknown) => page({ post: view })[0]?.post;
const keys = (...feed: readonly unknown[]) => page(...feed).map(({ uri }) => uri.split('/').at(-1));

test('a post comes with its address, its version, its author and its counts', () => {
  expect(page({ post: viewOf('1') })).toEqual([
    {
      uri: uriOf('1'),
      cid: viewOf('1').cid,
      post: {
        uri: uriOf('1'),
        author: { did: profileOf().did, handle: 'jo.example', displayName: 'Jo Test' },
        time: '2026-01-05T10:00:00.000Z',
        text: 'New report',
        links: [],
        mentions: [],
        linkCard: null,
        images: 0,
        alternativeTexts: [],
        quote: 'none',
        languages: ['en'],
        tags: [],
        labels: [],
        reply: 'none',
        isRepost: false,
        likes: 3,
        reposts: 2,
        replies: 1,
        quotes: 4,
      },
    },
  ]);
});

test('a page says where the next one begins, and the last says nothing', () => {
  expect(readFeedPage({ feed: [], cursor: '1736157060000__bafy' })).toMatchObject({
    value: { posts: [], cursor: '1736157060000__bafy' },
  });
  expect(readFeedPage({ feed: [] })).toMatchObject({ value: { cursor: null } });
});

test.each([
  [null, 'feed: expected a list'],
  [[], 'feed: expected a list'],
  ['<html>', 'feed: expected a list'],
  [{ error: 'InvalidRequest', message: 'Profile not found' }, 'feed: expected a list'],
  [{ feed: { 0: 1 } }, 'feed: expected a list'],
  [{ feed: [], cursor: 5 }, 'cursor: expected a text of at most 2000 letters'],
  [{ feed: [], cursor: 'x'.repeat(2001) }, 'cursor: expected a text of at most 2000 letters'],
])('what is no page is a failure with its place: %j', (answer, error) => {
  expect(readFeedPage(answer)).toEqual({ ok: false, error });
});

test('a post that is broken is left out, and its neighbours are not', () => {
  const broken = [
    null,
    {},
    { post: null },
    { post: viewOf('2', { text: 5 }) },
    { post: viewOf('2', { text: 'x'.repeat(30_001) }) },
    { post: viewOf('2', { $type: 'app.bsky.feed.like' }) },
    { post: viewOf('2', {}, { uri: uriOf('2', SAM) }) },
    { post: viewOf('2', {}, { uri: 'at://jo.example/app.bsky.feed.post/2' }) },
    { post: viewOf('2', {}, { uri: 'https://bsky.app/profile/jo.example/post/2' }) },
    { post: viewOf('2', {}, { cid: '' }) },
    { post: viewOf('2', {}, { author: { did: 'jo', handle: 'jo.example' } }) },
    { post: viewOf('2'), reason: { $type: 'app.bsky.feed.defs#reasonOfLater' } },
    { post: { $type: 'app.bsky.feed.defs#notFoundPost', uri: uriOf('2'), notFound: true } },
  ];
  expect(keys({ post: viewOf('3') }, ...broken, { post: viewOf('1') })).toEqual(['3', '1']);
});

test('a repost is of its author, and says that it is one', () => {
  const original = viewOf('1', {}, { author: profileOf(SAM), uri: uriOf('1', SAM) });
  expect(page(repostOf(original))[0]?.post).toMatchObject({
    isRepost: true,
    author: { did: SAM, handle: 'sam.example' },
  });
});

test('who reposts an own post has it once, where it was posted, and a pin is read where it belongs', () => {
  const feed = [
    pinOf(viewOf('2')),
    repostOf(viewOf('1')),
    { post: viewOf('3') },
    { post: viewOf('2') },
    { post: viewOf('1') },
  ];
  expect(keys(...feed)).toEqual(['3', '2', '1']);
  expect(page(repostOf(viewOf('1')), { post: viewOf('3') })).toMatchObject([{ post: { isRepost: false } }, {}]);
});

test('the time is the author’s, but none after the network saw it', () => {
  const time = (createdAt: unknown, indexedAt?: unknown) => post(viewOf('1', { createdAt }, { indexedAt }))?.time;
  expect(time('2020-01-01T00:00:00Z', '2026-01-05T10:00:01.250Z')).toBe('2020-01-01T00:00:00.000Z');
  expect(time('2030-01-01T00:00:00Z', '2026-01-05T10:00:01.250Z')).toBe('2026-01-05T10:00:01.250Z');
  expect(time('yesterday', '2026-01-05T10:00:01.250Z')).toBe('2026-01-05T10:00:01.250Z');
  expect(time('2026-01-05T10:00:00Z', 'now')).toBe('2026-01-05T10:00:00.000Z');
  expect(time('yesterday')).toBeUndefined();
});

test('an edited post has another version', () => {
  expect(page({ post: viewOf('1', {}, { cid: 'bafyother' }) })[0]?.cid).toBe('bafyother');
});

test('posts that nobody is to see are left out, and others keep their labels', () => {
  const labelled = (...labels: object[]) => ({ post: viewOf('1', {}, { labels }) });
  for (const val of ['!hide', '!takedown', '!no-unauthenticated']) {
    expect(keys(labelled(label(val))), val).toEqual([]);
    expect(keys({ post: viewOf('1', {}, { author: { ...profileOf(), labels: [label(val)] } }) }), val).toEqual([]);
  }
  expect(keys(labelled(label('!hide', { neg: true })))).toEqual(['1']);
  const self = {
    $type: 'com.atproto.label.defs#selfLabels',
    values: [{ val: 'nudity' }, { val: '!warn' }, { val: 5 }],
  };
  expect(post(viewOf('1', { labels: self }, { labels: [label('!warn'), label('spam')] }))?.labels).toEqual([
    'nudity',
    '!warn',
    'spam',
  ]);
});

test('counts that are none are not known', () => {
  expect(
    post(viewOf('1', {}, { likeCount: -1, repostCount: '5', replyCount: 1.5, quoteCount: undefined })),
  ).toMatchObject({
    likes: null,
    reposts: null,
    replies: null,
    quotes: null,
  });
});

test('posts that were asked for are read alike, and it is not known whether a feed has them as reposts', () => {
  const read = readPosts({ posts: [viewOf('1'), null, viewOf('2'), viewOf('1')] });
  expect(read.ok && read.value.map(({ post: { uri, isRepost } }) => [uri, isRepost])).toEqual([
    [uriOf('1'), null],
    [uriOf('2'), null],
  ]);
  expect(readPosts({ feed: [] })).toEqual({ ok: false, error: 'posts: expected a list' });
});

/** How a view shows what a post quotes. */
const shownAs = (more: object = {}, embed: unknown = external(REPORT)) => ({
  $type: 'app.bsky.embed.record#view',
  record: {
    $type: 'app.bsky.embed.record#viewRecord',
    uri: uriOf('7', SAM),
    author: profileOf(SAM),
    value: recordOf({ embed }),
    labels: [],
    ...more,
  },
});
const quoting = { embed: quote(uriOf('7', SAM)) };

test('of what a post quotes the link card is known, also beside media', () => {
  const quotedCard = { title: 'Procurement reform', siteName: 'Institute for Government', address: REPORT };
  expect(post(viewOf('1', quoting, { embed: shownAs() }))).toMatchObject({ quote: uriOf('7', SAM), quotedCard });
  const beside = { $type: 'app.bsky.embed.recordWithMedia#view', media: {}, record: shownAs() };
  expect(post(viewOf('1', quoting, { embed: beside }))).toMatchObject({ linkCard: null, quotedCard });
});

test.each<[string, object]>([
  ['has none', shownAs({}, images('A page'))],
  ['quotes another with one', shownAs({}, quote(uriOf('6', SAM)))],
  ['is gone', shownAs({ $type: 'app.bsky.embed.record#viewNotFound' })],
  ['is of somebody who is blocked', shownAs({ $type: 'app.bsky.embed.record#viewBlocked' })],
  ['is detached', shownAs({ $type: 'app.bsky.embed.record#viewDetached' })],
  ['is hidden', shownAs({ labels: [label('!hide')] })],
  ['is for who is signed in', shownAs({ author: { ...profileOf(SAM), labels: [label('!no-unauthenticated')] } })],
  ['leads nowhere', shownAs({}, external('javascript:alert(1)'))],
  ['is no embed', { $type: 'app.bsky.embed.record#view', record: null }],
])('and nothing where that %s', (_, embed) => {
  expect(post(viewOf('1', quoting, { embed }))).not.toHaveProperty('quotedCard');
});
