import type { Note, PublicationSubject, RecommendationSubject, Subject } from '../../../core/model/own.ts';
import { ownIdOf } from '../../../core/own/subjects.ts';

export const PUBLICATION: PublicationSubject = {
  kind: 'publication',
  publication: { id: 'publication:1', title: 'Procurement for missions', addresses: [] },
};

export const RECOMMENDATION: RecommendationSubject = {
  kind: 'recommendation',
  publication: PUBLICATION.publication,
  thread: 'thread:1',
  post: 'post:1',
  number: 3,
  section: null,
  words: 'Publish longer-term pipelines, giving industry sight of opportunities',
};

export function noteOn(subject: Subject, ...texts: readonly string[]): Note {
  const id = ownIdOf('note', subject);
  return { kind: 'note', id, subject, made: 1, changed: Date.UTC(2026, 10, 29), version: { here: 1 }, texts };
}
