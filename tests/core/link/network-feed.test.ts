import { describe, expect, test } from 'vitest';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { findChains } from '../../../core/link/reply-chains.ts';
import { findDamage } from '../../../core/model/feed-shapes.ts';
import type { SourceFeed, SourcePost } from '../../../core/sources/source-feed.ts';
import { processorTime } from '../../processor-time.ts';
import { card, JO, network, REPORT, saidBy, uriOf } from './network-feed.ts';

const feed = linkFeed(network, []);

test('a feed of an account is named by what never changes', () => {
  expect(feed.id).toBe('bluesky:did:plc:jo');
  expect(linkFeed({ ...network, profile: { ...network.profile, handle: 'new.example' } }, []).id).toBe(feed.id);
  expect(findDamage(feed)).toBeNull();
});

test('posts are named by their addresses, each is there once, and who wrote it is said', () => {
  expect(feed.posts.map(({ id }) => id)).toEqual([
    ...['9', '6', '4'].map((key) => uriOf(key)),
    uriOf('5', 'did:plc:sam'),
    ...['3', '2', '1'].map((key) => uriOf(key)),
  ]);
  expect(feed.posts.at(-1)).toMatchObject({ uri: uriOf('1'), author: JO, isRepost: false, reposts: null });
  expect(feed.posts[3]).toMatchObject({ author: { handle: 'sam.example' }, isRepost: true });
});

test('a thread is what one author’s replies chain, whatever the minute', () => {
  expect(feed.threads.map(({ id, posts, start }) => ({ id, posts, start }))).toEqual([
    { id: `thread:${uriOf('1')}`, posts: ['1', '2', '3'].map((key) => uriOf(key)), start: 'shown' },
  ]);
});

test('of two answers of one instant the one that the feed has as the older comes first', () => {
  const time = '2026-01-01T10:05:00.000Z';
  const answer = { time, reply: { root: uriOf('1'), parent: uriOf('1') } };
  const posts = [saidBy('3', answer), saidBy('2', answer), saidBy('1')];
  const [thread] = linkFeed({ ...network, posts }, []).threads;
  expect(thread?.posts).toEqual(['1', '2', '3'].map((key) => uriOf(key)));
});

test('any number of answers to one post are a thread, in time that grows with their number', async () => {
  const answers = Array.from({ length: 150_000 }, (_, index) => {
    const post = saidBy('2', { uri: uriOf(`${index}`), reply: { root: uriOf('head'), parent: uriOf('head') } });
    return { ...post, id: post.uri ?? '' } as unknown as Parameters<typeof findChains>[0][number];
  });
  const head = { ...saidBy('1', { uri: uriOf('head') }), id: uriOf('head') } as unknown as (typeof answers)[number];
  const find = () => expect(findChains([...answers, head])[0]?.posts).toHaveLength(150_001);
  expect(await processorTime(find, 3000)).toBeLessThan(3000);
});

test('a thread whose beginning is not in the feed says so', () => {
  const [thread] = linkFeed({ ...network, posts: network.posts.filter(({ uri }) => uri !== uriOf('1')) }, []).threads;
  expect(thread).toMatchObject({ posts: [uriOf('2'), uriOf('3')], start: 'missing' });
});

test('where replies are not known, neighbours of one minute are a thread', () => {
  const time = '2026-01-01T10:01';
  const posts = ['2', '1'].map((key) => saidBy(key, { uri: null, author: null, reply: null, time }));
  const [thread] = linkFeed({ ...network, posts }, []).threads;
  expect(thread?.posts).toHaveLength(2);
});

test('a card leads to its own address, and the post’s links to their whole ones', () => {
  expect(feed.publications).toMatchObject([
    { title: 'Procurement reform', isIfg: true, kind: 'report', addresses: [REPORT.replace('www.', '')] },
  ]);
  expect(feed.posts.at(-2)?.addresses).toEqual([{ shown: REPORT, isComplete: true }]);
  expect(feed.threads[0]?.publication).toBe(feed.publications[0]?.id);
});

test('an answer to somebody else is in no thread of theirs', () => {
  const posts = network.posts.map((post) => (post.author === JO ? post : { ...post, isRepost: null }));
  expect(linkFeed({ ...network, posts }, []).threads).toEqual(feed.threads);
});

test('a feed says when it was read, or when its newest post is of, and may be called as another is', () => {
  expect(feed.asOf).toBe('2026-01-02');
  expect(linkFeed({ ...network, asOf: null }, []).asOf).toBe('2026-01-01');
  const named = linkFeed({ ...network, posts: [saidBy('1', { uri: null })] }, [], 'text-page:jo.example');
  const bundled = { ...network, origin: { kind: 'text-page' }, posts: [saidBy('1', { uri: null })] } as const;
  expect(named).toMatchObject({ id: 'text-page:jo.example', origin: network.origin });
  expect(named.posts).toEqual(linkFeed(bundled, []).posts);
});

test.each(['2026-01-01T10:00:00Z', '2026-01-01T10:00:00.000+01:00', '2026-01-01', '+012026-01-01T10:00', 'x'])(
  'a stored time that does not sort with others is damage: %s',
  (time) => {
    expect(findDamage({ ...feed, posts: feed.posts.map((post) => ({ ...post, time })) })).toBe('posts');
    expect(findDamage({ ...feed, asOf: time.replace(/^2026-01-01$/, '1.1.2026') })).toBe('asOf');
  },
);

const THROUGH = `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&data=05`;

test.each([REPORT, `${REPORT}?utm_source=x#chapter-2`, THROUGH])(
  'a post without a card is about what it links to, where another card tells of that: %s',
  (address) => {
    const linked = saidBy('8', { links: [{ shown: 'here', address }] });
    const { posts, publications } = linkFeed({ ...network, posts: [linked, ...network.posts] }, []);
    expect(publications).toEqual(feed.publications);
    expect(posts[0]?.publications).toEqual([publications[0]?.id]);
  },
);

test('a post with a card of one page and links to reports is about all of them, the card’s first', () => {
  const other = { ...card, siteName: null, title: 'Something else', address: 'https://a.example/b' };
  const post = saidBy('7', { links: [{ shown: 'here', address: REPORT }], linkCard: other });
  const linked = linkFeed({ ...network, posts: [post, ...network.posts] }, []);
  const titleOf = (id: string) => linked.publications.find((each) => each.id === id)?.title;
  expect(linked.posts[0]?.publications.map(titleOf)).toEqual(['Something else', 'Procurement reform']);
});

describe('a thread of which posts are gone', () => {
  const thread = ['1', '2', '3', '4', '5'].map((key, place) =>
    saidBy(key, {
      text: ['NEW REPORT. We recommend:', '1. Publish', '2. Fund', '3. Train', '4. Review'][place] ?? '',
      ...(place === 0 ? { linkCard: card } : { reply: { root: uriOf('1'), parent: uriOf(`${place}`) } }),
    }),
  );
  const without = (...gone: readonly string[]) => {
    const posts = thread.filter(({ uri }) => !gone.some((key) => uri === uriOf(key))).toReversed();
    return linkFeed({ ...network, posts }, []);
  };
  test.each<[readonly string[], readonly number[]]>([
    [['3'], [1, 3, 4]],
    [['2'], [2, 3, 4]],
    [
      ['2', '4'],
      [2, 4],
    ],
    [['5'], [1, 2, 3]],
  ])('goes on behind them: without %j', (gone, numbers) => {
    const { threads, recommendations } = without(...gone);
    expect(threads.map(({ id, start }) => [id, start])).toEqual([[`thread:${uriOf('1')}`, 'shown']]);
    expect(threads[0]?.posts).toHaveLength(5 - gone.length);
    expect(recommendations.map(({ number }) => number)).toEqual(numbers);
  });
  test('and begins with what is left, where its first is gone, too', () => {
    expect(without('1', '3').threads.map(({ posts, start }) => [posts, start])).toEqual([
      [['2', '4', '5'].map((key) => uriOf(key)), 'missing'],
    ]);
  });
  test('but an answer to somebody else is no part of it', () => {
    const answer = saidBy('9', { reply: { root: uriOf('1'), parent: uriOf('8', 'did:plc:sam') } });
    expect(linkFeed({ ...network, posts: [answer, ...thread.toReversed()] }, []).threads[0]?.posts).toHaveLength(5);
  });
});

test('a card that is known to lead on is of the page that it leads to', () => {
  const posts = network.posts.map((post) => ({
    ...post,
    linkCard: post.linkCard && { ...post.linkCard, address: THROUGH },
  }));
  expect(linkFeed({ ...network, posts }, []).publications).toEqual(feed.publications);
});

describe('a post that stands alone is a thread', () => {
  const list = 'We recommend:\n1. Publish a plan\n2. Say who pays';
  const linkOf = (post: Partial<SourcePost>) =>
    linkFeed({ ...network, posts: [saidBy('1', { text: list, linkCard: card, ...post })] }, []);

  test('where it lists what its author recommends in a report', () => {
    const { threads, recommendations, publications, posts } = linkOf({});
    const thread = `thread:${uriOf('1')}`;
    expect(threads).toMatchObject([
      { id: thread, posts: [uriOf('1')], start: 'shown', publication: publications[0]?.id },
    ]);
    expect(posts.map((post) => post.thread)).toEqual([thread]);
    expect(recommendations.map(({ number, text, publication }) => [number, text, publication])).toEqual([
      [1, 'Publish a plan', publications[0]?.id],
      [2, 'Say who pays', publications[0]?.id],
    ]);
    const answer = saidBy('2', { reply: { root: uriOf('1'), parent: uriOf('1') } });
    const longer = linkFeed({ ...network, posts: [answer, saidBy('1', { text: list, linkCard: card })] }, []);
    expect(longer.threads.map(({ id }) => id)).toEqual([thread]);
    expect(longer.recommendations).toEqual(recommendations);
  });
  test('and begins before what is known, where it answers somebody', () => {
    const { threads } = linkOf({ reply: { root: uriOf('5', 'did:plc:sam'), parent: uriOf('5', 'did:plc:sam') } });
    expect(threads.map(({ start }) => start)).toEqual(['missing']);
  });
  test.each<[string, Partial<SourcePost>]>([
    ['lists findings', { text: list.replace('We recommend', 'Key findings') }],
    ['lists what others recommend', { text: list.replace('We recommend', 'MPs recommend') }],
    ['has one recommendation', { text: 'We recommend:\n1. Publish a plan' }],
    ['links to no publication', { linkCard: null }],
    ['is somebody else’s', { author: { did: 'did:plc:sam', handle: 'sam.example', displayName: 'Sam' } }],
    ['is said again', { isRepost: true }],
  ])('but none where it %s', (_, post) => {
    expect(linkOf(post)).toMatchObject({ threads: [], recommendations: [] });
  });
  test('but none where nobody knows whose it is', () => {
    const page: SourceFeed = { ...network, origin: { kind: 'text-page' } };
    const posts = [saidBy('1', { text: list, linkCard: card, uri: null, author: null, reply: null, isRepost: null })];
    expect(linkFeed({ ...page, posts }, []).threads).toEqual([]);
  });
});
