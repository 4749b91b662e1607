import type { Version, WriterId } from '../model/own.ts';

/** How one form of a record stands to another: `apart` where each has changes that the other has not. */
export type Standing = 'same' | 'newer' | 'older' | 'apart';

export function standingOf(one: Version, other: Version): Standing {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const isAhead = ids.some((id) => countOf(one, id) > countOf(other, id));
  const isBehind = ids.some((id) => countOf(one, id) < countOf(other, id));
  if (isAhead && isBehind) return 'apart';
  return isAhead ? 'newer' : isBehind ? 'older' : 'same';
}

/** Out of both. */
export function joinVersions(one: Version, other: Version): Version {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
  return Object.fromEntries(ids.map((id) => [id, Math.max(countOf(one, id), countOf(other, id))]));
}

/** With one more change. */
export function nextVersion(version: Version, by: WriterId): Version {
  return { ...version, [by]: countOf(version, by) + 1 };
}

function countOf(version: Version, id: WriterId): number {
  return Object.hasOwn(version, id) ? (version[id] ?? 0) : 0;
}
