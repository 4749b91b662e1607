import type { AtUri } from '../model/ids.ts';
import { type Read, shape, text } from '../protocol/shapes.ts';
import { MAX_NAME_LENGTH } from './limits.ts';
import type { SourcePost } from './source-feed.ts';
import { postForm } from './source-forms.ts';

/** A post under the address that names it for good, as the network or a file gives it. */
export interface FetchedPost {
  readonly uri: AtUri;
  /** Another one where the post was edited. */
  readonly cid: string;
  readonly post: SourcePost;
}

const name = text(MAX_NAME_LENGTH);
export const fetchedPostForm: Read<FetchedPost> = shape<FetchedPost>({ uri: name, cid: name, post: postForm });

/** In the order of a feed: the newest first; the later address first where two posts have one instant. */
export function inFeedOrder<Fetched extends FetchedPost>(posts: readonly Fetched[]): readonly Fetched[] {
  const compare = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
  return posts.toSorted((a, b) => compare(a.post.time, b.post.time) || compare(a.uri, b.uri));
}
