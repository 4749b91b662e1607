import { describe, expect, test } from 'vitest';
import {
  areOne,
  hasSameWords,
  keysOfPost,
  keysOfPublication,
  keysOfRecommendation,
  keysOfSubject,
  nearnessOf,
} from '../../../core/own/keys.ts';
import { agree } from '../../../core/own/said.ts';
import { ownIdOf } from '../../../core/own/subjects.ts';
import { SUBJECT } from './records.ts';

const TEXT = 'The report on procurement is out today, and it says that contracts should be published.';
const SAID = { uri: null, time: '2026-01-02T03:04', author: null };
const AS_BUNDLED = { ...SAID, id: 'post:bundled', text: TEXT };

function haveCommon(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.some((each) => agree(key, each)));
}

describe('a post is found', () => {
  test.each([
    ['by its id', { id: 'post:bundled', uri: null, text: 'Wholly edited words, but under the same id.' }],
    ['as its original, by its words', { id: 'at://a/b/c', uri: 'at://a/b/c', text: TEXT }],
    [
      'with other white space and garbled marks',
      { id: 'x', uri: null, text: TEXT.replace('today, and', 'todayâ€™  and') },
    ],
  ])('%s', (_, found) => {
    expect(haveCommon(keysOfPost(AS_BUNDLED), keysOfPost({ ...SAID, ...found }))).toBe(true);
  });

  test.each([
    ['of other words', { id: 'x', uri: null, text: `Not ${TEXT}` }],
    ['of few words that many say', { id: 'y', uri: null, text: 'Read it!' }],
  ])('not as one %s', (_, found) => {
    const asked = { ...SAID, ...found, id: 'other' };
    expect(
      haveCommon(keysOfPost({ ...AS_BUNDLED, text: found.text === 'Read it!' ? 'Read it!' : TEXT }), keysOfPost(asked)),
    ).toBe(false);
  });
});

describe('a publication is found', () => {
  const named = { id: 'a', title: 'Procurement reform in four steps', addresses: ['https://a.example/p'] };
  test.each([
    ['by an address', { id: 'b', title: 'Another', addresses: ['https://a.example/p'] }],
    ['by a title that tells enough', { id: 'b', title: 'The procurement reform in four steps', addresses: [] }],
    ['as a member', { id: 'b', title: 'Another', addresses: [], members: ['b', 'a'] }],
  ])('%s', (_, found) => {
    expect(haveCommon(keysOfPublication(named), keysOfPublication(found))).toBe(true);
  });

  test('not by a title of few words', () => {
    const [one, other] = ['a', 'b'].map((id) => keysOfPublication({ id, title: 'Introduction', addresses: [] }));
    expect(haveCommon(one ?? [], other ?? [])).toBe(false);
  });
});

describe('a recommendation is found', () => {
  const { thread, post, number } = SUBJECT;
  test.each([
    ['by its place, with other words', { thread, post, number, text: 'The Cabinet Office must say it.' }],
    ['by its words, at another place', { thread: 'thread:9', post: 'post:9', number: 4, text: SUBJECT.words }],
  ])('%s', (_, found) => {
    expect(haveCommon(keysOfSubject(SUBJECT), keysOfRecommendation(found, null))).toBe(true);
  });

  test('not by its number alone', () => {
    const other = { thread: 'thread:9', post: 'post:9', number, text: 'Another thing should be done by somebody.' };
    expect(haveCommon(keysOfSubject(SUBJECT), keysOfRecommendation(other, null))).toBe(false);
  });

  test('has the same words whatever white space is between them', () => {
    expect(hasSameWords('Do it  now.', 'Do\nit now.')).toBe(true);
    expect(hasSameWords('Do it now.', 'Do it soon.')).toBe(false);
  });
});

describe('what begins alike, or is called so', () => {
  const begun =
    'The government should publish an annual report to parliament that sets out progress against its targets for';
  const areOneAs = (one: readonly string[], other: readonly string[]) => {
    const both = [areOne(new Set(one), other), areOne(new Set(other), one)];
    expect(new Set(both).size).toBe(1);
    return both[0];
  };
  const postAt = (uri: `at://${string}` | null, text: string) =>
    keysOfPost({ ...SAID, id: uri ?? `of ${text}`, uri, text });

  test('is not one by that: recommendations', () => {
    const [prisons, schools] = ['prisons', 'schools'].map((what) =>
      keysOfRecommendation({ thread: `about ${what}`, post: `on ${what}`, number: 2, text: `${begun} ${what}.` }, null),
    );
    expect(areOneAs(prisons ?? [], schools ?? [])).toBe(false);
  });

  test('is not one by that: posts, be it that all of their words are the same, where both addresses are known', () => {
    expect(areOneAs(postAt(null, `${begun} prisons`), postAt(null, `${begun} schools`))).toBe(false);
    expect(areOneAs(postAt('at://a/b/1', begun), postAt('at://a/b/2', begun))).toBe(false);
    expect(areOneAs(postAt('at://a/b/1', begun), postAt(null, begun))).toBe(true);
    expect(areOneAs(postAt('at://a/b/1', begun), postAt('at://a/b/1', 'Other words under one address.'))).toBe(true);
  });

  test('is not one by that: publications on pages of their own', () => {
    const at = (id: string, ...addresses: string[]) =>
      keysOfPublication({ id, title: 'How to fix the civil service pay system', addresses });
    const site = 'https://www.instituteforgovernment.org.uk';
    expect(areOneAs(at('a', `${site}/publication/civil-service-pay`), at('b', `${site}/event/civil-service-pay`))).toBe(
      false,
    );
    expect(
      areOneAs(at('a', `${site}/publication/civil-service-pay`), at('b', `${site}/report/civil-service-pay`)),
    ).toBe(true);
    expect(areOneAs(at('a', `${site}/publication/civil-service-pay`), at('b'))).toBe(true);
    expect(areOneAs(at('a', `${site}/publication/civil-service-pay`), at('a', `${site}/event/pay`))).toBe(true);
  });
});

describe('of the same words', () => {
  const words = 'New episode of our podcast is out, and you can listen to it here';
  const postOf = (more: object) => keysOfPost({ ...SAID, id: JSON.stringify(more), text: words, ...more });
  const author = (did: `did:plc:${string}`) => ({ author: { did, handle: 'a.example', displayName: 'A' } });
  const uri = 'at://did:plc:a/app.bsky.feed.post/1';

  test.each([
    ['of one minute', {}, { id: 'copy' }, true],
    ['of another month', {}, { time: '2026-06-02T03:04' }, false],
    ['of the minute after', {}, { time: '2026-01-02T03:05' }, false],
    ['of that minute in another zone', {}, { uri, time: '2026-01-02T02:04:59.000Z', ...author('did:plc:a') }, true],
    ['of another day, with a zone', {}, { uri, time: '2026-01-03T23:04:00.000Z' }, false],
    ['of that minute by another', author('did:plc:b'), author('did:plc:a'), false],
    [
      'of two instants an hour apart',
      { time: '2026-01-02T02:04:00.000Z' },
      { time: '2026-01-02T03:04:00.000Z' },
      false,
    ],
  ])('a post %s: is it that one?', (_, one, other, isOne) => {
    expect(areOne(new Set(postOf(one)), postOf(other))).toBe(isOne);
    expect(areOne(new Set(postOf(other)), postOf(one))).toBe(isOne);
  });

  const site = 'https://www.instituteforgovernment.org.uk/publication';
  const in2019 = { id: 'a', title: 'Whitehall Monitor 2019', addresses: [`${site}/whitehall-monitor-2019`] };
  const in2025 = { id: 'b', title: 'Whitehall Monitor 2025', addresses: [`${site}/whitehall-monitor-2025`] };
  test.each([
    ['of the same publication', in2019, in2019, true],
    ['of one that got another id', in2019, { ...in2019, id: 'c' }, true],
    ['of one that got address and id', { ...in2019, addresses: [] }, { ...in2019, id: 'c' }, true],
    ['of one whose title was cut', { ...in2019, addresses: [] }, { ...in2019, id: 'c', title: 'Whitehall Mon' }, true],
    ['of one that is not known', in2019, null, true],
    ['of another year', in2019, in2025, false],
    ['of another year, by titles alone', { ...in2019, addresses: [] }, in2025, false],
    ['of another page under one title', in2019, { ...in2025, title: in2019.title }, false],
  ])('a recommendation %s: is it that one?', (_, one, other, isOne) => {
    const at = (place: string) => ({ thread: place, post: place, number: 1, text: words });
    const subject = { ...SUBJECT, ...at('one'), words, publication: one };
    const keys = new Set(keysOfRecommendation(at('other'), other));
    expect(nearnessOf(subject, keys)).toBe(isOne ? 'itself' : 'none');
  });
});

test('ids tell kinds, posts, recommendations and publications apart', () => {
  const publication = { kind: 'publication', publication: { id: 'a', title: 'A', addresses: [] } } as const;
  const ids = [
    ownIdOf('note', SUBJECT),
    ownIdOf('follow-up', SUBJECT),
    ownIdOf('note', { ...SUBJECT, number: 4 }),
    ownIdOf('note', publication),
  ];
  expect(new Set(ids).size).toBe(4);
});
