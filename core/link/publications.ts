import { canonicalAddress, isIfgAddress, pathParts } from '../address/canonical.ts';
import { isIfgShown } from '../address/display-form.ts';
import type { LinkCard, TextAddress } from '../model/post.ts';
import type { Publication, PublicationKind } from '../model/publication.ts';
import type { SourcePost } from '../sources/source-feed.ts';
import { titleKey } from '../text/titles.ts';
import { wordsOf } from '../text/words.ts';
import type { KnownAddress } from './known-addresses.ts';
import { kindOfSection } from './sections.ts';

const IFG = 'Institute for Government';
const CHAPTER = /^.+ \d{4}(?: \([^)]*\))?: \S/;

/** The publication of each post's link card, by post; two posts with the same card share one. */
export function findPublications(
  posts: readonly SourcePost[],
  known: readonly KnownAddress[],
): { readonly publications: Publication[]; readonly ofPost: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>();
  const byId = new Map<string, Publication>();
  const ofPost = new Map<string, string>();
  const addressOfTitle = new Map(known.map(({ title, address }) => [knownKey(title), address]));
  for (const post of posts) {
    if (post.linkCard === null) continue;
    const { title, siteName } = post.linkCard;
    const card = `${siteName === IFG} ${title}`;
    const id = ids.get(card) ?? idOf(post.linkCard);
    ids.set(card, id);
    const address = addressOf(post.linkCard, post.addresses);
    const publication = byId.get(id) ?? makePublication(id, post.linkCard, addressOfTitle.get(knownKey(title)));
    byId.set(id, mergeAddress(publication, address));
    ofPost.set(post.id, id);
  }
  return { publications: [...byId.values()], ofPost };
}

function makePublication(id: string, card: LinkCard, address: string | undefined): Publication {
  const { title, titleIsCertain, description, siteName } = card;
  const start: Publication = {
    id,
    kind: 'page',
    title,
    otherTitles: [],
    titleIsCertain,
    description,
    siteName,
    isIfg: siteName === IFG,
    section: null,
    addresses: [],
    displayForms: [],
    coverageOf: null,
  };
  const withAddress = address === undefined ? start : mergeAddress(start, { shown: address, isComplete: true });
  return { ...withAddress, kind: kindOf(withAddress) };
}

function mergeAddress(publication: Publication, address: TextAddress | null): Publication {
  if (address === null || isMerged(publication, address)) return publication;
  const section = publication.section ?? sectionOf(publication, address.shown);
  const canonical = address.isComplete ? canonicalAddress(address.shown) : null;
  const addresses = canonical === null ? publication.addresses : union(publication.addresses, canonical);
  const shown = address.shown.replace(/^https?:\/\//i, '');
  const displayForms = address.isComplete ? publication.displayForms : union(publication.displayForms, shown);
  const merged = { ...publication, section, addresses, displayForms };
  return { ...merged, kind: kindOf(merged) };
}

function isMerged(publication: Publication, { shown }: TextAddress): boolean {
  return publication.displayForms.includes(shown);
}

/** The first part of a path, where the address shows it whole: `/publication/...` does, `/explainers...` does not. */
function sectionOf(publication: Publication, shown: string): string | null {
  if (!publication.isIfg) return null;
  const canonical = canonicalAddress(shown.replace(/\.\.\.$/, ''));
  if (canonical === null || !isIfgAddress(canonical)) return null;
  const parts = pathParts(canonical);
  const isWhole = parts.length > 1 || /\/(?:\.\.\.)?$/.test(shown);
  return isWhole ? (parts[0] ?? null) : null;
}

function kindOf(publication: Publication): PublicationKind {
  if (!publication.isIfg) return 'page';
  if (CHAPTER.test(publication.title)) return 'chapter';
  return kindOfSection(publication.section) ?? 'page';
}

/** The address in a post's text that is its card's: the only one on the card's kind of site, else unknown. */
export function addressOf(card: LinkCard, addresses: readonly TextAddress[]): TextAddress | null {
  const fitting = addresses.filter(({ shown }) => isIfgShown(shown) === (card.siteName === IFG));
  const distinct = new Map(fitting.map((address) => [address.shown, address]));
  return distinct.size === 1 ? (fitting[0] ?? null) : null;
}

/** Titles without words are told apart by what they have instead. */
function knownKey(title: string): string {
  return titleKey(title) || title;
}

function idOf(card: LinkCard): string {
  return `${card.siteName === IFG ? 'ifg' : 'page'}:${wordsOf(card.title).join('-') || card.title}`;
}

function union<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values : [...values, value];
}
