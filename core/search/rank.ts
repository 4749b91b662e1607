import { present } from '../postings/damage.ts';
import { NEVER } from './columns.ts';
import type { Decided } from './decide.ts';
import type { Gathered, Passing } from './gather.ts';
import type { LibraryColumns } from './library-columns.ts';
import type { OwnDocuments } from './own-documents.ts';
import { readRecord } from './own-texts.ts';
import { createScore } from './score.ts';
import type { Kind } from './written.ts';

/** A number for each of what was found, in their order: the greater, the earlier it comes. */
export interface Ranks extends Readonly<Record<Kind, readonly number[]>> {
  readonly notes: readonly number[];
}

/** How near all that was found is to what was asked; or when it was written, in minutes since 1970. */
export function rank({ library, own, decided }: Passing, { found, notes }: Gathered, isByDay: boolean): Ranks {
  if (isByDay) return rankByDay(library, own, { found, notes });
  const score = createScore(library, unitsOf(decided));
  const ranksOf = (kind: Kind) => {
    const { minutes, lengths } = library[kind];
    const { worth } = decided.matched[kind];
    return found[kind].map((document) =>
      score({ worth: worth[document] ?? 0, length: lengths[document] ?? 0, minutes: minutes[document] ?? NEVER }),
    );
  };
  return {
    publications: ranksOf('publications'),
    recommendations: ranksOf('recommendations'),
    posts: ranksOf('posts'),
    notes: notes.map((place) => {
      const { note, minutes } = present(own.notes[place]);
      return score({ worth: decided.own.notes[place]?.worth ?? 0, length: readRecord(note).words.length, minutes });
    }),
  };
}

function rankByDay(library: LibraryColumns, own: OwnDocuments, { found, notes }: Gathered): Ranks {
  const ranksOf = (kind: Kind) => {
    const { minutes } = library[kind];
    return found[kind].map((document) => Math.max(0, minutes[document] ?? NEVER));
  };
  return {
    publications: ranksOf('publications'),
    recommendations: ranksOf('recommendations'),
    posts: ranksOf('posts'),
    notes: notes.map((place) => Math.max(0, present(own.notes[place]).minutes)),
  };
}

/** How many words and phrases are asked. */
export function unitsOf({ held }: Pick<Decided, 'held'>): number {
  return held.words.length + held.phrases.length;
}
