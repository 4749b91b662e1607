import type { FetchedPost } from '../../core/sources/fetched-post.ts';
import type { FoundPosts } from '../../core/sources/found-posts.ts';
import type { ImportFault } from '../../core/sources/import-state.ts';

/** A file begins; `more` asks for the next of its posts. */
export type ToReader = Blob | 'more';

/** What the file's reader answers to each, and how far it is meanwhile. */
export type FromReader = Progress | ReaderAnswer;

export interface Progress {
  readonly kind: 'progress';
  readonly bytes: number;
  readonly posts: number;
}

export type ReaderAnswer =
  | { readonly kind: 'account'; readonly account: FoundPosts['account']; readonly count: number }
  | { readonly kind: 'text'; readonly text: string }
  /** None after the last. */
  | { readonly kind: 'posts'; readonly posts: readonly FetchedPost[] }
  | { readonly kind: 'fault'; readonly fault: ImportFault };
