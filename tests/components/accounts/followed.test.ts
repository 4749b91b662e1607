import { expect, test } from 'vitest';
import { type Followed, follow, nothingFollowed } from '../../../components/accounts/followed.ts';
import type { AccountState } from '../../../core/protocol/accounts.ts';
import { ana, HOUR, NOW } from './states.ts';

const FAILURE = { failure: { kind: 'offline' }, retryAt: null } as const;

/** What is known after an account was in one state after another. */
function followAll(...states: readonly Partial<AccountState>[]): Followed {
  return states.reduce<Followed>((last, change) => follow(last, [{ ...ana, ...change }]), nothingFollowed);
}

const kinds = ({ tellings }: Followed) => tellings.map(({ kind }) => kind);

test('an account that is met for the first time is nothing to be told of', () => {
  expect(kinds(followAll({ reading: { posts: 3, of: 4 } }))).toEqual([]);
  expect(followAll({}).added.size).toBe(0);
});

test.each<[string, readonly Partial<AccountState>[], string[]]>([
  ['begins', [{}, { reading: { posts: 0, of: null } }], ['began']],
  ['goes on by little', [{ reading: { posts: 10, of: 100 } }, { reading: { posts: 20, of: 100 } }], []],
  ['goes on by a quarter', [{ reading: { posts: 10, of: 100 } }, { reading: { posts: 30, of: 100 } }], ['part']],
  [
    'goes on, nobody knows of how many',
    [{ reading: { posts: 10, of: null } }, { reading: { posts: 99, of: null } }],
    [],
  ],
  ['goes on beyond what was thought', [{ reading: { posts: 99, of: 100 } }, { reading: { posts: 300, of: 100 } }], []],
  ['comes to its end', [{ reading: { posts: 1, of: 9 } }, { readAt: NOW }], ['read']],
  ['is too quick to be seen', [{}, { readAt: NOW }], ['read']],
  ['is stopped', [{ reading: { posts: 1, of: 9 } }, {}], ['stopped']],
  ['fails', [{ reading: { posts: 1, of: 9 } }, { failure: FAILURE }], ['failed']],
  ['has failed as before', [{ failure: FAILURE }, { failure: { ...FAILURE } }], []],
  ['finds that nothing is to be shown', [{ reading: { posts: 1, of: 9 } }, { hidden: 'gone' }], ['hidden']],
  ['is as it was', [{}, {}], []],
])('a reading that %s', (_, states, told) => {
  expect(kinds(followAll(...states))).toEqual(told);
});

test('what came is counted from before the reading, however often it was looked at meanwhile', () => {
  const reading = { posts: 1, of: 9 };
  const read = followAll({}, { posts: 41, reading }, { posts: 43, reading }, { posts: 44, readAt: NOW });
  expect(read.added.get(ana.did)).toBe(4);
  expect(read.tellings[0]?.added).toBe(4);
});

test('of an account that was never read, all that came is new', () => {
  const reading = { posts: 1, of: 9 };
  expect(followAll({ posts: 5, readAt: null, reading }, { posts: 7, readAt: NOW }).added.get(ana.did)).toBe(7);
});

test('of a bundled feed that was never read, what came with the extension is not', () => {
  const [reading, bundled] = [{ posts: 1, of: 9 }, { isBundled: true }];
  const read = followAll(
    { posts: 0, readAt: null, reading, ...bundled },
    { posts: 7, originals: 5, readAt: NOW, ...bundled },
  );
  expect(read.added.get(ana.did)).toBe(2);
});

test('what came before a failure is counted with what comes after it', () => {
  const reading = { posts: 1, of: 9 };
  const failed = { posts: 43, failure: FAILURE };
  expect(
    followAll({}, { reading }, failed, { posts: 43, reading }, { posts: 44, readAt: NOW }).added.get(ana.did),
  ).toBe(4);
});

test('what came is not known where the beginning was not seen', () => {
  const read = followAll({ posts: 41, reading: { posts: 1, of: 9 } }, { posts: 44, readAt: NOW });
  expect(read.added.size).toBe(0);
  expect(read.tellings).toMatchObject([{ kind: 'read', added: null }]);
});

test('what came stays known until it is read again, and is then counted anew', () => {
  const reading = { posts: 0, of: null };
  const states = [{}, { posts: 44, readAt: NOW }, { posts: 44, readAt: NOW }];
  expect(followAll(...states).added.get(ana.did)).toBe(4);
  const begun = { posts: 44, readAt: NOW, reading };
  expect(followAll(...states, begun).added.size).toBe(0);
  expect(followAll(...states, begun, { posts: 44, readAt: NOW + HOUR }).added.get(ana.did)).toBe(0);
});
