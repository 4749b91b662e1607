import { canonicalAddress, startNames } from '../address/canonical.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import type { Publication } from '../model/publication.ts';
import {
  type AddressEvidence,
  lettersShown,
  makeTitleCandidate,
  readEvidence,
  type TitleCandidate,
} from '../recognise/evidence.ts';
import { groupOfSection, pageOf } from './sections.ts';

/** What a publication says of where it stands, prepared once to be compared with others of its title. */
export interface Whereabouts {
  readonly isIfg: boolean;
  readonly candidate: TitleCandidate;
  /** The years that its titles name; of a series' part, those of the series. */
  readonly years: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  readonly addresses: readonly AddressEvidence[];
  /** The starts of paths that display forms show, under each name that the site gives them. */
  readonly starts: readonly string[];
  readonly sections: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
}

const YEAR = /(?:19|20)\d\d/;
/** Addresses and display forms that are compared; no publication has as many. */
const MAX_COMPARED = 50;

/** `members` are the entries that are one by their addresses, `merged` what they say together. */
export function readWhereabouts(merged: Publication, members: readonly Publication[]): Whereabouts {
  const displayForms = merged.displayForms.toSorted().slice(0, MAX_COMPARED);
  const bare = { ...merged, addresses: [], displayForms: [] };
  const candidate = makeTitleCandidate({ ...bare, title: '', displayForms });
  return {
    isIfg: merged.isIfg,
    candidate,
    years: new Set(
      [merged.title, ...merged.otherTitles]
        .filter((title) => YEAR.test(title))
        .flatMap((title) => makeTitleCandidate({ ...bare, title }).years),
    ),
    pages: new Set(merged.addresses.map(pageOf)),
    addresses: merged.addresses.toSorted().slice(0, MAX_COMPARED).map(evidenceOf),
    starts: displayForms.flatMap(startsOf),
    sections: new Set(members.flatMap(({ section }) => groupOfSection(section) ?? [])),
    hosts: new Set([...merged.addresses, ...displayForms].flatMap(hostOf)),
    sites: new Set(members.flatMap(({ siteName }) => siteName ?? [])),
  };
}

/** Whether two publications of one title cannot be one. Symmetric. */
export function contradict(one: Whereabouts, other: Whereabouts): boolean {
  if (one.isIfg !== other.isIfg || areApart(one.sections, other.sections)) return true;
  if (!one.isIfg && areOnOtherSites(one, other)) return true;
  if (areApart(one.pages, other.pages) || disagreeInYears(one, other) || disagreeInYears(other, one)) return true;
  return one.pages.size > 0 && other.pages.size > 0 ? false : lettersAgreed(one, other) === null;
}

/**
 * How many letters of a page's own name two publications agree in by what display forms show; null where what is shown
 * cannot be of one page, 0 also where nothing is shown.
 */
export function lettersAgreed(one: Whereabouts, other: Whereabouts): number | null {
  const compared = [lettersIn(one, other), lettersIn(other, one), lettersBoth(one, other)].filter(
    (letters) => letters !== undefined,
  );
  if (compared.includes(null)) return null;
  return Math.max(0, ...compared.filter((letters) => letters !== null));
}

/** Whether both say where they stand at all, be it only the section. */
export function areBothShown(one: Whereabouts, other: Whereabouts): boolean {
  return [one, other].every(({ pages, starts }) => pages.size > 0 || starts.length > 0);
}

/** Whether two pages elsewhere are on one site, or nothing is known of either's. */
export function areOnOneSite(one: Whereabouts, other: Whereabouts): boolean {
  const isUnknown = [one, other].every(({ hosts, sites }) => hosts.size === 0 && sites.size === 0);
  return isUnknown || !areDisjoint(one.hosts, other.hosts) || !areDisjoint(one.sites, other.sites);
}

function areOnOtherSites(one: Whereabouts, other: Whereabouts): boolean {
  if (one.hosts.size > 0 && other.hosts.size > 0) return areDisjoint(one.hosts, other.hosts);
  return areApart(one.sites, other.sites);
}

function areApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && areDisjoint(one, other);
}

function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  return [...small].every((value) => !large.has(value));
}

/** The years of a title tell the parts of a series apart, and an address that names others is another part's. */
function disagreeInYears({ years }: Whereabouts, { addresses }: Whereabouts): boolean {
  return addresses.length > 0 && addresses.every((address) => areApart(years, address.years));
}

/** What one's display forms show of the other's addresses; undefined where one of them has none. */
function lettersIn({ candidate }: Whereabouts, { addresses }: Whereabouts): number | null | undefined {
  if (candidate.shownPaths.length === 0 || addresses.length === 0) return undefined;
  const letters = addresses.map((address) => lettersShown(candidate, address)).filter((each) => each !== null);
  return letters.length === 0 ? null : Math.max(...letters);
}

function lettersBoth(one: Whereabouts, other: Whereabouts): number | null | undefined {
  if (one.starts.length === 0 || other.starts.length === 0) return undefined;
  if (one.pages.size > 0 || other.pages.size > 0) return undefined;
  let most: number | null = null;
  for (const a of one.starts)
    for (const b of other.starts) {
      const [short, long] = a.length < b.length ? [a, b] : [b, a];
      if (long.startsWith(short)) most = Math.max(most ?? 0, lettersBelowSection(short));
    }
  return most;
}

function lettersBelowSection(start: string): number {
  const section = /^\/(?:(?:article|news)\/)?[^/]*\/?/.exec(start)?.[0] ?? '';
  return start.length - section.length;
}

/** The site's addresses are in lower case, others are compared as if they were. */
function evidenceOf(address: CanonicalAddress): AddressEvidence {
  return readEvidence((canonicalAddress(address) ?? address).toLowerCase());
}

function startsOf(form: string): string[] {
  const shown = form
    .toLowerCase()
    .replace(/^[^/?#]+/, '')
    .replace(/(?:\.\.\.|…)$/, '')
    .replace(/[?#].*$/, '');
  return startNames(shown);
}

function hostOf(address: string): string[] {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase();
  return host === undefined ? [] : [host];
}
