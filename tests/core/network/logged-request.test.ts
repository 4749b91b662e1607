import { expect, test } from 'vitest';
import { type LoggedRequest, parseLog, whatOf } from '../../../core/network/logged-request.ts';

const LOGGED: LoggedRequest = {
  host: 'app.example',
  what: 'app.bsky.feed.getAuthorFeed',
  purpose: 'refresh',
  at: 1,
  outcome: 'answered',
  status: 200,
  bytes: 9,
};

test.each([
  ['/xrpc/app.bsky.feed.getAuthorFeed?actor=did:plc:x&limit=100', 'app.bsky.feed.getAuthorFeed'],
  ['/xrpc/blue.microcosm.links.getBacklinks?subject=https://a.example/#x', 'blue.microcosm.links.getBacklinks'],
  ['/did:plc:abc/log?x', '/did/log'],
  ['/DID%3Aplc%3Aabc', '/did'],
  ['/', '/'],
])('%s is logged as %s', (path, what) => {
  expect(whatOf(path)).toBe(what);
});

test('of a damaged log what is whole is kept, of a long one the latest', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ ...LOGGED, at }));
  expect(parseLog(many)).toEqual(many.slice(100));
  expect(parseLog([LOGGED, null, { ...LOGGED, outcome: 'toString' }, { ...LOGGED, bytes: '9' }])).toEqual([LOGGED]);
  for (const stored of [undefined, null, {}, 'log']) expect(parseLog(stored)).toEqual([]);
});
