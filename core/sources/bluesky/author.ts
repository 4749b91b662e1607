import type { Author } from '../../model/post.ts';
import { firstOf } from '../../text/first-of.ts';
import { fieldOf, textOf } from './fields.ts';
import { readDid, readHandle } from './names.ts';

/** UTF-16 units; Bluesky takes 64 characters. */
const MAX_NAME = 640;
const MAX_READ = 1_000_000;

/** Whose post or profile it is; null where the account is not named. */
export function readAuthor(profile: unknown): Author | null {
  const did = readDid(fieldOf(profile, 'did'));
  const handle = readHandle(fieldOf(profile, 'handle'));
  return did === null || handle === null ? null : { did, handle, displayName: readName(profile) || handle };
}

/** What a profile, or its record, calls its account; empty where it says nothing. */
export function readName(profile: unknown): string {
  const name = textOf(fieldOf(profile, 'displayName'), MAX_READ) ?? '';
  return firstOf(name.trim(), MAX_NAME).replace(/\s+/g, ' ').trim();
}
