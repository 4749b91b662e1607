import type { Did, Handle } from '../model/ids.ts';
import type { Post } from '../model/post.ts';

const SITE = 'https://bsky.app';
/** https://atproto.com/specs/at-uri-scheme */
const POST = /^at:\/\/(did:[a-z]+:[\w.%:-]+)\/app\.bsky\.feed\.post\/([\w.~:-]+)$/;
const MAX_WORDS = 4;
/** Letters; shorter words stand in too many posts. */
const SHORTEST = 5;
/** Words as they stand, not parts of addresses, handles or tags; a search takes apart words with marks in them. */
const WORD = /(?<![\p{L}\p{N}@#./’'-])\p{L}+(?![\p{L}\p{N}@/’'-]|\.\p{L}|:\/)/gu;

/** The account's page on Bluesky; it keeps its address by the DID, whatever its handle becomes. */
export function profileAddress(account: Handle | Did): string {
  return `${SITE}/profile/${encodeURIComponent(account).replaceAll('%3A', ':')}`;
}

/** A post's own page on Bluesky; null where its source does not give its address. */
export function postAddress({ uri }: Pick<Post, 'uri'>): string | null {
  const [, did, key] = POST.exec(uri ?? '') ?? [];
  return did === undefined || key === undefined ? null : `${profileAddress(did)}/post/${key}`;
}

/**
 * A search on Bluesky that finds a post by its own long words, where its feed gives no address of it; null for a
 * post without any. Within the account's posts, unless it is known to be a repost of somebody else's.
 */
export function searchAddress({ text, isRepost }: Post, handle: Handle): string | null {
  const words = rareWords(text);
  if (words.length === 0) return null;
  const query = [...(isRepost === true ? [] : [`from:${handle}`]), ...words.map((word) => `"${word}"`)].join(' ');
  return `${SITE}/search?q=${encodeURIComponent(query)}`;
}

/** A search on Bluesky for what links to an address; it is answered to those who are signed in. */
export function linkSearchAddress(address: string): string {
  return `${SITE}/search?q=${encodeURIComponent(address)}`;
}

/** The longest words, which are the rarest, in the order of the text. */
function rareWords(text: string): string[] {
  const words = [...new Set(text.match(WORD) ?? [])].filter(({ length }) => length >= SHORTEST);
  const longest = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, MAX_WORDS));
  return words.filter((word) => longest.has(word));
}
