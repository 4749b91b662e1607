import type { CanonicalAddress, PublicationId } from '../model/ids.ts';
import type { Publication } from '../model/publication.ts';
import { displayFormKey } from '../search/read-asked.ts';
import { titleKey } from '../text/titles.ts';
import { makeTitleCandidates, type TitleCandidate } from './evidence.ts';

/** The keys under which a publication is looked up; each kind of them begins with a word of its own. */
export function byAddress(address: CanonicalAddress): string {
  return `address ${address}`;
}

export function byTitle(title: string): string {
  return `title ${titleKey(title)}`;
}

export function byStems(stems: readonly string[]): string {
  return `stems ${stems.join(' ')}`;
}

/** `stems` are those of the series with its year. */
export function bySeries(stems: readonly string[]): string {
  return `series ${stems.join(' ')}`;
}

/** Of pages that report on a publication, given by the id under which they speak of it. */
export function byCovered(id: PublicationId): string {
  return `covers ${id}`;
}

/** The stems of all titles of a publication, by which the Institute's are found by an address's words. */
export function titleTermsOf(publication: Publication): string[] {
  return publication.isIfg ? makeTitleCandidates(publication).flatMap(({ stems }) => stems) : [];
}

/** Of a shortened address as posts show it. */
export function byShown(form: string): string {
  return `shown ${displayFormKey(form)}`;
}

export function titleKeysOf({ title, stems, series }: TitleCandidate): string[] {
  return [byTitle(title), byStems(stems), ...(series === null ? [] : [bySeries(series.series)])];
}

/** All keys under which a publication is recognised; by its titles only where it is the Institute's. */
export function nameKeysOf(publication: Publication): string[] {
  const titles = publication.isIfg ? makeTitleCandidates(publication).flatMap(titleKeysOf) : [];
  return [...publication.addresses.map(byAddress), ...titles];
}
