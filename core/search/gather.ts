import type { Decided } from './decide.ts';
import type { Failing } from './filtering.ts';
import type { LibraryColumns } from './library-columns.ts';
import type { OwnDocuments, PlacedNote } from './own-documents.ts';
import type { Kind } from './written.ts';

/** What is found of all. */
export interface Gathered {
  /** Of each kind, by their firsts, in rising order. */
  readonly found: Readonly<Record<Kind, readonly number[]>>;
  /** By their places. */
  readonly notes: readonly number[];
}

/** What a text looks for, and which filters each document fails. */
export interface Passing {
  readonly library: LibraryColumns;
  readonly own: OwnDocuments;
  readonly decided: Decided;
  readonly failing: Failing;
  readonly noteFailing: (note: PlacedNote) => number;
}

/** Whether a document holds what is wanted, or a note at its place, whatever the filters say. */
export function createIsFound({ decided }: Pick<Passing, 'decided'>): (kind: Kind | 'notes', place: number) => boolean {
  const { held, matched, own, isEnough } = decided;
  const isAll = held.words.length + held.phrases.length + held.without.length === 0;
  return (kind, place) =>
    isAll || isEnough((kind === 'notes' ? own.notes[place]?.bits : matched[kind].bits[place]) ?? 0);
}

/** What holds what is wanted, and passes; it is not counted how it is spread. */
export function gather(passing: Passing): Gathered {
  const { library, own, decided, failing, noteFailing } = passing;
  const isFound = createIsFound(passing);
  const asksWords = decided.held.words.length + decided.held.phrases.length > 0;
  const foundOf = (kind: Kind) => {
    const { size, firsts } = library[kind];
    const { bits } = decided.matched[kind];
    const documents: number[] = [];
    for (let document = 0; document < size; document += 1) {
      // Most documents hold nothing; a background that has just woken calls functions slowly.
      if (asksWords && bits[document] === 0) continue;
      if (
        isFound(kind, document) &&
        (firsts === null || firsts[document] === document) &&
        failing[kind](document) === 0
      )
        documents.push(document);
    }
    return documents;
  };
  return {
    found: {
      publications: foundOf('publications'),
      recommendations: foundOf('recommendations'),
      posts: foundOf('posts'),
    },
    notes: own.notes.flatMap((note, place) => (isFound('notes', place) && noteFailing(note) === 0 ? [place] : [])),
  };
}
