import type { CanonicalAddress, PublicationId } from '../model/ids.ts';
import type { Publication } from '../model/publication.ts';
import { titleKey } from '../text/titles.ts';
import { makeTitleCandidate, type TitleCandidate } from './evidence.ts';

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

export function titleKeysOf({ publication, stems, series }: TitleCandidate): string[] {
  return [byTitle(publication.title), byStems(stems), ...(series === null ? [] : [bySeries(series.series)])];
}

/** All keys under which a publication is recognised; by its title only where it is the Institute's. */
export function nameKeysOf(publication: Publication): string[] {
  const titles = publication.isIfg ? titleKeysOf(makeTitleCandidate(publication)) : [];
  return [...publication.addresses.map(byAddress), ...titles];
}
