import { canonicalAddress, canonicalForm, isIfgAddress } from '../address/canonical.ts';
import { unwrapAddress } from '../address/unwrap.ts';
import type { Feed } from '../model/feed.ts';
import type { CanonicalAddress, PostId, PublicationId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Publication } from '../model/publication.ts';
import { createRelated, relate } from '../related/related.ts';
import { type AddressEvidence, readEvidence } from './evidence.ts';
import { addressesAbove, claim, matchBySlug, matchByTitle, readTitles, type TitleHints } from './recognise.ts';
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

const NONE: Match = { sureness: 'none', publication: null, relatedPosts: [], reasons: [] };

/** Works over any number of feeds: what several say of one publication is known of it together. */
export function createResolver(feeds: readonly Feed[]): Resolver {
  const publications = mergePublications(feeds);
  const titles = readTitles([...publications.values()]);
  const findRelated = createRelated(feeds);
  const postsAbout = createPostsAbout(feeds);
  const byAddress = new Map<CanonicalAddress, Publication>(
    [...publications.values()].flatMap((publication) =>
      publication.addresses.map((address) => [address, publication] as const),
    ),
  );

  /** A page below one that is known: a chapter's methodology is not the chapter. */
  const matchAbove = (address: CanonicalAddress): Match | null => {
    const above = addressesAbove(address).flatMap((each) => byAddress.get(each) ?? [])[0];
    return above === undefined
      ? null
      : relate(postsAbout(above.id), [{ kind: 'below-publication', title: above.title }]);
  };
  /** A series' own page, where no post is about the whole of it. */
  const matchParts = (evidence: AddressEvidence): Match | null => {
    const parts = findParts(evidence, titles).map(({ publication }) => publication);
    if (parts.length === 0) return null;
    const posts = new Set(parts.flatMap(({ id }) => postsAbout(id)));
    return posts.size === 0
      ? null
      : relate([...posts], [{ kind: 'parts-known', titles: parts.map(({ title }) => title) }]);
  };
  const recognise = (query: Query, address: CanonicalAddress): Match | null => {
    const known = byAddress.get(address);
    if (known !== undefined) return claim('exact', known.id, [{ kind: 'address-known' }]);
    if (!isIfgAddress(address)) return null;
    const named = byAddress.get(canonicalAddress(query.canonical ?? '') ?? '');
    if (named?.isIfg) return claim('exact', named.id, [{ kind: 'canonical-known' }]);
    const evidence = readEvidence(address);
    return (
      matchByTitle(query, evidence, titles) ??
      matchBySlug(query, evidence, titles) ??
      matchAbove(address) ??
      matchParts(evidence) ??
      findRelated(query, evidence)
    );
  };
  return {
    postsAbout,
    resolve(query) {
      const unwrapped = unwrapAddress(query.url);
      const address = unwrapped === null ? null : canonicalForm(unwrapped.url);
      const match = (address !== null && recognise(query, address)) || NONE;
      return { ...carriedThrough(match, unwrapped?.through ?? null), address };
    },
  };
}

/** What is reached through a host that is not known to lead there is at most likely. */
function carriedThrough(match: Match, host: string | null): Match {
  if (host === null || match.sureness === 'none') return match;
  const sureness = match.sureness === 'exact' ? 'likely' : match.sureness;
  return { ...match, sureness, reasons: [...match.reasons, { kind: 'carried-through', host }] };
}

/** Each publication once, with all addresses and display forms that any feed knows of it. */
function mergePublications(feeds: readonly Feed[]): ReadonlyMap<PublicationId, Publication> {
  const merged = new Map<PublicationId, Publication>();
  for (const publication of feeds.flatMap((feed) => feed.publications)) {
    const known = merged.get(publication.id);
    merged.set(publication.id, known === undefined ? publication : merge(known, publication));
  }
  return merged;
}

function merge(one: Publication, other: Publication): Publication {
  return {
    ...one,
    section: one.section ?? other.section,
    addresses: [...new Set([...one.addresses, ...other.addresses])],
    displayForms: [...new Set([...one.displayForms, ...other.displayForms])],
  };
}

function createPostsAbout(feeds: readonly Feed[]): (publication: PublicationId) => readonly PostId[] {
  const about = new Map<PublicationId, PostId[]>();
  for (const post of feeds.flatMap((feed) => feed.posts)) {
    for (const id of post.publications) {
      const posts = about.get(id);
      if (posts === undefined) about.set(id, [post.id]);
      else posts.push(post.id);
    }
  }
  return (publication) => about.get(publication) ?? [];
}
