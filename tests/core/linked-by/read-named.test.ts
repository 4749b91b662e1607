import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBacklinks, readSearched } from '../../../core/linked-by/read-named.ts';

const POST = 'app.bsky.feed.post';
const record = (key: number | string, did = 'did:plc:a') => ({ did, collection: POST, rkey: String(key) });
const uri = (key: number | string) => `at://did:plc:a/${POST}/${key}`;

test('posts are named once each, in the order of the answer', () => {
  const read = readBacklinks({ total: 3, records: [record(2), record(1), record(2)], cursor: 'next' });
  expect(read).toEqual({ ok: true, value: { uris: [uri(2), uri(1)], cursor: 'next', isCut: false } });
  const last = { ok: true, value: { uris: [uri(3)], cursor: null, isCut: false } };
  expect(readBacklinks({ records: [record(3)], cursor: null })).toEqual(last);
  expect(readSearched({ posts: [{ uri: uri(3), record: { text: 'not taken' } }] })).toEqual(last);
});

test('what names no post is left out', () => {
  const others = [
    { ...record(1), collection: 'app.bsky.feed.like' },
    record('../../../etc'),
    record(1, 'did:plc:a/app.bsky.feed.post/9#'),
    record(1, 'nobody'),
    { did: null, collection: POST, rkey: null },
    { did: ['did:plc:a'], collection: POST, rkey: {} },
    record('x'.repeat(600)),
    null,
    7,
    'at://did:plc:a/app.bsky.feed.post/1',
  ];
  expect(readBacklinks({ records: others })).toEqual({ ok: true, value: { uris: [], cursor: null, isCut: false } });
  const searched = { posts: [{ uri: 'at://did:plc:a/app.bsky.feed.like/1' }, { uri: 7 }, null, {}] };
  expect(readSearched(searched)).toEqual({ ok: true, value: { uris: [], cursor: null, isCut: false } });
});

test('of more items than were asked for the rest is not read, and that is said', () => {
  const read = readBacklinks({ records: Array.from({ length: 1_000_000 }, (_, key) => record(key)) });
  expect(read.ok && read.value.uris).toHaveLength(100);
  expect(read.ok && read.value.isCut).toBe(true);
});

test.each([
  null,
  7,
  'posts',
  [],
  {},
  { records: {} },
  { records: [], cursor: {} },
  { records: [], cursor: 'x'.repeat(3_000) },
])('%j is no answer', (answer) => expect(readBacklinks(answer).ok).toBe(false));

test('no answer whatsoever is thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (items, cursor) => {
      for (const read of [readBacklinks({ records: items, cursor }), readSearched({ posts: items, cursor })])
        if (read.ok) for (const each of read.value.uris) expect(each).toMatch(/^at:\/\/did:/);
    }),
  );
});
