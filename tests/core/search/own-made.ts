import type { Feed } from '../../../core/model/feed.ts';
import type { FollowUp, Note, RecommendationSubject, Subject } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, type FollowUpEdit } from '../../../core/own/change.ts';
import { subjectOfPost, subjectOfPublication, subjectOfRecommendation } from '../../../core/own/subjects.ts';
import { itemOf, type OwnSearched } from '../../../core/search/own-searched.ts';

export const WRITTEN_AT = Date.UTC(2025, 10, 20, 10);

export function noteOn(subject: Subject, text: string, at = WRITTEN_AT): Note {
  const note = changeNote(null, subject, { from: '', to: text }, { at, by: 'here' });
  if (note?.kind !== 'note') throw new Error('no note');
  return note;
}

export function followUpOf(subject: RecommendationSubject, edits: readonly FollowUpEdit[]): FollowUp {
  let followUp: FollowUp | null = null;
  for (const edit of edits) followUp = changeFollowUp(followUp, subject, edit, { at: WRITTEN_AT, by: 'here' });
  if (followUp === null) throw new Error('no edit');
  return followUp;
}

/** What was written, as it is searched. */
export function ownOf(records: readonly (Note | FollowUp)[], today = '2025-12-01'): OwnSearched {
  return { written: records.map((record) => ({ record, item: itemOf(record.subject) })), today };
}

/** Subjects in a feed, by their places. */
export function subjectsIn({ posts, recommendations, publications }: Feed) {
  const at = <Item>(items: readonly Item[], place: number): Item => {
    const item = items[place];
    if (item === undefined) throw new Error(`there is no ${place}`);
    return item;
  };
  const titled = (id: string | null | undefined) => publications.find((each) => each.id === id) ?? null;
  return {
    post: (place: number) => subjectOfPost(at(posts, place), titled(at(posts, place).publications[0])),
    recommendation: (place: number) =>
      subjectOfRecommendation(at(recommendations, place), titled(at(recommendations, place).publication)),
    publication: (place: number) => subjectOfPublication(at(publications, place)),
  };
}
