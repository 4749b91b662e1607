import type { Profile } from '../model/account.ts';
import type { Did, IsoDate } from '../model/ids.ts';
import { listOf, oneOf, type Read, shape, text } from '../protocol/shapes.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Keep } from './bluesky/kept.ts';
import { type FetchedPost, fetchedPostForm, inFeedOrder } from './fetched-post.ts';
import { MAX_NAME_LENGTH } from './limits.ts';
import type { SourceFeed } from './source-feed.ts';
import { profileForm } from './source-forms.ts';

/** An account as its curator keeps it for the bundled index: what was read of it, and when. */
export interface SeedFile {
  readonly did: Did;
  readonly profile: Profile;
  readonly keep: Keep;
  readonly readAt: IsoDate;
  /** The newest first. */
  readonly posts: readonly FetchedPost[];
}

const MAX_POSTS = 1_000_000;
const name = text(MAX_NAME_LENGTH);
const head: Read<Omit<SeedFile, 'posts'>> = shape<Omit<SeedFile, 'posts'>>({
  did: name,
  profile: profileForm,
  keep: oneOf('reports', 'all'),
  readAt: name,
});

/** As JSON with one post a line, in the order of time and address, so that what has changed can be read in a diff. */
export function writeSeedFile({ posts, ...rest }: SeedFile): string {
  const fields = Object.entries(rest).map(([field, value]) => `${JSON.stringify(field)}: ${JSON.stringify(value)},`);
  const lines = inFeedOrder(posts).map((post) => JSON.stringify(post));
  return `{\n${fields.join('\n')}\n"posts": [\n${lines.join(',\n')}\n]\n}\n`;
}

/** The fault says which field or post, counted from 0, is not what it has to be. */
export function readSeedFile(json: string): Result<SeedFile, string> {
  const value = readJson(json);
  const read = head(value);
  if (read === undefined) return fail('expected did, profile, keep and readAt');
  const posts: unknown = Reflect.get(Object(value), 'posts');
  if (!Array.isArray(posts)) return fail('posts: expected a list');
  const readPosts = listOf(fetchedPostForm, MAX_POSTS)(posts);
  if (readPosts === undefined)
    return fail(`posts[${posts.findIndex((post) => fetchedPostForm(post) === undefined)}]: expected a post`);
  return succeed({ ...read, posts: readPosts });
}

/** What the account says, for linking. */
export function sourceOfSeed({ did, profile, readAt, posts }: SeedFile): SourceFeed {
  return { origin: { kind: 'bluesky', did }, profile, asOf: readAt, posts: posts.map(({ post }) => post) };
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
