import { expect, test, vi } from 'vitest';
import { succeed } from '../../../core/result.ts';
import { createLinkFinders, LINK_PLACES } from '../../../platform/network/link-index.ts';
import { createRequests, type Requests } from '../../../platform/network/requests.ts';
import { openDoors } from './doors.ts';

test('the link index is asked for exactly an address in a place, 100 records at most', async () => {
  const ask = vi.fn<Requests['ask']>(async () => succeed({}));
  const { signal } = new AbortController();
  const finders = createLinkFinders({ ask }, { purpose: 'ask' })(signal);
  await finders.backlinks('https://a.org/b?c=d&e#f', LINK_PLACES[0], null);
  await finders.backlinks('https://a.org/', LINK_PLACES[1], 'next&');
  const [first, second] = ask.mock.calls.map(([asked]) => asked);
  expect(first).toMatchObject({ service: 'linkIndex', purpose: 'ask', signal });
  const queryOf = (path = '') => Object.fromEntries(new URL(path, 'https://a.org').searchParams);
  expect(first?.path).toMatch(/^\/xrpc\/blue\.microcosm\.links\.getBacklinks\?/);
  expect(queryOf(first?.path)).toEqual({
    subject: 'https://a.org/b?c=d&e#f',
    source: 'app.bsky.feed.post:facets[].features[app.bsky.richtext.facet#link].uri',
    limit: '100',
  });
  expect(queryOf(second?.path)).toEqual({
    subject: 'https://a.org/',
    source: 'app.bsky.feed.post:embed.external.uri',
    limit: '100',
    cursor: 'next&',
  });
});

test('the search is asked once for five addresses at most', async () => {
  const ask = vi.fn<Requests['ask']>(async () => succeed({}));
  const finders = createLinkFinders({ ask }, { purpose: 'ask' })(new AbortController().signal);
  await finders.search(['1', '2', '3', '4', '5', '6']);
  const { path, ...asked } = ask.mock.calls[0]?.[0] ?? expect.unreachable();
  expect(asked).toMatchObject({ service: 'appView', isProbe: true });
  expect(new URL(path, 'https://a.org').searchParams.getAll('urls')).toEqual(['1', '2', '3', '4', '5']);
});

test.each([
  [501, '{"error":"MethodNotImplemented"}', 'application/json'],
  [403, '<html>Forbidden</html>', 'text/html'],
  [429, '{"error":"RateLimitExceeded"}', 'application/json'],
  [500, 'no', 'text/plain'],
])('a search that is only tried and answers %i has its host asked on', async (status, body, type) => {
  const { world, doors } = openDoors();
  let sent = 0;
  const requests = createRequests({
    ...doors,
    fetch: async () => {
      sent += 1;
      return new Response(body, { status, headers: { 'content-type': type } });
    },
  });
  const finders = createLinkFinders(requests, { purpose: 'ask' })(new AbortController().signal);
  expect(await finders.search(['a'])).toMatchObject({ ok: false, error: { kind: 'status', status } });
  expect(world.pauses.size).toBe(0);
  expect(world.log).toMatchObject([{ what: 'app.bsky.feed.searchPostsV2', purpose: 'ask', outcome: 'status' }]);
  // A host that is left alone is not tried either.
  world.pauses.set('app.example', { failures: 1, until: world.now + 1000 });
  expect(await finders.search(['a'])).toMatchObject({ ok: false, error: { kind: 'limited' } });
  expect(sent).toBe(1);
});
