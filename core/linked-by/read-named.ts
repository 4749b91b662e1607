import type { AtUri } from '../model/ids.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readCursor } from '../sources/bluesky/cursor.ts';
import { fieldOf, itemsOf, textOf } from '../sources/bluesky/fields.ts';
import { readDid, readPostUri } from '../sources/bluesky/names.ts';

/** Posts that an answer names, each once. */
export interface NamedPosts {
  readonly uris: readonly AtUri[];
  /** Where more of them begin; null where there are no more. */
  readonly cursor: string | null;
  /** Whether it has more items than were asked for, which are not read. */
  readonly isCut: boolean;
}

/** Items of one answer: as many as are asked for. */
export const MOST_NAMED = 100;
const POSTS = 'app.bsky.feed.post';
const MAX_KEY = 512;

/** An answer of `blue.microcosm.links.getBacklinks`; records that are no posts are left out. */
export function readBacklinks(answer: unknown): Result<NamedPosts, string> {
  return readNamed(answer, 'records', (record) => {
    const did = readDid(fieldOf(record, 'did'));
    const key = textOf(fieldOf(record, 'rkey'), MAX_KEY);
    if (did === null || key === null || fieldOf(record, 'collection') !== POSTS) return null;
    return readPostUri(`at://${did}/${POSTS}/${key}`);
  });
}

/** An answer of `app.bsky.feed.searchPostsV2`, of which only the names are taken: what the posts say is asked for anew. */
export function readSearched(answer: unknown): Result<NamedPosts, string> {
  return readNamed(answer, 'posts', (post) => readPostUri(fieldOf(post, 'uri')));
}

function readNamed(
  answer: unknown,
  field: string,
  nameOf: (item: unknown) => AtUri | null,
): Result<NamedPosts, string> {
  const items = fieldOf(answer, field);
  if (!Array.isArray(items)) return fail(`${field}: expected a list`);
  const cursor = readCursor(answer);
  if (!cursor.ok) return cursor;
  const uris = itemsOf(items, MOST_NAMED).flatMap((item) => nameOf(item) ?? []);
  return succeed({ uris: [...new Set(uris)], cursor: cursor.value, isCut: items.length > MOST_NAMED });
}
