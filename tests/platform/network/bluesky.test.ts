import { expect, test, vi } from 'vitest';
import type { Failure } from '../../../core/network/failure.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type AtprotoClient, createAtprotoClient } from '../../../platform/network/bluesky.ts';
import { createRequests, type Requests } from '../../../platform/network/requests.ts';
import { openDoors } from './doors.ts';

function answering(answer: Result<unknown, Failure>) {
  const ask = vi.fn<Requests['ask']>(async () => answer);
  const { signal } = new AbortController();
  return { ask, signal, client: createAtprotoClient({ ask }, { purpose: 'refresh', signal }) };
}

test.each<[string, (client: AtprotoClient) => Promise<unknown>]>([
  ['app.bsky.actor.getProfile?actor=someone.example', (client) => client.profile('someone.example')],
  ['app.bsky.actor.getProfile?actor=a%26b%23c', (client) => client.profile('a&b#c')],
  [
    'app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Ax&filter=posts_with_replies&limit=100',
    (client) => client.authorFeed('did:plc:x', null),
  ],
  [
    'app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Ax&filter=posts_with_replies&limit=100&cursor=2025-01-01T00%3A00%3A00Z%3A%3Ab',
    (client) => client.authorFeed('did:plc:x', '2025-01-01T00:00:00Z::b'),
  ],
  [
    'app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Ax%2Fa%2F1&uris=at%3A%2F%2Fdid%3Aplc%3Ax%2Fa%2F2',
    (client) => client.posts(['at://did:plc:x/a/1', 'at://did:plc:x/a/2']),
  ],
  ['app.bsky.graph.getFollows?actor=did%3Aplc%3Ax&limit=100', (client) => client.follows('did:plc:x', null)],
  ['app.bsky.graph.getFollows?actor=did%3Aplc%3Ax&limit=100&cursor=7', (client) => client.follows('did:plc:x', '7')],
])('%s is asked of the AppView for its purpose', async (query, act) => {
  const { ask, signal, client } = answering(succeed({ any: 'thing' }));
  expect(await act(client)).toEqual({ ok: true, value: { any: 'thing' } });
  expect(ask.mock.calls).toEqual([[{ service: 'appView', path: `/xrpc/${query}`, purpose: 'refresh', signal }]]);
});

test.each<Failure>([
  { kind: 'not-allowed', purpose: 'refresh' },
  { kind: 'status', status: 400, error: 'AccountDeactivated', message: null, until: null },
  { kind: 'limited', until: 9, isPaused: false },
])('%j comes through as it is', async (failure) => {
  expect(await answering(fail(failure)).client.profile('someone.example')).toEqual({ ok: false, error: failure });
});

test('what is no failure of the network rejects', async () => {
  const client = createAtprotoClient({ ask: () => Promise.reject(new Error('full')) }, { purpose: 'refresh' });
  await expect(client.profile('someone.example')).rejects.toThrow('full');
});

test('an answer is parsed once, and the log tells nobody’s name', async () => {
  const { world, doors } = openDoors();
  const parse = vi.spyOn(JSON, 'parse');
  const send = async () => new Response('{"did":"did:plc:x"}', { headers: { 'content-type': 'application/json' } });
  const client = createAtprotoClient(createRequests({ ...doors, fetch: send }), { purpose: 'refresh' });
  expect(await client.profile('someone.example')).toEqual({ ok: true, value: { did: 'did:plc:x' } });
  expect(parse).toHaveBeenCalledOnce();
  expect(JSON.stringify(world.log)).not.toMatch(/someone|did:/);
});
