import { postAddress, profileAddress } from '../cite/bluesky.ts';
import type { AtUri, Did } from '../model/ids.ts';
import type { Author } from '../model/post.ts';
import type { LinkedBy, LinkingAccount, LinkingPost } from '../protocol/linked-by.ts';
import type { SourcePost } from '../sources/source-feed.ts';
import type { Found, FoundPost } from './found.ts';

/** What the library has of what was found. */
export interface Held {
  readonly posts: ReadonlySet<AtUri>;
  readonly kept: ReadonlySet<AtUri>;
  readonly accounts: ReadonlySet<Did>;
}

type Written = LinkingPost & { readonly author: Author };

/** What was found, by accounts, and what of it the library has by now. */
export function presentFound({ posts, ...asked }: Found, held: Held): LinkedBy {
  const written = posts.flatMap((post) => writtenBy(post, held) ?? []).sort((a, b) => b.at - a.at);
  const accounts = [...Map.groupBy(written, ({ author }) => author.did).values()].flatMap((own): LinkingAccount[] => {
    const author = own[0]?.author;
    if (author === undefined) return [];
    const { did, handle, displayName: name } = author;
    return [
      { did, handle, name, isInLibrary: held.accounts.has(did), posts: own.map(({ author: _, ...post }) => post) },
    ];
  });
  return { ...asked, accounts };
}

function writtenBy({ fetched: { uri, post }, foundBy }: FoundPost, { posts, kept }: Held): Written | null {
  if (post.author === null) return null;
  return {
    author: post.author,
    uri,
    at: Date.parse(post.time),
    text: post.text,
    address: addressOf(uri, post.author),
    threadOf: threadOf(post),
    foundBy,
    isInLibrary: posts.has(uri),
    isKept: kept.has(uri),
  };
}

export function addressOf(uri: AtUri, author: Author): string {
  return postAddress({ uri }) ?? profileAddress(author.did);
}

function threadOf({ reply }: SourcePost): string | null {
  return reply === null || reply === 'none' ? null : postAddress({ uri: reply.root });
}
