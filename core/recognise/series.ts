import type { AddressEvidence, TitleCandidate } from './evidence.ts';
import { bySeries } from './keys.ts';
import type { Titles } from './recognise.ts';

/** The parts of a series that are known, where an address is the series' own page: `…/performance-tracker-2025`. */
export function findParts({ kind, parts }: AddressEvidence, titles: Titles): readonly TitleCandidate[] {
  const [series, below] = parts;
  if (kind !== 'page' || series === undefined || below !== undefined) return [];
  return titles.byName.get(bySeries(series)) ?? [];
}
