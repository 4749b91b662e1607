import type { Held } from './held.ts';
import { ABOUT_WEIGHT, createWeigh, EXCLUDED, type FollowedText } from './match.ts';
import { createMatchText, type HeldInText } from './match-text.ts';
import type { OwnDocuments } from './own-documents.ts';
import { readRecord, readTitle } from './own-texts.ts';
import type { Wanted } from './wanted.ts';

/** What the reader's own texts hold of what is wanted. */
export interface OwnMatched {
  /** By the places of the notes; each holds the title of its publication, as a post does. */
  readonly notes: readonly HeldInText[];
  readonly followed: readonly FollowedText[];
}

export function matchOwn({ notes, followUps }: OwnDocuments, wanted: Wanted, held: Held): OwnMatched {
  const match = createMatchText(wanted, held);
  const weigh = createWeigh([...held.words, ...held.phrases]);
  return {
    notes: notes.map(({ note }) => {
      const own = match(readRecord(note));
      const title = match(readTitle(note)).bits;
      const worth = own.worth + ABOUT_WEIGHT * weigh(title & ~own.bits & ~EXCLUDED);
      return { bits: own.bits | title, worth };
    }),
    followed: [...followUps].map(([document, followUp]) => ({ document, bits: match(readRecord(followUp)).bits })),
  };
}
