import type { IsoDate } from '../model/ids.ts';
import type { FollowUp, Note, RecommendationSubject, Subject } from '../model/own.ts';
import type { OwnItem } from '../protocol/search.ts';

/** What the reader wrote, as it is searched. */
export interface OwnSearched {
  readonly written: readonly OwnWritten[];
  /** The day where the reader is: what is to be looked at again by then is due. */
  readonly today: IsoDate;
}

export interface OwnWritten {
  readonly record: Note | FollowUp;
  /** What it is about at present, as the library names it where it has that. */
  readonly item: OwnItem;
}

export const NOTHING_OWN: OwnSearched = { written: [], today: '' };

/** What something was written about, by the names that it had then. */
export function itemOf(subject: Subject): OwnItem {
  switch (subject.kind) {
    case 'post':
      return { kind: 'post', id: subject.post };
    case 'publication':
      return { kind: 'publication', id: subject.publication.id };
    case 'recommendation':
      return itemOfRecommendation(subject);
  }
}

function itemOfRecommendation({ post, number }: RecommendationSubject): OwnItem {
  return { kind: 'recommendation', post, number };
}
