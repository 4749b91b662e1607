import { isIfgHost } from '../../address/canonical.ts';
import { findTextAddresses } from '../../address/text-addresses.ts';
import { unwrapAddress } from '../../address/unwrap.ts';
import type { AtUri, Did } from '../../model/ids.ts';
import { quotedUri } from '../../model/quoted.ts';
import { remembered } from '../../remembered.ts';
import type { FetchedPost } from '../fetched-post.ts';
import type { SourcePost } from '../source-feed.ts';
import { ownerOf } from './names.ts';

/** `reports`: what speaks of the Institute's pages, with what the account chained to it, and what quotes either. */
export type Keep = 'reports' | 'all';

/**
 * Which posts of an account are kept, in their order: all, or those that speak of the Institute’s pages, what the account
 * says in threads of its own in which one of these stands, and all of that again of what quotes a post that is kept.
 */
export function keptPosts(posts: readonly SourcePost[], did: Did, keep: Keep): readonly SourcePost[] {
  if (keep === 'all') return posts;
  const own = new Map(
    posts.flatMap((post) => (post.uri !== null && post.author?.did === did ? [[post.uri, post]] : [])),
  );
  const threadOf = remembered((post: SourcePost) => ownThread(post, own) ?? post.uri ?? post);
  const threads = Map.groupBy(posts, threadOf);
  const quoting = Map.groupBy(posts, quotedUri);
  const left = posts.filter(speaksOfIfg).map(threadOf);
  const kept = new Set<AtUri | SourcePost>();
  for (let thread = left.pop(); thread !== undefined; thread = left.pop()) {
    if (kept.has(thread)) continue;
    kept.add(thread);
    for (const { uri } of threads.get(thread) ?? [])
      left.push(...((uri === null ? null : quoting.get(uri)) ?? []).map(threadOf));
  }
  return posts.filter((post) => kept.has(threadOf(post)));
}

/** The same of posts with their addresses. */
export function keptFetched<Fetched extends FetchedPost>(
  fetched: readonly Fetched[],
  did: Did,
  keep: Keep,
): readonly Fetched[] {
  const kept = new Set(
    keptPosts(
      fetched.map(({ post }) => post),
      did,
      keep,
    ),
  );
  return fetched.filter(({ post }) => kept.has(post));
}

/**
 * Whether a post leads to a page of the Institute's: by a link, its card or that of what it quotes, an address in its text or one that an image
 * shows, also through what is known or believed to lead there. The front page is none that posts are about.
 */
export function speaksOfIfg({ links, linkCard, quotedCard, alternativeTexts }: SourcePost): boolean {
  const cards = [linkCard?.address ?? '', quotedCard?.address ?? ''];
  const addresses = [...links.map(({ shown, address }) => address ?? shown), ...cards];
  return addresses.some(leadsToPage) || alternativeTexts.some((text) => findTextAddresses(text).length > 0);
}

function leadsToPage(address: string): boolean {
  const url = unwrapAddress(address)?.url;
  return url !== undefined && isIfgHost(url.hostname) && url.pathname !== '/';
}

/** The first post of the thread that a post of the account stands in, or the first of what it says below somebody else's. */
function ownThread(post: SourcePost, own: ReadonlyMap<AtUri, SourcePost>): AtUri | null {
  let { uri, reply, author } = post;
  if (uri === null || !own.has(uri)) return null;
  const seen = new Set<AtUri>();
  while (reply !== null && reply !== 'none' && !seen.has(uri)) {
    seen.add(uri);
    if (ownerOf(reply.root) === author?.did) return reply.root;
    const parent = own.get(reply.parent);
    if (parent?.uri == null) return uri;
    ({ uri, reply, author } = { ...parent, uri: parent.uri });
  }
  return reply === null ? null : uri;
}
