import { pathParts } from '../address/canonical.ts';
import { groupOfPath, groupOfSection } from '../link/sections.ts';
import type { CanonicalAddress, PublicationId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Publication } from '../model/publication.ts';
import { withoutCitation } from '../text/cited-title.ts';
import { buildPostings, documentsWithAll, type Lookup, type Postings } from '../text/postings.ts';
import { titleStems } from '../text/titles.ts';
import { stemsOf, wordsOf } from '../text/words.ts';
import { type Agreement, agree, FORMS, hasAll } from './agreement.ts';
import {
  type AddressEvidence,
  agreesInYears,
  fittingForm,
  isOfAnotherYear,
  isTurnedAround,
  lettersShown,
  makeTitleCandidates,
  type TitleCandidate,
} from './evidence.ts';
import { bySeries, byStems, byTitle, titleKeysOf } from './keys.ts';

/** The titles of the Institute's publications, by whatever an address or a text can find them. */
export interface Titles {
  /** By the keys of `keys.ts`. */
  readonly byName: Lookup<string, readonly TitleCandidate[]>;
  /** The publications by the stems of their titles. */
  readonly titles: Postings;
  /** Each publication, under its titles, by its number there. */
  readonly candidates: Lookup<number, readonly TitleCandidate[]>;
}

/** What a link or a page calls itself. */
export interface TitleHints {
  readonly text?: string;
  readonly title?: string;
  readonly heading?: string;
}

/** More titles than this with the rarest word of an address: too many for that address to single one out. */
const MAX_TITLES = 128;
/** A title of fewer telling words may stand on several pages, so the address must share one of them. */
const SHORT_TITLE = 4;

export function readTitles(publications: readonly Publication[]): Titles {
  const candidates = publications.filter(({ isIfg }) => isIfg).map(makeTitleCandidates);
  const byName = new Map<string, TitleCandidate[]>();
  for (const candidate of candidates.flat()) {
    for (const key of titleKeysOf(candidate)) {
      const group = byName.get(key);
      if (group === undefined) byName.set(key, [candidate]);
      else group.push(candidate);
    }
  }
  return {
    byName,
    titles: buildPostings(candidates.map((each) => each.flatMap(({ stems }) => stems))),
    candidates: new Map(candidates.entries()),
  };
}

/** A title that is the same names the publication, unless the address denies it. */
export function matchByTitle(hints: TitleHints, address: AddressEvidence, titles: Titles): Match | null {
  const asked = [
    { of: 'page', title: hints.title },
    { of: 'page', title: hints.heading },
    { of: 'link', title: hints.text },
    { of: 'link', title: hints.text && withoutCitation(hints.text) },
  ] as const;
  for (const { of, title } of asked) {
    if (title === undefined || title === '') continue;
    const fitting = (titles.byName.get(byTitle(title)) ?? []).filter(
      (each) => mayBear(each, address) && (of === 'page' || !saysMore(each, address)),
    );
    const only = onlyOne(fitting, (each) => each);
    if (only === null) continue;
    return claim('likely', only.publication.id, [{ kind: 'title-agrees', of }, ...shownReason(only, address)]);
  }
  return null;
}

/** Whether an address can be that of a publication whose title a link or page bears. */
function mayBear(candidate: TitleCandidate, address: AddressEvidence): boolean {
  if (lettersShown(candidate, address) === null || candidate.stems.length < 2) return false;
  if (candidate.isNameless || isOfAnotherYear(candidate, address) || isOtherPart(candidate, address)) return false;
  if (address.kind === 'index' && candidate.shownPaths.length === 0) return false;
  if (isOfAnotherKind(candidate, address) || isBelow(candidate, address)) return false;
  if (candidate.years.some((year) => address.years.size > 0 && !address.years.has(year))) return false;
  const named = address.parts.flat();
  return candidate.stems.length >= SHORT_TITLE || candidate.stems.some((stem) => named.includes(stem));
}

/** Whether an address names the series of a candidate that is a part of it, or its year, and another part or none. */
function isOtherPart({ series }: TitleCandidate, { parts }: AddressEvidence): boolean {
  const named = parts.flat();
  if (series === null || !series.series.some((stem) => named.includes(stem))) return false;
  return ![...series.part, ...series.label].some((stem) => named.includes(stem));
}

/** Whether an address has a title's name above its page's own: what stands there is a part of it. */
function isBelow({ stems }: TitleCandidate, { parts, slug }: AddressEvidence): boolean {
  return !hasAll(slug, stems) && parts.slice(0, -1).some((part) => hasAll(part, stems));
}

/** Whether a page's name has more than all the words of a title that is known as a whole: the site leaves words out and adds none. */
function saysMore({ stems, publication }: TitleCandidate, { kind, slug }: AddressEvidence): boolean {
  if (kind === 'file' || !publication.titleIsCertain) return false;
  return hasAll(slug, stems) && !hasAll(stems, slug);
}

/** What sections that hold reports say of their pages. */
const REPORTS = groupOfSection('publication');

/**
 * An event, or news, that is called as the report is that it presents is not that report. Where no address of a report is known,
 * it stands in a section of reports, for of others nobody knows what they hold: charts, newsletters, summaries.
 */
function isOfAnotherKind({ publication }: TitleCandidate, { kind, all }: AddressEvidence): boolean {
  const group = groupOfPath(all);
  if (kind !== 'page' || group === null) return false;
  if (publication.addresses.length === 0)
    return (publication.kind === 'report' || publication.kind === 'chapter') && group !== REPORTS;
  return publication.addresses.every((known) => {
    const own = groupOfPath(pathParts(known));
    return own !== null && own !== group;
  });
}

/** The one publication whose title the words of an address single out. */
export function matchBySlug(hints: TitleHints, address: AddressEvidence, titles: Titles): Match | null {
  if (address.kind === 'index') return null;
  const names = ownNames(hints);
  const fitting = [...findBySlug(address, titles)]
    .filter((candidate) => !candidate.isNameless && !isOfAnotherKind(candidate, address))
    .filter((candidate) => !isKnownElsewhere(candidate, address) && !isDenied(candidate, address, names))
    .flatMap((candidate) => {
      const letters = lettersShown(candidate, address);
      if (letters === null || !agreesInYears(candidate, address)) return [];
      const agreement = agree(candidate, address, letters, titles.titles);
      if (agreement === null || isTurnedAround(candidate, address, agreement.form === 'whole')) return [];
      return lacksNumber(candidate, agreement) ? [] : [{ candidate, agreement }];
    });
  const best = singleOut(fitting);
  if (best === null) return null;
  const words = asWritten(best.candidate, best.agreement.met);
  return claim('likely', best.candidate.publication.id, [
    { kind: 'words-in-address', words },
    ...shownReason(best.candidate, address),
  ]);
}

function findBySlug({ slug, parts }: AddressEvidence, titles: Titles): Set<TitleCandidate> {
  const found = new Set(titles.byName.get(byStems(slug)) ?? []);
  for (const number of documentsWithAll(slug, titles.titles, MAX_TITLES)) {
    for (const candidate of titles.candidates.get(number) ?? []) found.add(candidate);
  }
  for (const run of runsWithin(parts[0] ?? []))
    for (const candidate of titles.byName.get(run) ?? []) found.add(candidate);
  return found;
}

/** The keys of the runs of stems that end with a year: what a series may be called in an address. */
function runsWithin(stems: readonly string[]): string[] {
  const end = stems.findIndex((stem) => /^(?:19|20)\d\d$/.test(stem)) + 1;
  return stems.slice(0, Math.min(end, 12)).map((_, start) => bySeries(stems.slice(start, end)));
}

interface Fitting {
  readonly candidate: TitleCandidate;
  readonly agreement: Agreement;
}

/** The only one that fits, or the only one that fits whole; null where several fit as well. */
function singleOut(fitting: readonly Fitting[]): Fitting | null {
  const whole = fitting.filter(({ agreement }) => agreement.form === FORMS[0]);
  return onlyOne(whole.length > 0 ? whole : fitting, ({ candidate }) => candidate);
}

/** The first, where all are one publication, under whichever of its titles. */
function onlyOne<Item>(items: readonly Item[], candidateOf: (item: Item) => TitleCandidate): Item | null {
  const [first] = items;
  if (first === undefined) return null;
  const { id } = candidateOf(first).publication;
  return items.every((each) => candidateOf(each).publication.id === id) ? first : null;
}

/** A publication whose address is known is elsewhere, unless only the section differs. */
function isKnownElsewhere(candidate: TitleCandidate, address: AddressEvidence): boolean {
  const { knownNames } = candidate;
  if (knownNames.length === 0 || address.kind === 'file') return false;
  return !knownNames.includes(address.name) || isOfAnotherYear(candidate, address);
}

const NUMBERED =
  /\b(?:paper|part|volume|briefing|phase|report|instalment)\s+(\d{1,2}|one|two|three|four|five|six)\b|\b(first|second|third|fourth|fifth)\s+(?:paper|part|volume|briefing|report|instalment)\b/i;

/** Whether a title is that of a numbered paper, and the address has nothing of its number; parts of a series have rules of their own. */
function lacksNumber({ title, series }: TitleCandidate, { met }: Agreement): boolean {
  const [, number, ordinal] = NUMBERED.exec(title) ?? [];
  const said = number ?? ordinal;
  return series === null && said !== undefined && !stemsOf(said).some((stem) => met.includes(stem));
}

/**
 * A page that calls itself something else is another, unless its title or heading is what stands before or behind the colon of
 * the candidate's title, or the other way round. Less than half of their telling words in common denies in any case; of a title
 * that may be cut off, and of a file, which viewers call by its name, that is all that is asked.
 */
function isDenied(candidate: TitleCandidate, { kind }: AddressEvidence, names: readonly OwnName[]): boolean {
  const isNamed = ({ name, stems }: OwnName) => isPart(stems, candidate.title) || isPart(candidate.stems, name);
  const isWhole = candidate.publication.titleIsCertain && kind !== 'file';
  if (names.some(({ stems }) => sharesTooLittle(stems, candidate.stems))) return true;
  if (isWhole) return names.length > 0 && !names.some(isNamed);
  return names.some((each) => sharesTooLittle(candidate.stems, each.stems) && !isNamed(each));
}

/** What a page calls itself. */
interface OwnName {
  readonly name: string;
  readonly stems: readonly string[];
}

function ownNames({ title = '', heading = '' }: TitleHints): readonly OwnName[] {
  return [title, heading].map((name) => ({ name, stems: titleStems(name) })).filter(({ stems }) => stems.length > 0);
}

/** Whether less than half of some stems are among others. */
function sharesTooLittle(own: readonly string[], others: readonly string[]): boolean {
  return 2 * own.filter((stem) => others.includes(stem)).length < own.length;
}

/** Whether stems are those of a title, or of what stands before or behind a colon of it. */
function isPart(stems: readonly string[], title: string): boolean {
  return [title, ...title.split(/[:–—|]\s/)].some((part) => titleStems(part).join() === stems.join());
}

/** The title's words behind the stems, for the reader; stems are no words. */
function asWritten(candidate: TitleCandidate, met: readonly string[]): string[] {
  return [...new Set(wordsOf(candidate.title))].filter((word) => stemsOf(word).some((stem) => met.includes(stem)));
}

function shownReason(candidate: TitleCandidate, address: AddressEvidence): Match['reasons'] {
  const displayForm = fittingForm(candidate, address);
  return displayForm === undefined ? [] : [{ kind: 'display-form-agrees', displayForm }];
}

export function claim(sureness: 'exact' | 'likely', publication: PublicationId, reasons: Match['reasons']): Match {
  return { sureness, publication, relatedPosts: [], reasons };
}

/** No page of the Institute's stands deeper. */
const MAX_ABOVE = 8;

/** The addresses above one, the nearest first: `…/tracker/nhs` is above `…/tracker/nhs/methodology`. */
export function addressesAbove(address: CanonicalAddress): CanonicalAddress[] {
  const above: CanonicalAddress[] = [];
  const [whole = ''] = address.split('?');
  const section = whole.indexOf('/', whole.indexOf('/', 'https://'.length) + 1);
  for (
    let end = whole.lastIndexOf('/');
    end > section && section > 0 && above.length < MAX_ABOVE;
    end = whole.lastIndexOf('/', end - 1)
  )
    above.push(whole.slice(0, end));
  return above;
}
