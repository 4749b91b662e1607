import type { Publication, PublicationKind } from '../model/publication.ts';
import { oneLine } from './one-line.ts';

/** What is known of a publication for citing it. Its authors and its date stand in no feed, so they are in none. */
export interface Citation {
  readonly kind: PublicationKind;
  /** One line, without line breaks. */
  readonly title: string;
  readonly titleIsCertain: boolean;
  /** Who publishes it, or the host name of the site; null where neither is known. */
  readonly publisher: string | null;
  /** Null where only a shortened form of it is known. */
  readonly address: string | null;
}

/** What can be cited of a publication; null where a reader could not find it again by that. */
export function readCitation(publication: Publication): Citation | null {
  const { kind, titleIsCertain } = publication;
  const title = oneLine(publication.title);
  const publisher = oneLine(publication.siteName ?? '') || null;
  const address = citedAddress(publication);
  if (title === '' || (publisher === null && address === null)) return null;
  return { kind, title, titleIsCertain, publisher, address };
}

/**
 * The address to cite; null where only a shortened form is known. A key has no `www.`; where the posts wrote the host with
 * it, the site may need it.
 */
export function citedAddress({
  addresses,
  displayForms,
}: Pick<Publication, 'addresses' | 'displayForms'>): string | null {
  const [address] = addresses;
  if (address === undefined) return null;
  const host = address.replace(/^https:\/\/([^/]*).*$/, '$1');
  const isWithWww = displayForms.some((form) => form.startsWith(`www.${host}/`));
  return isWithWww ? address.replace('https://', 'https://www.') : address;
}
