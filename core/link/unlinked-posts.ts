import { isIfgShown } from '../address/display-form.ts';
import { leadsTo } from '../address/unwrap.ts';
import type { FeedId, PostId } from '../model/ids.ts';
import type { LinkCard, Post, TextAddress } from '../model/post.ts';
import { siteNameOf } from '../sources/site-name.ts';
import type { SourceCard, SourceLink, SourcePost } from '../sources/source-feed.ts';
import { hashOf } from '../text/hash.ts';

const IFG = 'Institute for Government';

/** A link card and what it leads to; null where that is not known. */
export interface LinkedCard {
  readonly card: LinkCard;
  readonly address: string | null;
}

/** A post with its id, before it is known which thread and publications it belongs to. */
export interface UnlinkedPost extends Omit<Post, 'thread' | 'publications'> {
  readonly reply: SourcePost['reply'];
  /** What its link card leads to; null where that is not known. */
  readonly cardAddress: string | null;
  /** The link card of what it quotes, and what that leads to; null where it has none, and where that is not known. */
  readonly quotedCard: LinkedCard | null;
}

/** The posts of a source in its order, each once, with an id that no other post's coming or going changes. */
export function namePosts(feed: FeedId, posts: readonly SourcePost[]): UnlinkedPost[] {
  const seen = new Map<string, number>();
  // From the oldest on, for new ones come before it.
  const named = eachOnce(posts).toReversed();
  return named
    .map(({ links, linkCard, quotedCard, ...post }) => ({
      ...post,
      id: idOf(post) ?? nextId(seen, `post:${hashOf(feed, post.time, post.text)}`),
      addresses: links.map(readLink),
      linkCard: linkCard && readCard(linkCard),
      cardAddress: cardAddressOf(linkCard),
      quotedCard: quotedCard === undefined ? null : { card: readCard(quotedCard), address: cardAddressOf(quotedCard) },
    }))
    .toReversed();
}

/** A post's address names it for good, in all feeds. */
function idOf({ uri }: Pick<SourcePost, 'uri'>): PostId | null {
  const id: string | null = uri;
  return id;
}

/** Who reposts a post of their own has it twice: as written, and as reposted. */
function eachOnce(posts: readonly SourcePost[]): SourcePost[] {
  const written = new Set(posts.flatMap(({ uri, isRepost }) => (isRepost === true ? [] : (uri ?? []))));
  const seen = new Set<string>();
  return posts.filter(({ uri, isRepost }) => {
    if (uri === null) return true;
    if (seen.has(uri) || (isRepost === true && written.has(uri))) return false;
    seen.add(uri);
    return true;
  });
}

/** Posts with one minute and one text differ in nothing that is known: a number tells them apart. */
function nextId(seen: Map<string, number>, base: string): PostId {
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  return count === 1 ? base : `${base}/${count}`;
}

function readLink({ shown, address }: SourceLink): TextAddress {
  return { shown: address ?? shown, isComplete: address !== null };
}

function cardAddressOf(card: SourceCard | null): string | null {
  return card === null || card.address === null ? null : leadsTo(card.address);
}

/** A card that names no site is of the one that it leads to. */
function readCard({ address, siteName, ...card }: SourceCard): LinkCard {
  return { ...card, siteName: siteName ?? (address === null ? null : siteOf(address)) };
}

function siteOf(address: string): string | null {
  const there = leadsTo(address);
  return isIfgShown(there) ? IFG : siteNameOf([readLink({ shown: there, address: there })]);
}
