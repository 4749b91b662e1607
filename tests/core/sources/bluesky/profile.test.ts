import { expect, test } from 'vitest';
import { readFollows, readProfile } from '../../../../core/sources/bluesky/profile.ts';
import { JO, label, profileOf, SAM } from './answers.ts';

const detailed = {
  ...profileOf(),
  description: ' Researcher.\nViews my own. ',
  followersCount: 702,
  followsCount: 234,
  postsCount: 105,
  indexedAt: '2025-01-01T00:00:00.000Z',
};

test('a profile is read whole', () => {
  expect(readProfile(detailed)).toEqual({
    ok: true,
    value: {
      did: JO,
      profile: {
        displayName: 'Jo Test',
        handle: 'jo.example',
        bio: 'Researcher.\nViews my own.',
        followers: 702,
        following: 234,
        posts: 105,
        joined: '2023-11-01',
      },
      isForSignedInOnly: false,
    },
  });
});

test('what a profile does not say is not known, and who has no name is called by the handle', () => {
  expect(readProfile({ did: JO, handle: 'Jo.Example', createdAt: 'x', followersCount: '1' })).toMatchObject({
    value: {
      profile: {
        displayName: 'jo.example',
        handle: 'jo.example',
        bio: null,
        followers: null,
        posts: null,
        joined: null,
      },
    },
  });
});

test('who asks to be shown only to who is signed in', () => {
  const labels = [label('!no-unauthenticated', { src: JO })];
  expect(readProfile({ ...detailed, labels })).toMatchObject({ value: { isForSignedInOnly: true } });
  expect(readProfile({ ...detailed, labels: [label('bot')] })).toMatchObject({ value: { isForSignedInOnly: false } });
});

test.each([
  [null, 'did: expected a DID'],
  [{ ...detailed, did: 'jo.example' }, 'did: expected a DID'],
  [{ ...detailed, handle: 'jo' }, 'handle: expected a handle'],
  [{ ...detailed, handle: undefined }, 'handle: expected a handle'],
])('%j is a failure with its place', (answer, error) => {
  expect(readProfile(answer)).toEqual({ ok: false, error });
});

test('those that an account follows, without what is none', () => {
  const read = readFollows({ subject: profileOf(), follows: [profileOf(), {}, profileOf(SAM)], cursor: '3lf2' });
  expect(read.ok && read.value.accounts.map(({ did }) => did)).toEqual([JO, SAM]);
  expect(read.ok && read.value.cursor).toBe('3lf2');
  expect(readFollows({})).toEqual({ ok: false, error: 'follows: expected a list' });
  expect(readFollows({ follows: [], cursor: {} }).ok).toBe(false);
});
