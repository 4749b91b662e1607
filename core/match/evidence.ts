import { pathParts } from '../address/canonical.ts';
import type { CanonicalAddress, Publication } from '../model.ts';
import { stemsOf, wordsOf } from './words.ts';

/** What a publication can be recognised by, prepared once. */
export interface Candidate {
  readonly publication: Publication;
  readonly title: string;
  readonly stems: readonly string[];
  /** Display forms without their host; empty where none is known. */
  readonly shownPaths: readonly string[];
}

/** What an address says of its page, prepared once for all candidates. */
export interface AddressEvidence {
  readonly path: string;
  /** The stems of the part that names the page, in order. */
  readonly slug: readonly string[];
  /** The stems of the whole path below its section. */
  readonly pathStems: readonly string[];
  readonly numbers: ReadonlySet<string>;
}

const NUMBER = /^\d{2,4}$/;
const SHORTENED = /^(.{13})\.\.\.$/;

export function makeCandidate(publication: Publication): Candidate {
  return {
    publication,
    title: titleKey(publication.title),
    stems: stemsOf(publication.title),
    shownPaths: publication.displayForms.map((form) => form.replace(/^[^/?#]+/, '')),
  };
}

export function readAddress(address: CanonicalAddress): AddressEvidence {
  const parts = pathParts(address).map((part) => part.replace(/-\d$/, ''));
  const below = parts.slice(parts[0] === 'article' || parts[0] === 'news' ? 2 : 1);
  return {
    path: new URL(address).pathname,
    slug: stemsOf((below.at(-1) ?? '').replaceAll('-', ' ')),
    pathStems: stemsOf(below.join(' ').replaceAll('-', ' ')),
    numbers: new Set(wordsOf(below.join(' ').replaceAll('-', ' ')).filter((word) => NUMBER.test(word))),
  };
}

/** A title as a key: without the site's name, articles' case, quotation marks and stop words. */
export function titleKey(title: string): string {
  return stemsOf(title.replace(/\s*\|\s*(?:The )?Institute for Government\s*$/i, '')).join(' ');
}

/** Whether an address can be the one that Bluesky showed shortened; true where none was shown. */
export function agreesWithDisplayForm(candidate: Candidate, address: AddressEvidence): boolean {
  if (candidate.shownPaths.length === 0) return true;
  return candidate.shownPaths.some((shown) => {
    const start = SHORTENED.exec(shown)?.[1];
    return start === undefined ? shown === address.path : address.path.startsWith(start) && address.path.length > 15;
  });
}

/** Whether years and other numbers in address and title contradict each other: they tell the parts of a series apart. */
export function agreesInNumbers(candidate: Candidate, address: AddressEvidence): boolean {
  const own = candidate.stems.filter((stem) => NUMBER.test(stem));
  return (
    own.every((number) => address.numbers.has(number)) && [...address.numbers].every((number) => own.includes(number))
  );
}

/** Whether one stem says the same as another: "deliveri" and "deliver". */
export function isSameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  return shorter >= 5 && one.slice(0, Math.max(5, shorter - 1)) === other.slice(0, Math.max(5, shorter - 1));
}

/** How many of the stems stand in a title in the same order, and the title's stems that they met. */
export function followInOrder(stems: readonly string[], title: readonly string[]): string[] {
  const met: string[] = [];
  let from = 0;
  for (const stem of stems) {
    const at = title.findIndex((other, index) => index >= from && isSameStem(stem, other));
    if (at === -1) continue;
    met.push(title[at] ?? stem);
    from = at + 1;
  }
  return met;
}
