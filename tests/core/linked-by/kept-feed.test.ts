import { expect, test } from 'vitest';
import { keptFeed } from '../../../core/linked-by/kept-feed.ts';
import { keptForm } from '../../../core/linked-by/kept-form.ts';
import { KEPT_FEED } from '../../../core/linked-by/kept-id.ts';
import { findDamage } from '../../../core/model/feed-shapes.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { keptRow, linkTo, REPORT, sourcePost } from './posts.ts';

const about: Publication = {
  id: 'publication:of-the-library',
  kind: 'report',
  title: 'A report',
  otherTitles: [],
  titleIsCertain: true,
  description: 'What it says',
  siteName: 'Institute for Government',
  isIfg: true,
  section: 'publication',
  addresses: [REPORT],
  displayForms: [],
  coverageOf: 'publication:another',
};
const linkCard = {
  title: 'A report',
  description: 'D',
  siteName: 'Institute for Government',
  titleIsCertain: true,
  address: REPORT,
};

test('kept posts of several accounts are one feed, which the library takes', () => {
  const older = keptRow(sourcePost('a', '1', { time: '2025-01-01T00:00:00.000Z' }), { keptAt: Date.UTC(2026, 1, 3) });
  const feed = keptFeed([older, keptRow(sourcePost('b', '2'))], 'Kept posts');
  expect(findDamage(feed)).toBeNull();
  expect(feed).toMatchObject({ id: KEPT_FEED, origin: { kind: 'kept' }, asOf: '2026-02-03', recommendations: [] });
  expect(feed.profile).toMatchObject({ displayName: 'Kept posts' });
  expect(feed.posts.map(({ id, author }) => [id, author?.did])).toEqual([
    [sourcePost('b', '2').uri, 'did:plc:b'],
    [sourcePost('a', '1').uri, 'did:plc:a'],
  ]);
});

test('a post without a card is about what it was found for, once for all of them', () => {
  const rows = ['1', '2'].map((key) => keptRow(sourcePost('a', key, linkTo(REPORT)), { about }));
  const { posts, publications } = keptFeed(rows, 'Kept posts');
  expect(publications).toHaveLength(1);
  expect(publications[0]).toMatchObject({ title: 'A report', addresses: [REPORT], coverageOf: null });
  expect(publications[0]?.id).not.toBe(about.id);
  for (const post of posts) expect(post.publications).toEqual([publications[0]?.id]);
  expect(findDamage(keptFeed(rows, 'Kept posts'))).toBeNull();
});

test('a card says what a post is about, and those without one are about the same', () => {
  const carded = keptRow(sourcePost('a', '1', { linkCard }), { about });
  const { posts, publications } = keptFeed([carded, keptRow(sourcePost('b', '2', linkTo(REPORT)), { about })], 'K');
  expect(publications.map(({ addresses }) => addresses)).toEqual([[REPORT]]);
  expect(posts.map((post) => post.publications)).toEqual([[publications[0]?.id], [publications[0]?.id]]);
});

test('a post whose card is of another page is also about what it was found for', () => {
  const other = { ...linkCard, title: 'Another', siteName: null, address: 'https://news.org/another' };
  const row = keptRow({ ...sourcePost('a', '1', linkTo(REPORT)), linkCard: other }, { about });
  const { posts, publications } = keptFeed([row], 'K');
  const titles = posts[0]?.publications.map((id) => publications.find((each) => each.id === id)?.title);
  expect(titles).toEqual(['Another', 'A report']);
});

test('the same of a page that is not the Institute’s', () => {
  const address = 'https://news.org/about-the-report';
  const other = { ...about, title: 'About the report', siteName: 'news.org', isIfg: false, addresses: [address] };
  const carded = keptRow(sourcePost('a', '1', { linkCard: { ...linkCard, siteName: null, address } }), {
    about: other,
  });
  const { posts, publications } = keptFeed(
    [carded, keptRow(sourcePost('b', '2', linkTo(address)), { about: other })],
    'K',
  );
  expect(publications).toHaveLength(1);
  for (const post of posts) expect(post.publications).toEqual([publications[0]?.id]);
});

test('a post that was kept when nothing was known of its page is about that, called by the end of its address', () => {
  const { posts, publications } = keptFeed([keptRow(sourcePost('a', '1', linkTo(REPORT)))], 'K');
  expect(publications.map(({ addresses }) => addresses)).toEqual([[REPORT]]);
  expect(publications.map(({ title }) => title)).toEqual([`…/${REPORT.split('/').at(-1)}`]);
  expect(posts[0]?.publications).toEqual([publications[0]?.id]);
});

test('a kept post is read from a file, and not one whose author or address is not known', () => {
  const row = keptRow(sourcePost('a', '1'), { about });
  expect(keptForm(JSON.parse(JSON.stringify(row)))).toEqual(row);
  const { post } = row;
  for (const damaged of [
    { ...row, post: { ...post, author: null } },
    { ...row, post: { ...post, uri: null } },
    {
      ...row,
      uri: 'at://did:plc:a/app.bsky.feed.like/1',
      post: { ...post, uri: 'at://did:plc:a/app.bsky.feed.like/1' },
    },
    { ...row, uri: sourcePost('b', '2').uri },
    { ...row, about: { title: 'A report' } },
    { ...row, keptAt: '5' },
    null,
  ])
    expect(keptForm(damaged)).toBeUndefined();
});
