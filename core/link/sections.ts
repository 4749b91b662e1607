import { canonicalAddress, isIfgAddress, pathParts } from '../address/canonical.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import type { PublicationKind } from '../model/publication.ts';

const KIND_OF_SECTION: ReadonlyMap<string, PublicationKind> = new Map([
  ['publication', 'report'],
  ['publications', 'report'],
  ['report', 'report'],
  ['comment', 'comment'],
  ['blog', 'comment'],
  ['explainer', 'explainer'],
  ['explainers', 'explainer'],
  ['event', 'event'],
  ['events', 'event'],
  ['press-release', 'press-release'],
  ['press-releases', 'press-release'],
]);
/** Sections that hold pages of any kind: what follows names it. */
const SECTIONS_OF_TWO = new Set(['article', 'news']);
/** The site's own names of its pages: "node/123". */
const NO_SECTION = 'node';

/** What stands in a section of the Institute's site; null where that is not known. */
export function kindOfSection(section: string | null): PublicationKind | null {
  return KIND_OF_SECTION.get(section ?? '') ?? null;
}

/** How many parts of a path name its section, by the first of them. */
export function sectionDepth([first = '']: readonly string[]): number {
  return SECTIONS_OF_TWO.has(first) ? 2 : 1;
}

/** The parts of a path that name its section: "article/comment" is one of comments. None where none is above the page. */
export function sectionParts(parts: readonly string[]): readonly string[] {
  const own = parts.slice(0, sectionDepth(parts));
  return own.length < parts.length ? own : [];
}

/** What a path says of its page, to be compared with another's; null where it says nothing. */
export function groupOfPath(parts: readonly string[]): string | null {
  return groupOfSection(sectionParts(parts).at(-1) ?? null);
}

/** Whether a path ends at a section or before one: what stands there is a list. */
export function isSection(parts: readonly string[]): boolean {
  const [first = '', second] = parts;
  if (parts.length > 1) return parts.length === 2 && SECTIONS_OF_TWO.has(first) && kindOfSection(second ?? '') !== null;
  return first === '' || SECTIONS_OF_TWO.has(first) || KIND_OF_SECTION.has(first);
}

/** What a section says of its pages, to be compared with another's; null where it holds pages of any kind. */
export function groupOfSection(section: string | null): string | null {
  if (section === null || section === NO_SECTION || SECTIONS_OF_TWO.has(section)) return null;
  return kindOfSection(section) ?? section.replace(/s$/, '');
}

/**
 * An address as what it is a page of, to be compared under one title: on the Institute's site sections of one kind
 * (`event`, `events`) are one, elsewhere the address itself.
 */
export function pageOf(address: CanonicalAddress): string {
  const canonical = canonicalAddress(address) ?? address;
  if (!isIfgAddress(canonical)) return canonical;
  const parts = pathParts(canonical);
  const above = sectionParts(parts);
  const section = above.at(-1);
  if (section === undefined) return canonical;
  return `${kindOfSection(section) ?? section} ${parts.slice(above.length).join('/')}`;
}
