import type { Gloss } from '../gloss/gloss.ts';
import type { FollowUp, NamedPublication, Note, OwnRecord, Subject } from '../model/own.ts';
import { keysOfNamed, keysOfPost, keysOfPublication, keysOfRecommendation, keysOfSubject } from './keys.ts';

/** As much of a gloss as tells what is about it. */
type Glossed = Pick<Gloss, 'publication' | 'conversations' | 'sections'>;

/** What the reader has written about a publication that a gloss is of, about what is said of it, or about what it shows. */
export function writtenAbout(records: readonly OwnRecord[], gloss: Glossed): readonly (Note | FollowUp)[] {
  if (records.length === 0) return [];
  const { publication, conversations, sections } = gloss;
  const keys = new Set([
    ...(publication === null ? [] : keysOfPublication(publication)),
    ...conversations.flatMap(({ posts }) => posts.flatMap(keysOfPost)),
    ...sections.flatMap(({ recommendations }) => recommendations.flatMap(keysOfRecommendation)),
  ]);
  const isIn = (key: string) => keys.has(key);
  return records.filter(
    (record): record is Note | FollowUp =>
      record.kind !== 'removed' &&
      (keysOfSubject(record.subject).some(isIn) || isAbout(publicationOf(record.subject), isIn)),
  );
}

function publicationOf(subject: Subject): NamedPublication | null {
  return subject.kind === 'post' ? subject.about : subject.publication;
}

function isAbout(publication: NamedPublication | null, isIn: (key: string) => boolean): boolean {
  return publication !== null && keysOfNamed(publication).some(isIn);
}
