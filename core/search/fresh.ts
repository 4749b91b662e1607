import type { PostId } from '../model/ids.ts';
import type { FollowUp, Note } from '../model/own.ts';
import type { Filters } from './query.ts';

/** What is new to who searches. */
export interface Fresh {
  readonly posts: readonly PostId[];
  /** Milliseconds since 1970: what was written later is new. */
  readonly since: number;
}

export const NOTHING_FRESH: Fresh = { posts: [], since: Infinity };

/** By what is written later than a time, notes themselves are new, and what notes and follow-up are about. */
export interface FreshOwn {
  isNote(this: void, note: Note): boolean;
  isAbout(this: void, record: Note | FollowUp): boolean;
}

/** Only where a search asks for it: who looks for posts knows what they wrote themselves. A note that is changed is no new one. */
export function freshOwn({ kinds, hasNote, hasFollowUp, responses, progress }: Filters, since: number): FreshOwn {
  const hasStanding = hasFollowUp || responses.length > 0 || progress.length > 0;
  const asksNotes = kinds.includes('note');
  return {
    isNote: ({ made }) => asksNotes && made > since,
    isAbout: (record) =>
      record.kind === 'note' ? hasNote && record.made > since : hasStanding && record.changed > since,
  };
}
