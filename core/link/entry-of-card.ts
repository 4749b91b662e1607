import { canonicalAddress, isIfgAddress, pathParts } from '../address/canonical.ts';
import { isIfgShown } from '../address/display-form.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import type { LinkCard, TextAddress } from '../model/post.ts';
import type { Publication, PublicationKind } from '../model/publication.ts';
import { contradict, readWhereabouts } from './contradictions.ts';
import { kindOfSection } from './sections.ts';

export const IFG = 'Institute for Government';
const CHAPTER = /^.+ \d{4}(?: \([^)]*\))?: \S/;

/** What a link card and the address beside it say of a publication. */
export function entryOfCard(id: string, card: LinkCard, address: TextAddress | null): Publication {
  const { title, titleIsCertain, description, siteName } = card;
  const isIfg = siteName === IFG;
  const section = address !== null && isIfg ? sectionOf(address.shown) : null;
  return {
    id,
    kind: isIfg ? kindOf(title, section) : 'page',
    title,
    otherTitles: [],
    titleIsCertain,
    description,
    siteName,
    isIfg,
    section,
    ...(address === null ? { addresses: [], displayForms: [] } : whereOf(address)),
    coverageOf: null,
  };
}

/** With an address that somebody found for its title, where nothing speaks against that. */
export function withKnownAddress(entry: Publication, known: CanonicalAddress | undefined): Publication {
  if (known === undefined || entry.addresses.includes(known)) return entry;
  const there = { ...entry, addresses: [known], displayForms: [] };
  if (contradict(readWhereabouts(entry, [entry]), readWhereabouts(there, [there]))) return entry;
  const section = entry.section ?? (entry.isIfg ? sectionOf(known) : null);
  const kind = entry.isIfg ? kindOf(entry.title, section) : entry.kind;
  return { ...entry, kind, section, addresses: [known, ...entry.addresses] };
}

/** The address in a post's text that is its card's: the only one on the card's kind of site, else unknown. */
export function addressOf(card: LinkCard, addresses: readonly TextAddress[]): TextAddress | null {
  const fitting = addresses.filter(({ shown }) => isIfgShown(shown) === (card.siteName === IFG));
  const distinct = new Map(fitting.map((address) => [address.shown, address]));
  return distinct.size === 1 ? (fitting[0] ?? null) : null;
}

function whereOf({ shown, isComplete }: TextAddress): Pick<Publication, 'addresses' | 'displayForms'> {
  if (!isComplete) return { addresses: [], displayForms: [shown.replace(/^https?:\/\//i, '')] };
  const canonical = canonicalAddress(shown);
  return { addresses: canonical === null ? [] : [canonical], displayForms: [] };
}

/** The first part of a path, where the address shows it whole: `/publication/...` does, `/explainers...` does not. */
function sectionOf(shown: string): string | null {
  const canonical = canonicalAddress(shown.replace(/\.\.\.$/, ''));
  if (canonical === null || !isIfgAddress(canonical)) return null;
  const parts = pathParts(canonical);
  const isWhole = parts.length > 1 || /\/(?:\.\.\.)?$/.test(shown);
  return isWhole ? (parts[0] ?? null) : null;
}

/** Only what may be a report may be a chapter of one: "Budget 2025: What to look out for" is an explainer. */
function kindOf(title: string, section: string | null): PublicationKind {
  const kind = kindOfSection(section);
  return (kind === null || kind === 'report') && CHAPTER.test(title) ? 'chapter' : (kind ?? 'page');
}
