import { decode } from '@atcute/cbor';
import { fromStream } from '@atcute/repo';
import type { Did } from '../../model/ids.ts';
import type { Author } from '../../model/post.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { readPostUri } from '../bluesky/names.ts';
import { readProfileRecord } from '../bluesky/profile.ts';
import { readRecord } from '../bluesky/record.ts';
import type { FetchedPost } from '../fetched-post.ts';
import type { FoundPosts } from '../found-posts.ts';
import { type ImportFault, ImportRefusal } from '../import-state.ts';
import { CarCheck } from './car-check.ts';

const POSTS = 'app.bsky.feed.post/';
const PROFILE = 'app.bsky.actor.profile/self';

/** A record as it is stored, under its key. */
interface Entry {
  readonly cid: string;
  /** Null where it is something else than its key says. */
  readonly bytes: Uint8Array | null;
}

/**
 * Reads a repository as Bluesky exports it. All of it is read and checked before any post is given; the fault says what is
 * wrong, and where. `onProgress` hears how many bytes and posts have been read. Never rejects.
 */
export async function readCar(
  file: ReadableStream<Uint8Array>,
  onProgress: (bytes: number, posts: number) => void,
): Promise<Result<FoundPosts, ImportFault>> {
  const check = new CarCheck(onProgress);
  try {
    const entries = await readEntries(file, check);
    return check.did === null ? fail({ kind: 'partial', place: null }) : findPosts(check.did, entries);
  } catch (error) {
    if (error instanceof ImportRefusal) return fail(error.fault);
    // The browser says so where a file is gone. What the library says of a tree that was made wrongly has no place.
    return fail({ kind: error instanceof DOMException ? 'unreadable' : 'damaged', place: null });
  }
}

/** The posts and the profile of a repository by their keys, `collection/key`. */
async function readEntries(file: ReadableStream<Uint8Array>, check: CarCheck): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  const held = new Map<string, Uint8Array>();
  const put = (key: string, cid: string, bytes: Uint8Array | null) => {
    if (!isWanted(key)) return;
    if (entries.has(key)) throw new ImportRefusal('damaged', { kind: 'record', key });
    entries.set(key, { cid, bytes });
    if (bytes !== null) held.set(cid, bytes);
  };
  const repository = fromStream(file.pipeThrough(new TransformStream(check)));
  for await (const { collection, rkey, cid, bytes } of repository) put(`${collection}/${rkey}`, cid.$link, bytes);
  for (const block of repository.missingBlocks) {
    const key = block.type === 'record' ? block.key : null;
    if (!check.seen.has(block.cid)) throw new ImportRefusal('partial', key === null ? null : { kind: 'record', key });
    // The library gives a record once, also where it stands under two keys.
    if (key !== null) put(key, block.cid, held.get(block.cid) ?? null);
  }
  return entries;
}

function isWanted(key: string): boolean {
  return key.startsWith(POSTS) || key === PROFILE;
}

function findPosts(did: Did, entries: ReadonlyMap<string, Entry>): Result<FoundPosts, ImportFault> {
  const own = entries.get(PROFILE);
  const { profile, isForSignedInOnly } = readProfileRecord(did, own?.bytes ? decode(own.bytes) : undefined);
  if (isForSignedInOnly) return fail({ kind: 'signed-in-only', place: { kind: 'record', key: PROFILE } });
  const author = { did, handle: profile.handle, displayName: profile.displayName };
  const posts = [...entries].filter(([key]) => key.startsWith(POSTS));
  if (readPosts(author, posts).next().done) return fail({ kind: 'no-posts', place: null });
  return succeed({
    account: { did, profile, isWhole: true },
    count: posts.length,
    posts: readPosts(author, posts),
  });
}

/** Those that can be read and shown, in no order. */
function* readPosts(author: Author, posts: readonly (readonly [string, Entry])[]): Generator<FetchedPost> {
  for (const [key, { cid, bytes }] of posts) {
    const uri = readPostUri(`at://${author.did}/${key}`);
    const post = uri && bytes && readRecord(author, uri, decode(bytes));
    if (post) yield { uri, cid, post };
  }
}
