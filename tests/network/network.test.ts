import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Network, startNetwork } from './network.ts';
import { xrpc } from './xrpc.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});
afterAll(() => network.stop());

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
