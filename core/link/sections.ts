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
]);
/** Sections that hold pages of any kind: what follows names it. */
const SECTIONS_OF_TWO = new Set(['article', 'news']);

/** What stands in a section of the Institute's site; null where that is not known. */
export function kindOfSection(section: string | null): PublicationKind | null {
  return KIND_OF_SECTION.get(section ?? '') ?? null;
}

/** What a section says of its pages, to be compared with another's; null where it holds pages of any kind. */
export function groupOfSection(section: string | null): string | null {
  return section === null || SECTIONS_OF_TWO.has(section) ? null : (kindOfSection(section) ?? section);
}

/**
 * An address as what it is a page of, to be compared under one title: on the Institute's site sections of one kind
 * (`event`, `events`) are one, elsewhere the address itself.
 */
export function pageOf(address: CanonicalAddress): string {
  const canonical = canonicalAddress(address) ?? address;
  if (!isIfgAddress(canonical)) return canonical;
  const parts = pathParts(canonical);
  const isOfTwo = SECTIONS_OF_TWO.has(parts[0] ?? '');
  const section = parts[isOfTwo ? 1 : 0] ?? '';
  const below = parts.slice(isOfTwo ? 2 : 1).join('/');
  return below === '' ? canonical : `${kindOfSection(section) ?? section} ${below}`;
}
