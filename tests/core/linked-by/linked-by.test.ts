import { expect, test } from 'vitest';
import { askedSource } from '../../../core/linked-by/asked-source.ts';
import { type Found, MOST_ANSWERS, readAnswers, withAnswer } from '../../../core/linked-by/found.ts';
import { linksTo } from '../../../core/linked-by/links-to.ts';
import { presentFound } from '../../../core/linked-by/present.ts';
import type { Failure } from '../../../core/network/failure.ts';
import { foundPost, linkTo, REPORT, sourcePost } from './posts.ts';

const HOUR = 3_600_000;
const PAGE = new Set([REPORT]);
const card = (address: string) => ({
  linkCard: { title: 'T', description: '', siteName: null, titleIsCertain: true, address },
});

test.each([
  'https://www.instituteforgovernment.org.uk/publication/a-report',
  'https://instituteforgovernment.org.uk/publication/a-report/',
  'http://instituteforgovernment.org.uk/publication/a-report?utm_source=x#summary',
])('%s is a link to the page, in a text and on a card', (address) => {
  expect(linksTo(sourcePost('a', '1', linkTo(address)), PAGE)).toBe(true);
  expect(linksTo(sourcePost('a', '1', card(address)), PAGE)).toBe(true);
});

test('a post that links elsewhere, or shows the address in its words only, does not link to the page', () => {
  expect(linksTo(sourcePost('a', '1', linkTo('https://instituteforgovernment.org.uk/publication/b')), PAGE)).toBe(
    false,
  );
  expect(linksTo(sourcePost('a', '1', { text: REPORT, links: [{ shown: 'a-report', address: null }] }), PAGE)).toBe(
    false,
  );
  expect(linksTo(sourcePost('a', '1', linkTo('https://[')), PAGE)).toBe(false);
  expect(linksTo(sourcePost('a', '1', linkTo('https://[')), new Set(['']))).toBe(false);
});

const found = (said: Partial<Found> = {}): Found => ({
  askedAt: HOUR,
  addresses: [REPORT],
  sources: [askedSource('index', 1, null)],
  posts: [foundPost(sourcePost('a', '1'))],
  ...said,
});

test('an answer is kept for a day, and not one of a time to come or of another form', () => {
  const kept = { a: found() };
  expect([...readAnswers(kept, HOUR)]).toEqual([['a', found()]]);
  expect([...readAnswers(kept, 25 * HOUR - 1).keys()]).toEqual(['a']);
  expect(readAnswers(kept, 25 * HOUR).size).toBe(0);
  expect(readAnswers(kept, HOUR - 1).size).toBe(0);
  for (const damaged of [null, 7, 'a', [], { a: null }, { a: { askedAt: HOUR } }])
    expect(readAnswers(damaged, HOUR).size).toBe(0);
});

test('of an answer only the posts that are damaged are left out', () => {
  const [post] = found().posts;
  const posts = [{}, post, { ...post, fetched: { ...post?.fetched, cid: 'x'.repeat(3_000) } }, null];
  expect([...readAnswers({ a: { ...found(), posts } }, HOUR)]).toEqual([['a', found()]]);
});

test('of many answers the latest are kept, and the newest of one page', () => {
  let stored: Record<string, Found> = {};
  for (let at = 0; at < 30; at += 1)
    stored = withAnswer(readAnswers(stored, HOUR + at), `page ${at % 25}`, found({ askedAt: HOUR + at }));
  expect(Object.keys(stored)).toHaveLength(MOST_ANSWERS);
  expect(stored['page 4']?.askedAt).toBe(HOUR + 29);
  expect(stored['page 5']).toBeUndefined();
});

test.each<[Failure, string, number | null]>([
  [{ kind: 'limited', until: 9, isPaused: false }, 'too-many', 9],
  [{ kind: 'status', status: 429, error: null, message: null, until: null }, 'too-many', null],
  [{ kind: 'status', status: 503, error: null, message: null, until: 8 }, 'refused', 8],
  [{ kind: 'unreadable', why: 'html', until: 7 }, 'refused', 7],
  [{ kind: 'redirected' }, 'refused', null],
  [{ kind: 'too-large', limit: 1 }, 'cut', null],
  [{ kind: 'cancelled' }, 'cut', null],
  [{ kind: 'offline' }, 'not-reached', null],
  [{ kind: 'unreachable' }, 'not-reached', null],
  [{ kind: 'timed-out' }, 'not-reached', null],
  [{ kind: 'withheld', host: 'a' }, 'not-reached', null],
])('%j is told as %s, and when it may be asked again', (failure, state, again) => {
  expect(askedSource('index', 2, failure)).toEqual({ name: 'index', state, failure, again, found: 2 });
});

test('posts stand by their accounts, those with the newest post first, each with what the library has of it', () => {
  const [root] = [sourcePost('b', 'root')];
  const posts = [
    foundPost(sourcePost('a', '1', { time: '2025-01-01T00:00:00.000Z' }), ['index', 'search']),
    foundPost(sourcePost('b', '2', { reply: { root: root.uri, parent: root.uri }, time: '2025-03-01T00:00:00.000Z' })),
    foundPost(sourcePost('a', '3', { time: '2025-02-01T00:00:00.000Z' }), ['search']),
    foundPost(sourcePost('c', '4', { author: null })),
  ];
  const held = {
    posts: new Set([sourcePost('a', '1').uri]),
    kept: new Set([sourcePost('b', '2').uri]),
    accounts: new Set(['did:plc:a']),
  };
  const { accounts, ...asked } = presentFound(found({ posts }), held);
  expect(asked).toEqual({ askedAt: HOUR, addresses: [REPORT], sources: found().sources });
  expect(accounts.map(({ did, handle, name, isInLibrary }) => [did, handle, name, isInLibrary])).toEqual([
    ['did:plc:b', 'b.example.com', 'B', false],
    ['did:plc:a', 'a.example.com', 'A', true],
  ]);
  expect(accounts.flatMap(({ posts: own }) => own)).toEqual([
    {
      uri: sourcePost('b', '2').uri,
      at: Date.UTC(2025, 2, 1),
      text: 'Post 2',
      address: 'https://bsky.app/profile/did:plc:b/post/2',
      threadOf: 'https://bsky.app/profile/did:plc:b/post/root',
      foundBy: ['index'],
      isInLibrary: false,
      isKept: true,
    },
    expect.objectContaining({ text: 'Post 3', foundBy: ['search'], threadOf: null, isInLibrary: false, isKept: false }),
    expect.objectContaining({ text: 'Post 1', foundBy: ['index', 'search'], isInLibrary: true, isKept: false }),
  ]);
});
