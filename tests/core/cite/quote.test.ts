import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileAddress, searchAddress } from '../../../core/cite/bluesky.ts';
import { quote } from '../../../core/cite/quote.ts';
import { anyString } from '../any-string.ts';
import { post } from './publications.ts';

test('a passage keeps its lines, and its source stands below, a line each', () => {
  expect(quote(' One\n\nTwo ', ['In Ben Paxton’s feed\n(@x)', '', 'https://a.example/'])).toBe(
    '“One\n\nTwo”\n— In Ben Paxton’s feed (@x)\n— https://a.example/',
  );
});

test('no part of the source breaks out of its line', () => {
  fc.assert(
    fc.property(fc.array(anyString()), (source) => {
      const [passage, ...lines] = quote('passage', source).split(/[\n\r\u2028\u2029\u0085]/);
      expect(passage).toBe('“passage”');
      expect(lines.every((line) => /^— \S/u.test(line))).toBe(true);
      expect(lines.length).toBeLessThanOrEqual(source.length);
    }),
  );
});

test('the account is on Bluesky under its handle', () => {
  expect(profileAddress('drbenpaxton.bsky.social')).toBe('https://bsky.app/profile/drbenpaxton.bsky.social');
  expect(profileAddress('../evil?x#y')).toBe('https://bsky.app/profile/..%2Fevil%3Fx%23y');
});

test('a post is found by its longest words within the account’s', () => {
  expect(queryOf(post.text)).toBe('from:drbenpaxton.bsky.social "pipelines" "industry" "upcoming" "opportunities"');
});

test('a repost is found in everybody’s posts', () => {
  expect(queryOf('Something interesting happened', true)).toBe('"Something" "interesting" "happened"');
});

test.each([
  ['addresses', 'See www.instituteforgovernment.org.uk/publication/... or https://interesting.example/wonderful'],
  ['handles', 'With @interesting.bsky.social'],
  ['words with marks in them', 'multi-disciplinary doesn’t'],
  ['short words', 'a few to see'],
])('%s are not searched for', (_, text) => {
  expect(queryOf(text)).toBeNull();
});

test('whatever a post says, the search is on Bluesky and has one question', () => {
  fc.assert(
    fc.property(anyString(), fc.string(), (text, handle) => {
      const address = searchAddress({ ...post, text }, handle);
      if (address === null) return;
      const { origin, pathname, searchParams, hash } = new URL(address);
      expect([origin, pathname, [...searchParams.keys()], hash]).toEqual(['https://bsky.app', '/search', ['q'], '']);
    }),
  );
});

function queryOf(text: string, isRepost: true | null = null): string | null {
  const address = searchAddress({ ...post, text, isRepost }, 'drbenpaxton.bsky.social');
  return address && new URL(address).searchParams.get('q');
}
