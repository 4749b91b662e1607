import { dayOf } from '../text/minutes.ts';
import { NEVER } from './columns.ts';
import type { LibraryColumns } from './library-columns.ts';

/** How much nearer a text is that holds nothing but what was asked. */
const CLOSENESS = 0.5;
/** What the newest documents gain, and the days in which that halves. */
const RECENCY = 0.1;
const HALF_LIFE = 730;

/**
 * By what a document is worth, its length in words, and its minutes and day since 1970: numbers alone, for there may be
 * 100,000.
 */
export type Score = (worth: number, length: number, minutes: number, day: number) => number;

/** More than there are minutes. */
const DAY = 2 ** 31;

/** The newest first: by the day that is shown, and by the minute where that is one. */
export const byDay: Score = (_worth, _length, minutes, day) => Math.max(0, day * DAY + minutes);

/** The day by which `byDay` has put something in its place. */
export function dayOfScore(score: number): number {
  return Math.floor(score / DAY);
}

/** How near documents are to what was asked, of which there are so many units; the newest post of all is as new as can be. */
export function createScore({ posts }: Pick<LibraryColumns, 'posts'>, units: number): Score {
  let last = NEVER;
  for (let post = 0; post < posts.minutes.length; post += 1) last = Math.max(last, posts.minutes[post] ?? NEVER);
  const newest = dayOf(last);
  return (worth, length, minutes) => {
    const closeness = CLOSENESS * Math.min(1, units / Math.max(1, length));
    const recency = minutes === NEVER ? 0 : RECENCY * 2 ** (Math.min(0, dayOf(minutes) - newest) / HALF_LIFE);
    return worth * (1 + closeness) * (1 + recency);
  };
}
