import { beforeAll, expect, test } from 'vitest';
import { displayForm } from '../../core/address/display-form.ts';
import type { SharedNetwork } from './network.ts';
import type { PostRecord } from './records.ts';
import { createSeedAccount, type SeedAccount } from './seed-account.ts';
import { joinNetwork } from './shared-network.ts';
import { xrpc } from './xrpc.ts';

interface Item {
  readonly post: {
    readonly uri: string;
    readonly author: { readonly handle: string };
    readonly record: PostRecord;
    readonly embed?: object;
  };
  readonly reason?: { readonly $type: string };
}

interface ThreadPost {
  readonly post: { readonly uri: string };
  readonly replies?: readonly ThreadPost[];
}

let network: SharedNetwork;
let seed: SeedAccount;
let items: readonly Item[];

beforeAll(async () => {
  network = await joinNetwork();
  seed = await createSeedAccount(network);
  const query = { actor: seed.account.did, limit: 100 };
  ({ feed: items } = (await xrpc(network.appView, 'app.bsky.feed.getAuthorFeed', { query })) as { feed: Item[] });
});

test('every post of the bundled feed is in the account’s feed, in the same order, and one that the page has lost', () => {
  const { feed, uris, lost } = seed;
  expect(items.map(({ post }) => post.uri)).toEqual([...feed.posts.map(({ id }) => uris.get(id)), ...lost]);
  expect(items.map(({ post }) => post.record.text).slice(0, -1)).toEqual(feed.posts.map(({ text }) => text));
  expect(items.map(({ post }) => post.record.createdAt.slice(0, 16)).slice(0, -1)).toEqual(
    feed.posts.map(({ time }) => time),
  );
  expect(lost).toHaveLength(1);
});

test('the profile is that of the feed, under a handle of the network', async () => {
  const query = { actor: 'drbenpaxton.test' };
  expect(await xrpc(network.appView, 'app.bsky.actor.getProfile', { query })).toMatchObject({
    did: seed.account.did,
    displayName: seed.feed.profile.displayName,
    description: seed.feed.profile.bio,
  });
});

test('the thread that the page cuts off is whole', async () => {
  const query = { uri: seed.lost[0] ?? '', depth: 100 };
  const { thread } = (await xrpc(network.appView, 'app.bsky.feed.getPostThread', { query })) as { thread: ThreadPost };
  const [, cutOff] = seed.feed.threads;
  expect(chainOf(thread)).toEqual([seed.lost[0], ...(cutOff?.posts ?? []).map((id) => seed.uris.get(id))]);
  expect(chainOf(thread)).toHaveLength(17);
});

test('an address in a text leads to one that it is the display form of', () => {
  const links = items.flatMap(({ post }) => linksOf(post.record));
  expect(links).toHaveLength(seed.feed.posts.flatMap(({ addresses }) => addresses).length);
  expect(links.map(({ uri }) => displayForm(uri))).toEqual(links.map(({ shown }) => shown));
});

test('addresses that somebody has seen are those, and a card leads where its text does', () => {
  const uris = new Set(items.flatMap(({ post }) => linksOf(post.record).map(({ uri }) => uri)));
  expect([...uris]).toEqual(
    expect.arrayContaining([
      'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
      'https://www.ukri.org/news/innovate-uk-invests-3-2-million-in-concrete-decarbonisation',
      'https://on.ft.com/478WcW7',
    ]),
  );
  const cards = items.flatMap(({ post: { record } }) =>
    record.embed?.$type === 'app.bsky.embed.external' ? [{ ...record.embed.external, links: linksOf(record) }] : [],
  );
  expect(cards).toHaveLength(seed.feed.posts.filter(({ linkCard }) => linkCard !== null).length);
  for (const { uri, title, links } of cards) {
    if (links.length > 0) expect(links.map((link) => link.uri)).toContain(uri);
    expect(title.endsWith('| Institute for Government')).toBe(uri.includes('instituteforgovernment.org.uk'));
  }
});

test('what the account reposted is a colleague’s, and a picture is there', () => {
  const reposted = items.filter(({ reason }) => reason?.$type === 'app.bsky.feed.defs#reasonRepost');
  expect(reposted.map(({ post }) => [post.uri, post.author.handle])).toEqual(
    seed.feed.posts.flatMap(({ id, isRepost }) => (isRepost ? [[seed.uris.get(id), seed.colleague.handle]] : [])),
  );
  const pictured = items.filter(({ post }) => post.record.embed?.$type === 'app.bsky.embed.images');
  expect(pictured.map(({ post }) => post.uri)).toEqual(
    seed.feed.posts.flatMap(({ id, images }) => (images > 0 ? [seed.uris.get(id)] : [])),
  );
});

function linksOf({ text, facets = [] }: PostRecord): { shown: string; uri: string }[] {
  const bytes = Buffer.from(text);
  return facets.flatMap(({ index, features }) =>
    features.flatMap((feature) =>
      feature.$type === 'app.bsky.richtext.facet#link'
        ? [{ shown: bytes.subarray(index.byteStart, index.byteEnd).toString(), uri: feature.uri }]
        : [],
    ),
  );
}

function chainOf({ post, replies = [] }: ThreadPost): string[] {
  return [post.uri, ...replies.flatMap(chainOf)];
}
