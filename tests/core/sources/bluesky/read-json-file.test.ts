import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonFile } from '../../../../core/sources/bluesky/read-json-file.ts';
import { JO, label, pinOf, profileOf, repostOf, SAM, uriOf, viewOf } from './answers.ts';

const own = (key: string, more: object = {}) => ({ post: viewOf(key, {}, more) });
const ofSam = (key: string) => viewOf(key, {}, { uri: uriOf(key, SAM), author: profileOf(SAM) });
const items = [own('3'), own('2'), repostOf(ofSam('9')), own('1'), pinOf(viewOf('3'))];

test.each([
  ['one answer', { feed: items, cursor: 'x' }],
  ['a list of answers', [{ feed: items.slice(0, 2) }, { feed: [] }, { feed: items.slice(2) }]],
  ['a list of items', items],
])('%s gives an account and what it posted and reposted', (_, value) => {
  const read = readJsonFile(`\n${JSON.stringify(value)}`);
  expect(read).toMatchObject({
    ok: true,
    value: {
      account: { did: JO, isWhole: false, profile: { displayName: 'Jo Test', handle: 'jo.example' } },
      count: 4,
    },
  });
  expect(read.ok && [...read.value.posts].map(({ uri, post }) => [uri, post.isRepost])).toEqual([
    [uriOf('3'), false],
    [uriOf('2'), false],
    [uriOf('9', SAM), true],
    [uriOf('1'), false],
  ]);
});

test('the account is the one that most posts are by; what others posted and reposted is left out', () => {
  const mixed = [
    ...Array(5).fill(repostOf(ofSam('9'))),
    { post: ofSam('8') },
    repostOf(viewOf('7'), SAM),
    own('1'),
    own('2'),
  ];
  const read = readJsonFile(JSON.stringify({ feed: mixed }));
  expect(read.ok && [...read.value.posts].map(({ uri }) => uri)).toEqual([uriOf('9', SAM), uriOf('1'), uriOf('2')]);
});

test.each<[unknown, string, string | null]>([
  [null, 'unexpected', 'feed'],
  [{}, 'unexpected', 'feed'],
  [{ feed: {} }, 'unexpected', 'feed'],
  [{ posts: [viewOf('1')] }, 'unexpected', 'feed'],
  [[{ feed: [] }, { feed: 1 }], 'unexpected', '[1].feed'],
  [[own('1'), 5], 'unexpected', '[1].feed'],
  [{ feed: [5] }, 'unexpected', 'feed[0].post.author.did'],
  [[{ post: 5 }], 'unexpected', '[0].post.author.did'],
  [{ feed: [repostOf(ofSam('9'))] }, 'unexpected', 'feed[0].post.author.did'],
  [[repostOf(ofSam('9')), own('1', { author: { did: JO } })], 'unexpected', '[1].post.author'],
  [
    [{ feed: [own('2'), own('1', { author: { ...profileOf(), labels: [label('!no-unauthenticated')] } })] }],
    'signed-in-only',
    '[0].feed[1].post.author.labels',
  ],
  [{ feed: [] }, 'no-posts', null],
  [[], 'no-posts', null],
  [[own('1', { record: null })], 'no-posts', null],
])('%j is %s at %s', (value, kind, path) => {
  const place = path === null ? null : { kind: 'field', path };
  expect(readJsonFile(JSON.stringify(value))).toEqual({ ok: false, error: { kind, place } });
});

test('of all posts in the file it is known how many there are, each once', () => {
  const unreadable = [{ post: viewOf('7', { text: 5 }) }, { post: viewOf('8', {}, { cid: null }) }, { post: 5 }];
  const read = readJsonFile(JSON.stringify([...items, ...unreadable, { post: ofSam('9') }, { post: ofSam('10') }]));
  expect(read).toMatchObject({ ok: true, value: { count: 8 } });
  expect(read.ok && [...read.value.posts]).toHaveLength(4);
});

test('what is no JSON is refused where it ceases to be', () => {
  expect(readJsonFile('{"feed": [\n5,]}')).toEqual({
    ok: false,
    error: { kind: 'unexpected', place: { kind: 'line', line: 2, column: 3 } },
  });
});

test('any JSON is read or refused', () => {
  const any = fc.jsonValue();
  const item = fc.record({ post: any, reason: any }, { requiredKeys: [] });
  const view = fc.record({
    author: fc.record({ did: fc.constantFrom(JO, SAM, 1), labels: any }),
    uri: any,
    record: any,
  });
  const value = fc.oneof(any, fc.record({ feed: fc.array(item) }), fc.array(fc.record({ post: view, reason: any })));
  fc.assert(
    fc.property(value, (read) => {
      expect(() => readJsonFile(JSON.stringify(read))).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});
