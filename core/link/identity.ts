import type { MergedPublication, Publication } from '../model/publication.ts';

export function identify(entries: readonly Publication[]): MergedPublication[] {
  const merged = new Map<string, MergedPublication>();
  for (const each of entries) {
    const before = merged.get(each.id);
    merged.set(each.id, before ?? { ...each, members: [each.id] });
  }
  return [...merged.values()];
}

export function identityKeys(publication: Publication): string[] {
  return [publication.id];
}
