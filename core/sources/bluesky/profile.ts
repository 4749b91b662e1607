import type { Profile } from '../../model/account.ts';
import type { Did } from '../../model/ids.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { firstOf } from '../../text/first-of.ts';
import { readAuthor, readName } from './author.ts';
import { readCursor } from './cursor.ts';
import { countOf, fieldOf, textOf } from './fields.ts';
import { readInstant } from './instant.ts';
import { isForSignedIn, readLabels } from './labels.ts';
import { readDid } from './names.ts';

export interface FetchedProfile {
  readonly did: Did;
  readonly profile: Profile;
  /** Whether the account asks not to be shown to who is not signed in. */
  readonly isForSignedInOnly: boolean;
}

/** UTF-16 units; Bluesky takes 256 characters. */
const MAX_BIO = 2_560;
const MAX_READ = 1_000_000;

/** An answer of app.bsky.actor.getProfile, or one of the accounts of another answer, which do not tell all. */
export function readProfile(answer: unknown): Result<FetchedProfile, string> {
  const author = readAuthor(answer);
  if (readDid(fieldOf(answer, 'did')) === null) return fail('did: expected a DID');
  if (author === null) return fail('handle: expected a handle');
  const { did, handle, displayName } = author;
  return succeed({
    did,
    profile: {
      displayName,
      handle,
      bio: readBio(answer),
      followers: countOf(fieldOf(answer, 'followersCount')),
      following: countOf(fieldOf(answer, 'followsCount')),
      posts: countOf(fieldOf(answer, 'postsCount')),
      joined: readInstant(fieldOf(answer, 'createdAt'))?.slice(0, 10) ?? null,
    },
    isForSignedInOnly: isForSignedIn(readLabels(fieldOf(answer, 'labels'))),
  });
}

/**
 * A record of app.bsky.actor.profile, as its repository holds it; `undefined` where that holds none. It says no handle: the
 * DID stands in its place.
 */
export function readProfileRecord(did: Did, record: unknown): FetchedProfile {
  return {
    did,
    profile: {
      displayName: readName(record) || did,
      // In a text that is one all the same.
      handle: String(did),
      bio: readBio(record),
      followers: null,
      following: null,
      posts: null,
      joined: readInstant(fieldOf(record, 'createdAt'))?.slice(0, 10) ?? null,
    },
    isForSignedInOnly: isForSignedIn(readLabels(fieldOf(record, 'labels'))),
  };
}

export interface Follows {
  readonly accounts: readonly FetchedProfile[];
  readonly cursor: string | null;
}

/** An answer of app.bsky.graph.getFollows; accounts that cannot be read are left out. */
export function readFollows(answer: unknown): Result<Follows, string> {
  const follows = fieldOf(answer, 'follows');
  if (!Array.isArray(follows)) return fail('follows: expected a list');
  const cursor = readCursor(answer);
  if (!cursor.ok) return cursor;
  const accounts = follows.flatMap((each) => {
    const profile = readProfile(each);
    return profile.ok ? [profile.value] : [];
  });
  return succeed({ accounts, cursor: cursor.value });
}

function readBio(answer: unknown): string | null {
  const bio = textOf(fieldOf(answer, 'description'), MAX_READ);
  return bio === null ? null : firstOf(bio.trim(), MAX_BIO).trim();
}
