import { canonicalAddress, isIfgAddress } from '../address/canonical.ts';
import { unwrapAddress } from '../address/wrappers.ts';
import type { CanonicalAddress, Feed, Match, PublicationId } from '../model.ts';
import {
  type AddressEvidence,
  agreesInNumbers,
  agreesWithDisplayForm,
  type Candidate,
  followInOrder,
  makeCandidate,
  readAddress,
  titleKey,
} from './evidence.ts';
import { buildPostings, documentsWith, type Postings, weightOf } from './postings.ts';
import { createRelated } from './related.ts';
import { stemsOf, wordsOf } from './words.ts';

export interface Query {
  readonly url: string;
  /** The link's own text. */
  readonly text?: string;
  /** The page's title, where the address is the page in front. */
  readonly title?: string;
}

export interface ResolvedMatch extends Match {
  readonly address: CanonicalAddress | null;
}

export interface Resolver {
  /** Says which publication an address belongs to, how sure, and why. Takes any strings; never throws. */
  resolve(query: Query): ResolvedMatch;
}

interface Titles {
  readonly candidates: readonly Candidate[];
  readonly postings: Postings;
  readonly byTitle: ReadonlyMap<string, readonly Candidate[]>;
}

const NONE: Match = { sureness: 'none', publication: null, relatedPosts: [], reasons: [] };
/** Of the weight of an address's words: how much must stand in the title, in the title's order. */
const LEAST_COVERED = 0.99;
/** The least weight that the words of an address must have together; one common word names no page. */
const LEAST_WEIGHT = 1.5;
/** Of the weight of a title's words: how much must stand in the address. */
const LEAST_OF_TITLE = 0.35;

export function createResolver(feeds: readonly Feed[]): Resolver {
  const publications = feeds.flatMap((feed) => feed.publications);
  const byAddress = new Map<CanonicalAddress, PublicationId>(
    publications.flatMap(({ id, addresses }) => addresses.map((address) => [address, id] as const)),
  );
  const titles = indexTitles(publications.filter(({ isIfg }) => isIfg).map(makeCandidate));
  const findRelated = createRelated(feeds);

  return {
    resolve(query) {
      const address = canonicalAddress(unwrapAddress(query.url));
      if (address === null) return { ...NONE, address };
      const known = byAddress.get(address);
      if (known !== undefined) return { ...claim('exact', known, [{ kind: 'address-known' }]), address };
      if (!isIfgAddress(address)) return { ...NONE, address };
      const evidence = readAddress(address);
      const match =
        matchByTitle(query, evidence, titles) ?? matchBySlug(query, evidence, titles) ?? findRelated(query, evidence);
      return { ...(match ?? NONE), address };
    },
  };
}

function indexTitles(candidates: readonly Candidate[]): Titles {
  const byTitle = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const same = byTitle.get(candidate.title) ?? [];
    byTitle.set(candidate.title, [...same, candidate]);
  }
  return { candidates, byTitle, postings: buildPostings(candidates.map(({ stems }) => stems)) };
}

/** A title of two telling words or more that is the same names the publication, unless its address denies it. */
function matchByTitle(query: Query, address: AddressEvidence, titles: Titles): Match | null {
  const asked = [
    { of: 'page', title: titleKey(query.title ?? '') },
    { of: 'link', title: titleKey(query.text ?? '') },
  ] as const;
  for (const { of, title } of asked) {
    const [only, another] = (titles.byTitle.get(title) ?? []).filter((each) => agreesWithDisplayForm(each, address));
    if (only === undefined || another !== undefined || only.stems.length < 2) continue;
    return claim('likely', only.publication.id, [{ kind: 'title-agrees', of }, ...shownReason(only)]);
  }
  return null;
}

function matchBySlug(query: Query, address: AddressEvidence, titles: Titles): Match | null {
  const stems = new Set(address.pathStems);
  const fitting = [...documentsWith(stems, titles.postings)]
    .flatMap((number) => titles.candidates[number] ?? [])
    .filter((candidate) => agreesWithDisplayForm(candidate, address) && agreesInNumbers(candidate, address))
    .filter((candidate) => !deniedByTitle(candidate, query))
    .map((candidate) => ({ candidate, met: metStems(candidate, address, titles.postings) }))
    .filter(({ met }) => met !== null);
  const [best, another] = fitting;
  if (best === undefined || another !== undefined) return null;
  const words = asWritten(best.candidate, best.met ?? []);
  return claim('likely', best.candidate.publication.id, [
    { kind: 'words-in-address', words },
    ...shownReason(best.candidate),
  ]);
}

/** The title's stems that the address names, or null where they do not single it out. */
function metStems(candidate: Candidate, address: AddressEvidence, postings: Postings): string[] | null {
  const slug = candidate.publication.kind === 'chapter' ? address.pathStems : address.slug;
  const met = followInOrder(slug, candidate.stems);
  const weigh = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + weightOf(stem, postings), 0);
  const weight = weigh(met);
  const covers = met.length === slug.length || weight >= LEAST_COVERED * weigh(slug);
  const enough = weight >= LEAST_WEIGHT && weight >= LEAST_OF_TITLE * weigh(candidate.stems);
  return covers && enough && namesItsPart(candidate, met) ? met : null;
}

/** The title's words behind the stems, for the reader; stems are no words. */
function asWritten(candidate: Candidate, met: readonly string[]): string[] {
  return [...new Set(wordsOf(candidate.publication.title))].filter((word) =>
    stemsOf(word).some((stem) => met.includes(stem)),
  );
}

/** "Performance Tracker 2025: Schools" is named only by an address that has the words after the colon. */
function namesItsPart(candidate: Candidate, met: readonly string[]): boolean {
  if (candidate.publication.kind !== 'chapter') return true;
  const part = stemsOf(candidate.publication.title.replace(/^[^:]*:/, ''));
  return part.every((stem) => met.includes(stem));
}

/** A title that is known and shares less than half of its telling words with the candidate's is another page's. */
function deniedByTitle(candidate: Candidate, query: Query): boolean {
  if (query.title === undefined) return false;
  const stems = titleKey(query.title).split(' ');
  return stems.filter((stem) => candidate.stems.includes(stem)).length * 2 < stems.length;
}

function shownReason(candidate: Candidate): Match['reasons'] {
  const [displayForm] = candidate.publication.displayForms;
  return displayForm === undefined ? [] : [{ kind: 'display-form-agrees', displayForm }];
}

function claim(sureness: 'exact' | 'likely', publication: PublicationId, reasons: Match['reasons']): Match {
  return { sureness, publication, relatedPosts: [], reasons };
}
