import { canonicalAddress, canonicalForm, isIfgAddress } from '../address/canonical.ts';
import { unwrapAddress } from '../address/unwrap.ts';
import { isNamedByAddress } from '../link/named-by-address.ts';
import { publicationsOfFeeds } from '../link/publications-of-feeds.ts';
import type { Feed } from '../model/feed.ts';
import type { CanonicalAddress, PostId, PublicationId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { MergedPublication, Publication } from '../model/publication.ts';
import { findRelated, type KnownPosts, knownPosts, relate } from '../related/related.ts';
import type { Lookup } from '../text/postings.ts';
import { type AddressEvidence, readEvidence } from './evidence.ts';
import {
  addressesAbove,
  claim,
  matchBySlug,
  matchByTitle,
  readTitles,
  type TitleHints,
  type Titles,
} from './recognise.ts';
import { findParts } from './series.ts';

export interface Query extends TitleHints {
  readonly url: string;
  /** What the page in front calls its own address. */
  readonly canonical?: string;
}

export interface ResolvedMatch extends Match {
  readonly address: CanonicalAddress | null;
}

export interface Resolver {
  /** Says which publication an address belongs to, how sure, and why. Takes any strings; never throws. */
  resolve(query: Query): ResolvedMatch;
  /** The posts of all feeds about a publication, by themselves or through their thread. */
  postsAbout(publication: PublicationId): readonly PostId[];
}

/** What recognising asks of a library. */
export interface Known extends Titles, KnownPosts {
  readonly byAddress: Lookup<CanonicalAddress, Publication>;
  /** The posts about a publication, by themselves or through their thread. */
  readonly postsAbout: Lookup<PublicationId, readonly PostId[]>;
}

/** A query, read once. */
export interface ReadQuery {
  readonly query: Query;
  readonly address: CanonicalAddress | null;
  /** The host through which it leads there and that is not known to; null where there is none. */
  readonly through: string | null;
  /** What the Institute's address says; null for another's. */
  readonly evidence: AddressEvidence | null;
}

const NONE: Match = { sureness: 'none', publication: null, relatedPosts: [], reasons: [] };

/** Takes any strings; never throws. */
export function readQuery(query: Query): ReadQuery {
  const unwrapped = unwrapAddress(query.url);
  const address = unwrapped === null ? null : canonicalForm(unwrapped.url);
  const evidence = address !== null && isIfgAddress(address) ? readEvidence(address) : null;
  return { query, address, through: unwrapped?.through ?? null, evidence };
}

/** Which publication is claimed, or whose posts are related; null where nothing that is known says any of these. */
export function recognise({ query, address, evidence }: ReadQuery, known: Known): Match | null {
  if (address === null) return null;
  const own = known.byAddress.get(address);
  if (own !== undefined && (evidence === null || !isNamedByAddress(own))) return exact(own, 'address-known');
  if (evidence === null) return null;
  const canonical = canonicalAddress(query.canonical ?? '');
  const there = canonical === null ? undefined : known.byAddress.get(canonical);
  const named = there?.isIfg ? there : undefined;
  if (named !== undefined && !isNamedByAddress(named)) return exact(named, 'canonical-known');
  return (
    matchByTitle(query, evidence, known) ??
    matchBySlug(query, evidence, known) ??
    // Of what has no title here, another feed may have known more by that.
    (own && exact(own, 'address-known')) ??
    (named && exact(named, 'canonical-known')) ??
    matchAbove(address, known) ??
    matchParts(evidence, known)
  );
}

function exact({ id }: Publication, kind: 'address-known' | 'canonical-known'): Match {
  return claim('exact', id, [{ kind }]);
}

/** Posts on the same subject, for what is not recognised. */
export function findAlike({ query, evidence }: ReadQuery, known: KnownPosts): Match | null {
  return evidence && findRelated(query, evidence, known);
}

/** What is said of a query, from what was found. */
export function conclude({ address, through }: ReadQuery, match: Match | null): ResolvedMatch {
  return { ...carriedThrough(match ?? NONE, through), address };
}

/** A page below one that is known: a chapter's methodology is not the chapter. */
function matchAbove(address: CanonicalAddress, { byAddress, postsAbout }: Known): Match | null {
  const [above] = addressesAbove(address).flatMap((each) => byAddress.get(each) ?? []);
  if (above === undefined) return null;
  return relate(postsAbout.get(above.id) ?? [], [{ kind: 'below-publication', title: above.title }]);
}

/** A series' own page, where no post is about the whole of it. */
function matchParts(evidence: AddressEvidence, known: Known): Match | null {
  const parts = [
    ...new Map(findParts(evidence, known).map(({ publication }) => [publication.id, publication])).values(),
  ];
  if (parts.length === 0) return null;
  const posts = new Set(parts.flatMap(({ id }) => known.postsAbout.get(id) ?? []));
  return posts.size === 0
    ? null
    : relate([...posts], [{ kind: 'parts-known', titles: parts.map(({ title }) => title) }]);
}

/** Works over any number of feeds: what several say of one publication is known of it together. */
export function createResolver(feeds: readonly Feed[]): Resolver {
  const publications = publicationsOfFeeds(feeds);
  const postsAbout = findPostsAbout(feeds, publications);
  const known: Known = {
    ...readTitles(publications),
    ...knownPosts(feeds),
    byAddress: new Map(
      publications.flatMap((publication) => publication.addresses.map((address) => [address, publication] as const)),
    ),
    postsAbout,
  };
  return {
    postsAbout: (publication) => postsAbout.get(publication) ?? [],
    resolve(query) {
      const read = readQuery(query);
      return conclude(read, recognise(read, known) ?? findAlike(read, known));
    },
  };
}

/** What is reached through a host that is not known to lead there is at most likely. */
function carriedThrough(match: Match, host: string | null): Match {
  if (host === null || match.sureness === 'none') return match;
  const sureness = match.sureness === 'exact' ? 'likely' : match.sureness;
  return { ...match, sureness, reasons: [...match.reasons, { kind: 'carried-through', host }] };
}

/** By any id under which feeds speak of a publication; a post that several feeds hold is one. */
function findPostsAbout(
  feeds: readonly Feed[],
  publications: readonly MergedPublication[],
): ReadonlyMap<PublicationId, readonly PostId[]> {
  const about = new Map<PublicationId, Set<PostId>>();
  for (const { members } of publications) {
    const posts = new Set<PostId>();
    for (const id of members) about.set(id, posts);
  }
  for (const post of feeds.flatMap((feed) => feed.posts))
    for (const id of post.publications) about.get(id)?.add(post.id);
  return new Map([...about].map(([id, posts]) => [id, [...posts]]));
}
