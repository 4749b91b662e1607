import type { MergedPublication, Publication } from '../model/publication.ts';
import { isNamedByAddress, titlesOf } from './named-by-address.ts';

/**
 * What several entries say of one publication, the oldest first: its id is the oldest's, and so is its title, unless that is
 * but its address and another has one. Null for none.
 */
export function mergeMembers(entries: readonly Publication[]): MergedPublication | null {
  const [oldest, second] = entries;
  if (oldest === undefined) return null;
  if (second === undefined) return { ...oldest, members: [oldest.id] };
  const { title, titleIsCertain } = entries.find((entry) => !isNamedByAddress(entry)) ?? oldest;
  const titles = new Set(entries.flatMap(titlesOf));
  titles.delete(title);
  return {
    ...oldest,
    title,
    titleIsCertain,
    kind: kindOf(entries),
    otherTitles: [...titles],
    description: firstKnown(entries, ({ description }) => description || null) ?? '',
    siteName: firstKnown(entries, ({ siteName }) => siteName),
    isIfg: entries.some(({ isIfg }) => isIfg),
    section: firstKnown(entries, ({ section }) => section),
    addresses: [...new Set(entries.flatMap(({ addresses }) => addresses))],
    displayForms: [...new Set(entries.flatMap(({ displayForms }) => displayForms))],
    coverageOf: firstKnown(entries, ({ coverageOf }) => coverageOf),
    members: [...new Set(entries.map(({ id }) => id))],
  };
}

/** A kind that its title or the posts tell before one of its section, and any before none. */
function kindOf(entries: readonly Publication[]): Publication['kind'] {
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const kind of ['coverage', 'chapter'] as const) if (kinds.has(kind)) return kind;
  return [...kinds].find((kind) => kind !== 'page') ?? 'page';
}

function firstKnown<Value>(entries: readonly Publication[], read: (entry: Publication) => Value | null): Value | null {
  for (const entry of entries) {
    const value = read(entry);
    if (value !== null) return value;
  }
  return null;
}
