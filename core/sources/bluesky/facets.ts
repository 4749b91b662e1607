import { fieldOf, itemsOf } from './fields.ts';

/** A stretch of a text that is more than text, in UTF-16 units, with what it is, unread. */
export interface Facet {
  readonly start: number;
  readonly end: number;
  readonly features: readonly unknown[];
}

/** Of what one text has, far more than anybody writes. */
const MAX_FACETS = 1_000;
const MAX_FEATURES = 20;

/**
 * The facets of a text, in the order of the text: those with a feature that is wanted, and a range in the text. One that
 * is out of the text, empty, reversed or splits a character is dropped, and so is one that overlaps another before it.
 */
export function readFacets(text: string, facets: unknown, isWanted: (feature: unknown) => boolean): Facet[] {
  const offsets = offsetsOf(text);
  const found = itemsOf(facets, MAX_FACETS).flatMap((facet): Facet[] => {
    const index = fieldOf(facet, 'index');
    const start = offsets.get(fieldOf(index, 'byteStart'));
    const end = offsets.get(fieldOf(index, 'byteEnd'));
    const features = itemsOf(fieldOf(facet, 'features'), MAX_FEATURES).filter(isWanted);
    return start === undefined || end === undefined || start >= end || features.length === 0
      ? []
      : [{ start, end, features }];
  });
  let covered = 0;
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < covered) return false;
      covered = end;
      return true;
    });
}

/** Where each character begins, and the text ends: UTF-8 bytes -> UTF-16 units. */
function offsetsOf(text: string): ReadonlyMap<unknown, number> {
  const offsets = new Map<unknown, number>();
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    offsets.set(bytes, units);
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    units += character.length;
  }
  return offsets.set(bytes, units);
}

/** Half a surrogate pair is encoded as U+FFFD, in three bytes as well. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
