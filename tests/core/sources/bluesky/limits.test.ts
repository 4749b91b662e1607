import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ITEM_FORMS } from '../../../../core/backup/item-forms.ts';
import { linkFeed } from '../../../../core/link/link-feed.ts';
import { keptForm } from '../../../../core/linked-by/kept-form.ts';
import { subject } from '../../../../core/own/forms.ts';
import { subjectOfPost } from '../../../../core/own/subjects.ts';
import { readFeedPage } from '../../../../core/sources/bluesky/feed-page.ts';
import { readProfile, readProfileRecord } from '../../../../core/sources/bluesky/profile.ts';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import type { FetchedPost } from '../../../../core/sources/fetched-post.ts';
import { fetchedPostForm } from '../../../../core/sources/fetched-post.ts';
import { profileForm } from '../../../../core/sources/source-forms.ts';
import {
  external,
  images,
  JO,
  label,
  linkFacet,
  profileOf,
  quote,
  REPORT,
  recordOf,
  uriOf,
  viewOf,
} from './answers.ts';

/** Whatever says how long, often or late something is, up to and beyond what anybody has. */
const length = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(250, 1_000, 1_900, 2_000, 2_048, 8_000));
const letters = length.map((count) => 'a'.repeat(count));
const count = fc.constantFrom(0, 1, 20, 999, 1_000, 1_001, 1_500);
const did = fc.oneof(
  fc.constant<string>(JO),
  letters.map((name) => `did:web:${name}.com`),
);
const uri = fc.tuple(did, letters).map(([by, key]) => `at://${by}/app.bsky.feed.post/${key.slice(0, 512)}`);
const part = fc.oneof(
  letters,
  letters.map((name) => `@${name}.co`),
  letters.map((path) => `https://a.example/${path}`),
  fc.constant('🏛️'),
);
const manyParts = fc.oneof(
  count.map((many) => Array.from({ length: many }, (_, index) => `@a${index}.co`)),
  count.map((many) => Array.from({ length: many }, (_, index) => `a${index}.com/x`)),
  fc.array(part, { maxLength: 6 }),
);
const instant = fc.constantFrom(
  '0100-01-01T00:00:00+14:00',
  '2026-01-05T10:00:00.000Z',
  '2026-01-05T10:00:00.1234567-01:00',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-14:00',
  'soon',
);
const many = <Item>(of: fc.Arbitrary<Item>) =>
  fc.tuple(count, of).map(([times, each]) => Array<Item>(times).fill(each));
const embed = fc.oneof(
  uri.map(quote),
  fc.tuple(letters, letters).map(([path, title]) => external(`https://a.example/${path}`, { title: title.repeat(60) })),
  many(letters).map((alts) => images(...alts)),
);
const record = fc.record(
  {
    text: manyParts.map((parts) => parts.join(' ')),
    createdAt: instant,
    facets: many(letters.map((path) => linkFacet(0, 1, `${REPORT}/${path}`))),
    embed,
    reply: fc.tuple(uri, uri).map(([root, parent]) => ({ root: { uri: root }, parent: { uri: parent } })),
    langs: many(letters),
    tags: many(letters),
    labels: many(letters).map((values) => ({ values: values.map((val) => ({ val })) })),
  },
  { requiredKeys: [] },
);
const profile = fc
  .record({ did, handle: part, displayName: letters, description: letters, createdAt: instant }, { requiredKeys: [] })
  .map((more) => ({ ...profileOf(), ...more }));

/** Whatever is stored of a post is read again: in a backup, in an answer, as one that is kept, and in a note about it. */
function expectTaken(fetched: FetchedPost, by: string): void {
  const { post } = fetched;
  expect(fetchedPostForm(fetched)).toEqual(fetched);
  expect(ITEM_FORMS.posts({ ...fetched, did: by, seen: 1 })).toBeDefined();
  expect(keptForm({ ...fetched, keptAt: 1, about: null })).toBeDefined();
  const origin = { kind: 'bluesky', did: by } as const;
  const feed = linkFeed({ origin, profile: accountOf(by), asOf: null, posts: [post] }, [], `bluesky:${by}`);
  for (const linked of feed.posts) expect(subject(subjectOfPost(linked, null))).toBeDefined();
  for (const { id } of feed.threads) expect(id.length).toBeLessThanOrEqual(2_000);
}

function accountOf(by: string) {
  return readProfileRecord(by, undefined).profile;
}

test('whatever the readers of an answer give, the forms of what is stored take', () => {
  fc.assert(
    fc.property(record, profile, many(letters.map((val) => label(val))), uri, (said, author, labels, address) => {
      const own = { ...author, did: address.split('/')[2] };
      const view = { ...viewOf('1', said), uri: address, author: own, labels, indexedAt: '9999-12-31T23:59:59.999Z' };
      const read = readFeedPage({ feed: [{ post: view }] });
      for (const each of read.ok ? read.value.posts : []) expectTaken(each, String(own.did));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['quotes a post of a very long address', { embed: quote(uriOf('1', `did:web:${'a'.repeat(2_030)}.com`)) }],
  ['mentions 1,100 accounts', { text: Array.from({ length: 1_100 }, (_, index) => `@a${index}.co`).join(' ') }],
  ['mentions a very long name', { text: `@${'a'.repeat(3_000)}.co and @b.co` }],
  ['has 1,100 links', { text: Array.from({ length: 1_100 }, (_, index) => `a${index}.com/x`).join(' ') }],
])('a post that %s is stored, and read again', (_, said) => {
  const read = readFeedPage({ feed: [{ post: viewOf('1', said) }] });
  const [post] = read.ok ? read.value.posts : [];
  expectTaken(post ?? expect.unreachable(), JO);
});

test('the same of what a repository says, and of profiles', () => {
  fc.assert(
    fc.property(record, profile, uri, (said, account, address) => {
      const by = String(address.split('/')[2]);
      const author = { did: by, handle: 'a.example', displayName: 'A' };
      const post = by === JO ? readRecord(author, address, recordOf(said)) : null;
      if (post !== null) expect(fetchedPostForm({ uri: post.uri, cid: 'c', post })).toBeDefined();
      expect(profileForm(readProfileRecord(JO, account).profile)).toBeDefined();
      const read = readProfile(account);
      if (!read.ok) return;
      expect(ITEM_FORMS.accounts({ ...read.value, keep: 'all', readAt: null, sweptAt: null })).toBeDefined();
    }),
    { numRuns: 300 },
  );
});
