import { type Postings, weigh } from '../text/postings.ts';
import { type AddressEvidence, mayBeCut, type TitleCandidate } from './evidence.ts';

/** How the words of an address stand in a title, the strongest first. */
export const FORMS = ['whole', 'start', 'phrase', 'in-order', 'scattered'] as const;
export type Form = (typeof FORMS)[number];

export interface Agreement {
  readonly form: Form;
  /** The stems of the title that the address names. */
  readonly met: readonly string[];
}

/** Words whose parts of a path say nothing of their own: `nhs/overview` is the chapter on the NHS. */
const GENERIC = new Set(['overview', 'introduct', 'chapter']);
/** Letters of the page's own name in a display form from which on that form is evidence of its own. */
const TELLING_LETTERS = 4;

/**
 * Whether the words of an address single out a title, and how; null where they do not. `letters` are those that the
 * candidate's display form shows of the address's name. The limits are weighed in docs/decisions/0002.
 */
export function agree(
  candidate: TitleCandidate,
  address: AddressEvidence,
  letters: number,
  postings: Postings,
): Agreement | null {
  const { slug } = address;
  // Nothing of a display form is compared with a file's place.
  const isShown = candidate.shownPaths.length > 0 && address.kind !== 'file';
  const form = formOf(slug, candidate.stems);
  if (candidate.series !== null && form !== 'whole') return agreeAsPart(candidate, address);
  if (form === null || (isBelowSeries(address) && !isLabelled(slug))) return null;
  const weight = weigh(new Set(slug), postings);
  const share = weight / weigh(new Set(candidate.stems), postings);
  return isEnough({ form, length: slug.length, weight, share, letters, isShown }, address) ? { form, met: slug } : null;
}

interface Measures {
  readonly form: Form;
  readonly length: number;
  /** Sum of the weights of the address's stems; most weigh between 0.3 and 1. */
  readonly weight: number;
  /** Of the title's weight, between 0 and 1. */
  readonly share: number;
  readonly letters: number;
  /** Whether a display form is known, and so at least the section agrees. */
  readonly isShown: boolean;
}

function isEnough(measures: Measures, address: AddressEvidence): boolean {
  const { form, length, weight, share } = measures;
  const isRun = form === 'start' || (form === 'phrase' && length >= 3);
  if (form === 'whole') return length >= 3 || (measures.isShown && weight >= (length === 2 ? 1 : 0.8));
  if (address.kind === 'landing') return false;
  if (form === 'start' && mayBeCut(address)) return true;
  if (!measures.isShown) return length >= 3 && weight >= 2 && share >= 0.6;
  if (measures.letters >= TELLING_LETTERS) return length >= 2 && weight >= 1 && share >= (isRun ? 0.3 : 0.45);
  if (form === 'scattered' || length < 3) return length >= 2 && weight >= 1.5 && share >= 0.5;
  return weight >= 1.4 && share >= 0.3;
}

/** Below a series and its year a title that names neither is known only by the number of its part. */
function isBelowSeries({ parts }: AddressEvidence): boolean {
  return parts.length > 1 && (parts[0] ?? []).some((stem) => /^(?:19|20)\d\d$/.test(stem));
}

function isLabelled([first = '', second = '']: readonly string[]): boolean {
  return first === 'part' && /^\d+$/.test(second);
}

/** The form in which all stems of an address stand in a title, or null where one is missing. */
function formOf(slug: readonly string[], title: readonly string[]): Form | null {
  if (slug.length === 0 || !hasAll(title, slug)) return null;
  if (hasAll(slug, title)) return 'whole';
  const at = placeOf(slug, title);
  if (at !== -1) return at === 0 ? 'start' : 'phrase';
  return isInOrder(slug, title) ? 'in-order' : 'scattered';
}

/** Whether some stems have all of the others among them, in any order. */
export function hasAll(stems: readonly string[], others: readonly string[]): boolean {
  return others.every((stem) => stems.includes(stem));
}

/** Where a run of stems stands in a title without a gap, or -1. */
function placeOf(run: readonly string[], title: readonly string[]): number {
  return title.findIndex((_, start) => run.every((stem, offset) => title[start + offset] === stem));
}

function isInOrder(stems: readonly string[], title: readonly string[]): boolean {
  let from = 0;
  return stems.every((stem) => {
    const at = title.indexOf(stem, from);
    from = at + 1;
    return at !== -1;
  });
}

/** "Performance Tracker 2025: Schools" is named by a path with the series, its year, and the words after the colon. */
function agreeAsPart(candidate: TitleCandidate, address: AddressEvidence): Agreement | null {
  const { series, part, label } = candidate.series ?? { series: [], part: [], label: [] };
  const [first = [], ...below] = address.parts;
  if (!hasAll(first, series)) return null;
  const added = first.filter((stem) => !series.includes(stem));
  const last = below.findLast((stems, index) => index === 0 || !stems.every((stem) => GENERIC.has(stem))) ?? [];
  const named = below.length === 0 ? added : last;
  if (below.length > 0 && added.length > 0 && !hasAll(part, added)) return null;
  const own = named.filter((stem) => !label.includes(stem));
  const namesLabel = label.length > 0 && hasAll(named, label);
  if (!hasAll(part, own)) return null;
  const covers = own.length * 2 >= part.length;
  return covers || (namesLabel && own.length === 0) ? { form: 'whole', met: [...series, ...named] } : null;
}
