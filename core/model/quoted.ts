import type { AtUri, PostId } from './ids.ts';
import type { Post } from './post.ts';

/** The address of the post that a post quotes; null where it quotes none, and where that is not known. */
export function quotedUri({ quote }: Pick<Post, 'quote'>): AtUri | null {
  return quote === 'none' ? null : quote;
}

/** The id of the post that a post quotes; null as above. */
export function idOfQuoted(post: Pick<Post, 'quote'>): PostId | null {
  // An address names a post for good, in all feeds.
  const uri: string | null = quotedUri(post);
  return uri;
}
