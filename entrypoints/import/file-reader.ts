import { MOST_IMPORTED } from '../../core/protocol/accounts.ts';
import type { FetchedPost } from '../../core/sources/fetched-post.ts';
import { readImport } from '../../core/sources/read-import.ts';
import type { FromReader, ToReader } from './messages.ts';

const FAILED = { kind: 'fault', fault: { kind: 'failed', place: null } } as const satisfies FromReader;
/** Bytes between what is told of them: a hundred times in a large file, and once in a small one. */
const STEP = 1_000_000;

/** Reads one file for a page: `tell` gets the answers to what is put in. */
export function createFileReader(tell: (message: FromReader) => void): (message: ToReader) => Promise<void> {
  let posts: Iterator<FetchedPost> = [].values();
  let told = 0;
  const begin = async (file: Blob) => {
    const found = await readImport(file, (bytes, posts) => {
      if (bytes - told < STEP && bytes < file.size) return;
      told = bytes;
      tell({ kind: 'progress', bytes, posts });
    });
    if (!found.ok) return tell({ kind: 'fault', fault: found.error });
    if (found.value.kind === 'text') return tell(found.value);
    posts = found.value.posts[Symbol.iterator]();
    tell({ kind: 'account', account: found.value.account, count: found.value.count });
  };
  return (message) =>
    Promise.resolve()
      .then(() => (message === 'more' ? tell({ kind: 'posts', posts: take(posts, MOST_IMPORTED) }) : begin(message)))
      .catch(() => tell(FAILED));
}

function take<Item>(items: Iterator<Item>, most: number): readonly Item[] {
  const taken: Item[] = [];
  while (taken.length < most) {
    const next = items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
