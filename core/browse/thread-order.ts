import type { Thread } from '../model/thread.ts';
import { IN_PART } from './catalogue.ts';

/** The threads of some rows that were written together: one number of each a thread, in the order of the rows. */
export interface ThreadColumns {
  /** Minutes since 1970 in which they begin. */
  readonly minutes: Uint32Array;
  /** Of their ids: feeds that hold the same thread hold it under one id. */
  readonly hashes: Uint32Array;
  /** How many recommendations each has; these stand one after another. */
  readonly recommendations: Uint32Array;
}

/** Where a thread stands, and what it has. */
export interface ThreadPlace {
  readonly segment: number;
  readonly place: number;
  readonly recommendations: number;
}

export function threadColumns(
  threads: readonly Pick<Thread, 'id' | 'time'>[],
  minutesOf: (time: string) => number,
  recommendationsOf: (id: string) => number,
): ThreadColumns {
  return {
    minutes: Uint32Array.from(threads, ({ time }) => minutesOf(time)),
    hashes: Uint32Array.from(threads, ({ id }) => hash(id)),
    recommendations: Uint32Array.from(threads, ({ id }) => recommendationsOf(id)),
  };
}

/** A part of all threads, the newest first and each once; of several feeds' the one that comes first here. */
export function threadsPart(
  all: readonly (ThreadColumns & { readonly segment: number })[],
  start: number,
): { readonly items: readonly ThreadPlace[]; readonly total: number } {
  const met = new Set<number>();
  const found: (ThreadPlace & { readonly minutes: number })[] = [];
  for (const { segment, minutes, hashes, recommendations } of all) {
    for (const [place, minute] of minutes.entries()) {
      const id = minute * 2 ** 21 + ((hashes[place] ?? 0) >>> 11);
      if (met.has(id)) continue;
      met.add(id);
      found.push({ segment, place, recommendations: recommendations[place] ?? 0, minutes: minute });
    }
  }
  found.sort((a, b) => b.minutes - a.minutes);
  return { items: found.slice(start, start + IN_PART), total: found.length };
}

/** FNV-1a of the text's UTF-16 units, http://www.isthe.com/chongo/tech/comp/fnv/: two threads of one minute with one hash are one. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}
