import { canonicalAddress, pathParts } from '../address/canonical.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import type { Publication } from '../model/publication.ts';

/** What a publication is called of which nobody tells a title: the end of its address, with a sign that it is no title. */
export function nameByAddress(address: CanonicalAddress): string {
  return `…/${pathParts(address).at(-1) ?? ''}`;
}

/** Whether what a publication is called is no title but its address, or the end of it. */
export function isNamedByAddress({ title, addresses }: Pick<Publication, 'title' | 'addresses'>): boolean {
  if (addresses.length === 0 || !/[./]/.test(title) || /\s/.test(title)) return false;
  const address = canonicalAddress(title);
  return addresses.some((each) => each === address || nameByAddress(each) === title);
}

/** What links call a publication; none where only its address is known. */
export function titlesOf(publication: Pick<Publication, 'title' | 'otherTitles' | 'addresses'>): readonly string[] {
  return isNamedByAddress(publication) ? [] : [publication.title, ...publication.otherTitles];
}
