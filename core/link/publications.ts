import type { FeedId, PostId, PublicationId } from '../model/ids.ts';
import type { LinkCard, TextAddress } from '../model/post.ts';
import type { MergedPublication, Publication } from '../model/publication.ts';
import { hashOf } from '../text/hash.ts';
import { addressOf, entryOfCard, IFG, withKnownAddress } from './entry-of-card.ts';
import { identify } from './identity.ts';
import type { KnownAddress } from './known-addresses.ts';
import { linkedInText, publicationsInText } from './linked-in-text.ts';
import { sameTitleKey } from './same-title.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** A link card of a post, or of what it quotes, and the address that is the card's. */
interface PostCard {
  readonly post: string;
  readonly isQuoted: boolean;
  readonly card: LinkCard;
  readonly address: TextAddress | null;
}

/** Cards that say the same. */
interface SameCards {
  readonly entry: Publication;
  readonly oldest: PostCard;
  readonly cards: readonly PostCard[];
}

/** What posts link to. */
export interface Links {
  /** Which publications each post links to: its card's first, then what its text links to. */
  readonly ofPost: ReadonlyMap<PostId, readonly PublicationId[]>;
  /** Which of the Institute's the card leads to of what a post quotes, where it has one. */
  readonly ofQuoted: ReadonlyMap<PostId, PublicationId>;
}

/**
 * The publications of a feed's link cards, those with the newest first, then those of the Institute that texts alone link to; and
 * which of them each post links to. Posts come newest first. An id is made from the feed and the oldest card, so that it stays
 * when posts are added.
 */
export function findPublications(
  posts: readonly UnlinkedPost[],
  known: readonly KnownAddress[],
  feed: FeedId,
): Links & { readonly publications: Publication[] } {
  const same = groupSame(readCards(posts), known);
  const merged = identify(same.map(({ entry }) => entry));
  const ids = nameAll(merged, feed, new Map(same.map(({ entry, oldest }) => [entry.id, oldest])));
  const byId = new Map(merged.map((each) => [ids.get(each.id) ?? '', each]));
  const named = same.flatMap(({ entry, cards }) => cards.map((card) => ({ ...card, id: ids.get(entry.id) ?? '' })));
  const idsWhere = (isQuoted: boolean) =>
    new Map(named.filter((card) => card.isQuoted === isQuoted).map(({ post, id }) => [post, id] as const));
  const [ofCards, ofQuoted] = [idsWhere(false), idsWhere(true)];
  const inOrder = posts.flatMap(({ id }) => [ofCards.get(id) ?? [], ofQuoted.get(id) ?? []].flat());
  const withCard = [...new Set(inOrder)].flatMap((id) => withId(byId.get(id), id));
  const addresses = new Set(withCard.flatMap((each) => each.addresses));
  const publications = [...withCard, ...publicationsInText(posts, addresses, feed)];
  const linkedFrom = createLinks(publications);
  const ofPost = posts.map((post) => {
    const card = ofCards.get(post.id);
    return [post.id, [...new Set([...(card === undefined ? [] : [card]), ...linkedFrom(post)])]] as const;
  });
  return { publications, ofPost: new Map(ofPost), ofQuoted };
}

/** Finds the Institute's publications that a post's text links to. */
function createLinks(publications: readonly Publication[]): (post: UnlinkedPost) => readonly PublicationId[] {
  const own = publications.filter(({ isIfg }) => isIfg);
  const byAddress = new Map(own.flatMap(({ id, addresses }) => addresses.map((address) => [address, id] as const)));
  return (post) => linkedInText(post).flatMap((address) => byAddress.get(address) ?? []);
}

function withId(merged: MergedPublication | undefined, id: PublicationId): Publication[] {
  if (merged === undefined) return [];
  const { members: _, ...publication } = merged;
  return [{ ...publication, id }];
}

/** The oldest first. */
function readCards(posts: readonly UnlinkedPost[]): PostCard[] {
  return posts.flatMap((post) => [ownCard(post) ?? [], quotedCardOf(post) ?? []].flat()).toReversed();
}

function ownCard({ id, linkCard: card, cardAddress, addresses }: UnlinkedPost): PostCard | null {
  if (card === null) return null;
  return { post: id, isQuoted: false, card, address: wholeAddress(cardAddress) ?? addressOf(card, addresses) };
}

/** What is quoted of other sites is said of nothing here. */
function quotedCardOf({ id, quotedCard }: UnlinkedPost): PostCard | null {
  if (quotedCard?.card.siteName !== IFG) return null;
  return { post: id, isQuoted: true, card: quotedCard.card, address: wholeAddress(quotedCard.address) };
}

function wholeAddress(shown: string | null): TextAddress | null {
  return shown === null ? null : { shown, isComplete: true };
}

/** One entry for cards of one text, and for each address where these have several; its id counts in the feed only. */
function groupSame(cards: readonly PostCard[], known: readonly KnownAddress[]): SameCards[] {
  const addressOfTitle = new Map(known.map(({ title, address }) => [sameTitleKey(title), address]));
  const byText = Map.groupBy(cards, ({ card }) =>
    JSON.stringify([card.siteName === IFG, sameTitleKey(card.title), card.description]),
  );
  const groups = [...byText.values()].flatMap((alike) => {
    const byAddress = Map.groupBy(alike, ({ address }) => address?.shown);
    const addresses = [...byAddress.keys()].filter((shown) => shown !== undefined);
    return addresses.length > 1 ? [...byAddress.values()] : [alike];
  });
  const places = new Map(cards.map((card, place) => [card, place]));
  return groups
    .flatMap(([oldest, ...more]) => (oldest === undefined ? [] : [{ oldest, group: [oldest, ...more] }]))
    .toSorted((a, b) => (places.get(a.oldest) ?? 0) - (places.get(b.oldest) ?? 0))
    .map(({ oldest, group }, number) => {
      const entry = entryOfSame(`${number}`, oldest, group);
      return {
        entry: withKnownAddress(entry, addressOfTitle.get(sameTitleKey(entry.title))),
        oldest,
        cards: group,
      };
    });
}

function entryOfSame(id: string, oldest: PostCard, group: readonly PostCard[]): Publication {
  const withAddress = group.find(({ address }) => address !== null) ?? oldest;
  const titles = new Set(group.map(({ card }) => card.title));
  titles.delete(oldest.card.title);
  const card = { ...oldest.card, siteName: withAddress.card.siteName };
  return { ...entryOfCard(id, card, withAddress.address), otherTitles: [...titles] };
}

/** The id of each member. Where an older publication has the same title and site, what else is known tells them apart. */
function nameAll(
  merged: readonly MergedPublication[],
  feed: FeedId,
  oldestOf: ReadonlyMap<string, PostCard>,
): ReadonlyMap<string, PublicationId> {
  const given = new Set<string>();
  const ids = new Map<string, PublicationId>();
  for (const { id, members } of merged) {
    const oldest = oldestOf.get(id);
    if (oldest === undefined) continue;
    const { title, siteName, description } = oldest.card;
    const name = [feed, title, siteName ?? ''];
    const plain = `publication:${hashOf(...name)}`;
    const further = [...name, description, oldest.address?.shown ?? ''];
    const own = given.has(plain) ? `publication:${hashOf(...further)}` : plain;
    given.add(own);
    for (const member of members) ids.set(member, own);
  }
  return ids;
}
