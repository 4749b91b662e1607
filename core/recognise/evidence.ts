import { pathNames, pathOf, pathParts } from '../address/canonical.ts';
import { titlesOf } from '../link/named-by-address.ts';
import { isSection, sectionDepth } from '../link/sections.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import type { Publication } from '../model/publication.ts';
import { firstOf } from '../text/first-of.ts';
import { isNameless, readSeriesTitle, type SeriesTitle, titleKey, titleStems } from '../text/titles.ts';
import { stemsOf, wordsOf } from '../text/words.ts';

/** What a publication can be recognised by under one of its titles, prepared once. */
export interface TitleCandidate {
  readonly publication: Publication;
  /** As it is written. */
  readonly title: string;
  readonly stems: readonly string[];
  /** Whether parts of any report may be called so. */
  readonly isNameless: boolean;
  readonly series: SeriesTitle | null;
  /** The years that its address must have: of a part, those of its series. */
  readonly years: readonly string[];
  /** Display forms without their host, in lower case; empty where none is known. */
  readonly shownPaths: readonly string[];
  /** The last parts of the addresses that are known. */
  readonly knownNames: readonly string[];
  /** The years in those addresses: they tell a series' parts of one title apart. */
  readonly knownYears: readonly string[];
}

/** What kind of page an address is by its path: only pages with a title of their own are claimed by it. */
export type PageKind = 'page' | 'landing' | 'index' | 'file';

/** What an address says of its page, prepared once for all candidates. */
export interface AddressEvidence {
  readonly kind: PageKind;
  /** The path under each name that the site gives it. */
  readonly paths: readonly string[];
  /** All parts of the path, decoded. */
  readonly all: readonly string[];
  /** The part that names the page, as it stands. */
  readonly name: string;
  /** The stems of each part below the section. */
  readonly parts: readonly (readonly string[])[];
  /** The stems of the part that names the page, in order. */
  readonly slug: readonly string[];
  readonly years: ReadonlySet<string>;
}

const YEAR = /^(?:19|20)\d\d$/;
const SHORTENED = /^([^?#]{0,13})([?#].*)?\.\.\.$/;
const INDEXES =
  /^\/(?:our-work|our-people|people|person|profile|author|about|about-us|topics?|tags?|taxonomy|search|user|contact|jobs|programmes?|blog\/(?:category|page)|news\/latest)(?:\/|$)/;
/** How long a path may be before the site cuts it at a word. */
const MAX_PATH_LENGTH = 80;
/** UTF-16 units of a part that are looked at. */
const MAX_PART_LENGTH = 300;

/** One for each of its titles that says something else than those before it. */
export function makeTitleCandidates(publication: Publication): TitleCandidate[] {
  const titles = new Map(
    titlesOf(publication)
      .toReversed()
      .map((each) => [titleKey(each), each]),
  );
  return [...titles.values()].reverse().map((title) => makeTitleCandidate(publication, title));
}

export function makeTitleCandidate(publication: Publication, title = publication.title): TitleCandidate {
  const stems = titleStems(title);
  const series = readSeriesTitle(title);
  return {
    publication,
    title,
    stems,
    isNameless: isNameless(title),
    series,
    years: yearsIn(series?.series ?? stems),
    shownPaths: publication.displayForms.map((form) => form.replace(/^[^/?#]+/, '').toLowerCase()),
    knownNames: publication.addresses.map((address) => pathParts(address).at(-1) ?? ''),
    knownYears: publication.addresses.flatMap((address) =>
      pathParts(address).flatMap((part) => yearsIn(stemsOfPart(part))),
    ),
  };
}

export function readEvidence(address: CanonicalAddress): AddressEvidence {
  const pathname = pathOf(address);
  const all = pathParts(address).map((part) => firstOf(part, MAX_PART_LENGTH));
  const isFile = /\.pdf$/i.test(all.at(-1) ?? '');
  const below = isFile ? all.slice(-1).map(fileTitle) : all.slice(sectionDepth(all));
  const parts = below.map(stemsOfPart);
  return {
    kind: isFile ? 'file' : kindOfPath(pathname, all, below),
    paths: pathNames(pathname),
    all,
    name: all.at(-1) ?? '',
    parts: below.length === 0 ? [stemsOf((all[0] ?? '').replaceAll('-', ' '))] : parts,
    slug: below.length === 0 ? stemsOf((all[0] ?? '').replaceAll('-', ' ')) : (parts.at(-1) ?? []),
    years: new Set(parts.flatMap(yearsIn)),
  };
}

function stemsOfPart(part: string): string[] {
  return stemsOf(part.replace(/[-_]/g, ' '));
}

function kindOfPath(pathname: string, all: readonly string[], below: readonly string[]): PageKind {
  if (INDEXES.test(pathname) || isSection(all)) return 'index';
  return below.length === 0 ? 'landing' : 'page';
}

/** The years among stems in order; one with the next, as in "2022/23" and "2022-2023", is a year of another kind. */
function yearsIn(stems: readonly string[]): string[] {
  const isNext = (stem: string | undefined, year: string) =>
    stem === String(Number(year) + 1) || stem === String(Number(year) + 1).slice(2);
  return stems.flatMap((stem, place) => {
    const before = stems[place - 1] ?? '';
    if (!YEAR.test(stem) || (YEAR.test(before) && isNext(stem, before))) return [];
    return [isNext(stems[place + 1], stem) ? `${stem}/${Number(stem) + 1}` : stem];
  });
}

/** What an upload adds behind a file's name; a digit behind a hyphen, or a word that is numbered, tells a paper from the next. */
const UPLOADED =
  /(?:[-_ .](?:web|final|print|online|v\d|ifg)|(?<!part|paper|volume|phase|chapter|stage|module|annex)_\d|(?<=[-_ .](?:web|final|print|online))[-_ .]\d)$/i;

/** Reports' files carry their name with what the upload added: "_0", "_WEB_4", "-final". */
function fileTitle(name: string): string {
  let own = name.slice(0, -'.pdf'.length).replace(/^ifg[-_ ]/i, '');
  for (let shorter = own.replace(UPLOADED, ''); shorter !== own; shorter = own.replace(UPLOADED, '')) own = shorter;
  return own.replace(/[-_ ]+/g, ' ');
}

/** Whether the site may have cut an address's name at a word because the path was too long: what is cut is long itself. */
export function mayBeCut({ paths, name }: AddressEvidence): boolean {
  return (paths[0] ?? '').length >= MAX_PATH_LENGTH && name.length >= MAX_PATH_LENGTH / 2;
}

/**
 * How many letters of the address's path below its section a display form shows, where the address can be the one
 * shown; null where it cannot. 0 where no display form is known.
 */
export function lettersShown(candidate: TitleCandidate, address: AddressEvidence): number | null {
  if (candidate.shownPaths.length === 0 || address.kind === 'file') return 0;
  const letters = candidate.shownPaths.flatMap((shown) =>
    address.paths.flatMap((path) => (isShownAs(path, shown) ? [lettersBelowSection(path, shown)] : [])),
  );
  return letters.length === 0 ? null : Math.max(...letters);
}

/** The first display form that an address fits; undefined where there is none, or none is compared with it. */
export function fittingForm(
  { publication, shownPaths }: TitleCandidate,
  { kind, paths }: AddressEvidence,
): string | undefined {
  if (kind === 'file') return undefined;
  return publication.displayForms[shownPaths.findIndex((shown) => paths.some((path) => isShownAs(path, shown)))];
}

function isShownAs(path: string, shown: string): boolean {
  const shortened = SHORTENED.exec(shown);
  if (shortened === null) return path === shown.replace(/[?#].*$/, '').replace(/\/$/, '');
  const [, start = '', query] = shortened;
  return query === undefined ? path.length > 13 && path.startsWith(start) : path === start.replace(/\/$/, '');
}

function lettersBelowSection(path: string, shown: string): number {
  const parts = path.split('/').slice(1);
  const section = `/${parts.slice(0, sectionDepth(parts)).join('/')}/`;
  return Math.max(0, shown.replace(/\.\.\.$/, '').length - section.length);
}

/** Whether an address has years, and a publication's known ones have others. */
export function isOfAnotherYear({ knownYears }: TitleCandidate, { years }: AddressEvidence): boolean {
  return knownYears.length > 0 && years.size > 0 && !knownYears.some((year) => years.has(year));
}

/** Words that turn what is said around; the site leaves none of them out of its addresses but "before". */
const TURNING = new Set(['not', 'no', 'never', 'without', 'against', 'after']);

/** Whether an address and a title say the opposite of each other; of a title that the address has in part, only what the address says. */
export function isTurnedAround({ title }: TitleCandidate, { name }: AddressEvidence, isWhole: boolean): boolean {
  const said = new Set(wordsOf(title));
  const named = new Set(wordsOf(name.replace(/[-_]|\.pdf$/gi, ' ')));
  const adds = [...named].some((word) => (TURNING.has(word) || word === 'before') && !said.has(word));
  return adds || (isWhole && [...said].some((word) => TURNING.has(word) && !named.has(word)));
}

/** Whether the years of address and title contradict each other: they tell the parts of a series apart. */
export function agreesInYears(candidate: TitleCandidate, address: AddressEvidence): boolean {
  const own = new Set(candidate.years);
  const named = yearsIn(address.slug);
  return (
    named.every((year) => own.has(year)) &&
    (mayBeCut(address) || candidate.years.every((year) => address.years.has(year)))
  );
}
