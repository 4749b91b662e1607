import { expect, test } from 'vitest';
import { formatJsonFeed } from '../../../core/take-away/json-feed.ts';
import { items, post, taken } from './samples.ts';

type Entry = Readonly<Record<string, unknown>>;

const feed = JSON.parse(formatJsonFeed(taken)) as Entry & { readonly items: readonly Entry[] };

/** What https://www.jsonfeed.org/version/1.1/ says of an item's parts; others are left alone where their name begins so. */
const FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && value !== '',
  url: (value) => URL.canParse(String(value)),
  title: (value) => typeof value === 'string',
  content_text: (value) => typeof value === 'string',
  // RFC 3339.
  date_published: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(String(value)),
  authors: (value) => Array.isArray(value) && value.every(({ name, url }) => Boolean(name) && URL.canParse(url)),
  tags: (value) => Array.isArray(value) && value.every((tag) => typeof tag === 'string'),
  language: (value) => Intl.getCanonicalLocales(String(value)).length === 1,
};

test('the feed has what the specification requires', () => {
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: taken.title });
  expect(Object.keys(feed)).toEqual(['version', 'title', 'items']);
});

test('each item has an id of its own, a content, and nothing in another form than the specification says', () => {
  expect(new Set(feed.items.map(({ id }) => id)).size).toBe(taken.items.length);
  for (const item of feed.items) {
    expect(item).toHaveProperty('id');
    expect(item).toHaveProperty('content_text');
    for (const [name, value] of Object.entries(item))
      if (!/^_[a-z]/.test(name)) expect([name, FORMS[name]?.(value)]).toEqual([name, true]);
  }
});

test('a post is by its author, whose page is known by the DID; what was reposted, by nobody that is known', () => {
  const feedName = { handle: 'feed.example', displayName: 'The feed' };
  const authorsOf = (of: Partial<typeof post>) => {
    const item = { kind: 'post', post: { ...post, ...of }, feed: feedName, about: null } as const;
    return JSON.parse(formatJsonFeed({ ...taken, items: [item] })).items[0].authors;
  };
  expect(authorsOf({})).toEqual([{ name: 'Ben Paxton', url: 'https://bsky.app/profile/did:plc:abc' }]);
  expect(authorsOf({ author: null, isRepost: false })).toEqual([
    { name: 'The feed', url: 'https://bsky.app/profile/feed.example' },
  ]);
  expect(authorsOf({ author: null, isRepost: true })).toBeUndefined();
});

test('each item is there as the extension has it', () => {
  expect(feed.items.map(({ _gloss }) => _gloss)).toEqual(taken.items);
});

test('a post is what a feed reader shows', () => {
  expect(feed.items[0]).toMatchObject({
    url: 'https://bsky.app/profile/did:plc:abc/post/3kabc',
    content_text: post.text,
    date_published: '2025-09-25T12:18:30.250Z',
    authors: [{ name: 'Ben Paxton', url: 'https://bsky.app/profile/did:plc:abc' }],
    tags: ['procurement', 'missions'],
    language: 'en-GB',
  });
});

test('a post whose author and address are not known is by the feed; a time without a zone is given as UTC', () => {
  const bare = { ...post, uri: null, author: null, isRepost: null, time: '2025-09-25T12:18', languages: [], tags: [] };
  const [item] = JSON.parse(formatJsonFeed({ ...taken, items: [{ ...items.post, post: bare }] })).items;
  expect(item).not.toHaveProperty('url');
  expect(item).toMatchObject({ date_published: '2025-09-25T12:18:00Z', authors: [{ name: 'A feed' }] });
});

test('a recommendation is named by its publication and its number', () => {
  expect(feed.items[1]).toMatchObject({ title: 'The role of procurement in delivering missions, 53' });
});
