import type { FollowUp, Note, RecommendationSubject } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, type FollowUpEdit, type Writing } from '../../../core/own/change.ts';

export const SUBJECT: RecommendationSubject = {
  kind: 'recommendation',
  publication: { id: 'ifg:procurement', title: 'Procurement reform', addresses: ['https://a.example/procurement'] },
  thread: 'thread:1',
  post: 'post:1',
  number: 3,
  section: 'Skills',
  words: 'The Cabinet Office should publish what contracts cost.',
};

export function writing(at: number, by = 'here'): Writing {
  return { at, by };
}

export function noteOf(text: string, made = writing(1)): Note {
  const note = changeNote(null, SUBJECT, { from: '', to: text }, made);
  if (note?.kind !== 'note') throw new Error('no note');
  return note;
}

export function followUpOf(
  edits: readonly FollowUpEdit[],
  made = writing(1),
  before: FollowUp | null = null,
): FollowUp {
  let followUp = before;
  for (const [place, edit] of edits.entries()) {
    followUp = changeFollowUp(followUp, SUBJECT, edit, { ...made, at: made.at + place });
  }
  if (followUp === null) throw new Error('no edit');
  return followUp;
}
