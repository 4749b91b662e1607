import { beforeAll, expect, test } from 'vitest';
import { type Account, createAccount } from './account.ts';
import { exhaust } from './exhaust.ts';
import type { SharedNetwork } from './network.ts';
import { joinNetwork } from './shared-network.ts';
import { XrpcError, type XrpcOptions, xrpc } from './xrpc.ts';

type Change = (account: Account, uri: string) => Promise<unknown>;

/** What is answered while nothing is amiss. */
const SHOWN = {
  profile: 200,
  feed: 1,
  posts: 1,
  thread: 200,
  repository: 200,
  status: { active: true },
  record: 200,
};
/** What is answered about an account of which nothing is shown. */
const HIDDEN = { feed: '400 InvalidRequest', posts: 0, thread: '400 NotFound', record: '400 InvalidRequest' };
const FIRST = { text: 'First', createdAt: '2025-01-01T00:00:00.000Z' };

let network: SharedNetwork;
let accounts = 0;

beforeAll(async () => {
  network = await joinNetwork();
});

test('an account and its posts are answered as they were put in', async () => {
  const account = await network.createAccount({
    handle: 'researcher.test',
    displayName: 'A Researcher',
    bio: 'Reads.',
  });
  const [first, second] = await account.post(
    { text: 'One', createdAt: '2025-01-02T03:04:05.000Z' },
    { text: 'Two', createdAt: '2025-01-02T03:04:06.000Z', reply: { root: 0, parent: 0 } },
  );
  await network.processAll();
  expect(
    await xrpc(network.appView, 'app.bsky.actor.getProfile', { query: { actor: 'researcher.test' } }),
  ).toMatchObject({
    did: account.did,
    displayName: 'A Researcher',
    description: 'Reads.',
    postsCount: 2,
  });
  const { feed } = (await xrpc(network.appView, 'app.bsky.feed.getAuthorFeed', { query: { actor: account.did } })) as {
    feed: { post: { uri: string; record: object } }[];
  };
  expect(feed.map(({ post }) => [post.uri, post.record])).toEqual([
    [second?.uri, expect.objectContaining({ text: 'Two', reply: { root: first, parent: first } })],
    [first?.uri, expect.objectContaining({ text: 'One', createdAt: '2025-01-02T03:04:05.000Z' })],
  ]);
});

test.each<[string, Change, object]>([
  ['nothing happened', async () => {}, SHOWN],
  [
    'a post is deleted',
    (account, uri) => account.deletePost(uri),
    { ...SHOWN, feed: 0, posts: 0, thread: '400 NotFound', record: '400 RecordNotFound' },
  ],
  ['a handle is changed', (account) => account.changeHandle(`new-${account.handle}`), SHOWN],
  [
    'an account is deactivated',
    (account) => account.deactivate(),
    {
      ...HIDDEN,
      profile: '400 AccountDeactivated',
      repository: '400 RepoDeactivated',
      status: { active: false, status: 'deactivated' },
    },
  ],
  [
    'an account is taken down',
    (account) => network.takeDown(account.did),
    {
      ...HIDDEN,
      profile: '400 AccountTakedown',
      repository: '400 RepoTakendown',
      status: { active: false, status: 'takendown' },
    },
  ],
  [
    'an account is deleted',
    (account) => network.deleteAccount(account.did),
    { ...HIDDEN, profile: '400 InvalidRequest', repository: '400 RepoNotFound', status: '400 RepoNotFound' },
  ],
  [
    'an account was deactivated and is active again',
    async (account) => {
      await account.deactivate();
      await network.processAll();
      await account.reactivate();
    },
    SHOWN,
  ],
  [
    'an account was taken down and is there again',
    async (account) => {
      await network.takeDown(account.did);
      await network.processAll();
      await network.restore(account.did);
    },
    SHOWN,
  ],
  [
    'a post is hidden by the labeler',
    (_, uri) => network.label({ uri, val: '!takedown' }),
    { ...SHOWN, feed: 0, posts: 0, thread: '400 NotFound' },
  ],
  [
    'a label is taken back',
    async (_, uri) => {
      await network.label({ uri, val: '!takedown' });
      await network.label({ uri, val: '!takedown', neg: true });
    },
    SHOWN,
  ],
])('%s', async (_, change, expected) => {
  accounts += 1;
  const account = await network.createAccount({ handle: `account-${accounts}.test` });
  const [{ uri } = { uri: '' }] = await account.post(FIRST);
  await network.processAll();
  await change(account, uri);
  await network.processAll();
  expect(await askAll(account.did, uri)).toEqual(expected);
});

test('hundreds of posts are written in their order, replies among them', async () => {
  const account = await network.createAccount({ handle: 'prolific.test' });
  const written = await account.post(
    ...Array.from({ length: 450 }, (_, index) => ({
      text: String(index),
      createdAt: new Date(Date.UTC(2025, 0, 1, 0, 0, index)).toISOString(),
      // One to a post that is in the same batch, one to a post of an earlier one.
      ...((index === 300 || index === 410) && { reply: { root: 250, parent: index - 1 } }),
    })),
  );
  await network.processAll();
  expect(
    await answer(network.appView, 'app.bsky.actor.getProfile', { actor: account.did }, (each) => each),
  ).toMatchObject({
    postsCount: 450,
  });
  const uris = [0, 199, 200, 300, 410, 449].map((index) => written[index]?.uri ?? '');
  const found = await answer(network.appView, 'app.bsky.feed.getPosts', { uris }, ({ posts }) => posts);
  expect(found).toMatchObject([
    { uri: uris[0], record: { text: '0' } },
    { uri: uris[1], record: { text: '199' } },
    { uri: uris[2], record: { text: '200' } },
    { uri: uris[3], record: { text: '300', reply: { root: written[250], parent: written[299] } } },
    { uri: uris[4], record: { text: '410', reply: { root: written[250], parent: written[409] } } },
    { uri: uris[5], record: { text: '449' } },
  ]);
});

test('who follows and blocks whom is known', async () => {
  const [ann, bob] = await Promise.all(
    ['ann-of.test', 'bob-of.test'].map((handle) => network.createAccount({ handle })),
  );
  if (ann === undefined || bob === undefined) return expect.unreachable();
  await ann.follow(bob.did);
  const [post] = await bob.post(FIRST);
  await ann.post({
    ...FIRST,
    text: 'Quoted',
    embed: { $type: 'app.bsky.embed.record', record: post ?? expect.unreachable() },
  });
  await network.processAll();
  const profile = () => answer(network.appView, 'app.bsky.actor.getProfile', { actor: bob.did }, (each) => each);
  const quoting = () =>
    answer(network.appView, 'app.bsky.feed.getAuthorFeed', { actor: ann.did }, ({ feed }) => JSON.stringify(feed));
  expect(await profile()).toMatchObject({ followersCount: 1 });
  expect(await quoting()).toContain('app.bsky.embed.record#viewRecord');
  await bob.block(ann.did);
  await network.processAll();
  expect(await quoting()).toContain('app.bsky.embed.record#viewBlocked');
});

test('a changed handle leads to the account, and the old one to none', async () => {
  const account = await network.createAccount({ handle: 'before.test' });
  await account.changeHandle('after.test');
  await network.processAll();
  const ask = (actor: string) => answer(network.appView, 'app.bsky.actor.getProfile', { actor }, (profile) => profile);
  expect(await ask('after.test')).toMatchObject({ did: account.did });
  expect(await ask(account.did)).toMatchObject({ handle: 'after.test' });
  expect(await ask('before.test')).toBe('400 InvalidRequest');
});

test('an edited post has its address and other words', async () => {
  const account = await network.createAccount({ handle: 'rewriter.test' });
  const [post] = await account.post(FIRST);
  await network.processAll();
  const edited = await account.editPost(post?.uri ?? '', { ...FIRST, text: 'Second' });
  await network.processAll();
  expect(edited).toMatchObject({ uri: post?.uri, cid: expect.not.stringMatching(post?.cid ?? '') });
  const { posts } = (await xrpc(network.appView, 'app.bsky.feed.getPosts', { query: { uris: edited.uri } })) as {
    posts: readonly object[];
  };
  expect(posts).toMatchObject([{ ...edited, record: { text: 'Second' } }]);
});

test('labels of an account and of a labeler are told', async () => {
  const account = await network.createAccount({ handle: 'labelled.test', labels: ['!no-unauthenticated'] });
  const [post] = await account.post(FIRST);
  const uri = post?.uri ?? '';
  await network.label({ uri, val: '!warn' });
  await network.processAll();
  const { posts } = (await xrpc(network.appView, 'app.bsky.feed.getPosts', { query: { uris: uri } })) as {
    posts: readonly object[];
  };
  expect(posts).toMatchObject([
    { labels: [{ val: '!warn' }], author: { labels: [{ src: account.did, val: '!no-unauthenticated' }] } },
  ]);
});

test('a PDS with limits refuses when it has been asked too often, and says until when', async () => {
  const pds = await network.limitedPds();
  const { did } = await createAccount(pds, { handle: 'limited.test' });
  await exhaust(pds);
  const refused = await fetch(`${pds}/xrpc/com.atproto.sync.getRepoStatus?did=${did}`);
  expect([refused.status, await refused.json()]).toMatchObject([429, { error: 'RateLimitExceeded' }]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(200);
  expect(refused.headers.get('ratelimit-remaining')).toBe('0');
});

/** What each method says: how much is listed, that something is there, or how it refuses. */
async function askAll(did: string, uri: string): Promise<object> {
  const { appView, pds } = network;
  const rkey = uri.slice(uri.lastIndexOf('/') + 1);
  const repository = await fetch(network.repoAddress(did));
  return {
    profile: await answer(appView, 'app.bsky.actor.getProfile', { actor: did }, () => 200),
    feed: await answer(appView, 'app.bsky.feed.getAuthorFeed', { actor: did }, ({ feed }) => feed?.length),
    posts: await answer(appView, 'app.bsky.feed.getPosts', { uris: uri }, ({ posts }) => posts?.length),
    thread: await answer(appView, 'app.bsky.feed.getPostThread', { uri }, () => 200),
    repository: repository.ok ? 200 : `${repository.status} ${((await repository.json()) as { error: string }).error}`,
    status: await answer(pds, 'com.atproto.sync.getRepoStatus', { did }, ({ active, status }) => ({
      active,
      ...(status !== undefined && { status }),
    })),
    record: await answer(
      pds,
      'com.atproto.repo.getRecord',
      { repo: did, collection: 'app.bsky.feed.post', rkey },
      () => 200,
    ),
  };
}

interface Answer {
  readonly feed?: readonly object[];
  readonly posts?: readonly object[];
  readonly active?: boolean;
  readonly status?: string;
}

async function answer<Read>(
  server: string,
  method: string,
  query: NonNullable<XrpcOptions['query']>,
  read: (answered: Answer) => Read,
): Promise<Read | string> {
  try {
    return read((await xrpc(server, method, { query })) as Answer);
  } catch (error) {
    if (error instanceof XrpcError) return `${error.status} ${error.error}`;
    throw error;
  }
}
