import { present } from '../postings/damage.ts';
import { NEVER } from './columns.ts';
import type { Decided } from './decide.ts';
import type { Gathered, Passing } from './gather.ts';
import { readRecord } from './own-texts.ts';
import { byDay, createScore, type Score } from './score.ts';
import type { Kind } from './written.ts';

/** A number for each of what was found, in their order: the greater, the earlier it comes. */
export interface Ranks extends Readonly<Record<Kind, readonly number[]>> {
  readonly notes: readonly number[];
}

/** How near all that was found is to what was asked; or when it was written (`byDay`). */
export function rank({ library, own, decided }: Passing, { found, notes }: Gathered, isByDay: boolean): Ranks {
  const score: Score = isByDay ? byDay : createScore(library, unitsOf(decided));
  const ranksOf = (kind: Kind) => {
    const { minutes, days, lengths } = library[kind];
    const { worth } = decided.matched[kind];
    return found[kind].map((document) =>
      score(worth[document] ?? 0, lengths[document] ?? 0, minutes[document] ?? NEVER, days[document] ?? NEVER),
    );
  };
  return {
    publications: ranksOf('publications'),
    recommendations: ranksOf('recommendations'),
    posts: ranksOf('posts'),
    notes: notes.map((place) => {
      const { note, minutes, day } = present(own.notes[place]);
      return score(decided.own.notes[place]?.worth ?? 0, readRecord(note).words.length, minutes, day);
    }),
  };
}

/** How many words and phrases are asked. */
export function unitsOf({ held }: Pick<Decided, 'held'>): number {
  return held.words.length + held.phrases.length;
}
