import type { Gloss } from '../gloss/gloss.ts';
import type { FollowUp, Note, OwnRecord, Subject } from '../model/own.ts';
import { createItemIndex } from './item-index.ts';
import {
  keysOfNamed,
  keysOfPost,
  keysOfPublication,
  keysOfRecommendation,
  keysOfSubject,
  type OwnKey,
} from './keys.ts';

/** As much of a gloss as tells what is about it. */
type Glossed = Pick<Gloss, 'publication' | 'conversations' | 'sections'>;

/** What the reader has written about a publication that a gloss is of, about what is said of it, or about what it shows. */
export function writtenAbout(records: readonly OwnRecord[], gloss: Glossed): readonly (Note | FollowUp)[] {
  if (records.length === 0) return [];
  const { publication, conversations, sections } = gloss;
  const shown = createItemIndex<object>();
  if (publication !== null) shown.put(publication, keysOfPublication(publication));
  for (const { posts } of conversations) for (const post of posts) shown.put(post, keysOfPost(post));
  for (const { recommendations } of sections)
    for (const each of recommendations)
      shown.put(each, keysOfRecommendation(each, each.publication === publication?.id ? publication : null));
  const isShown = (keys: readonly OwnKey[]) => shown.find(keys) !== null;
  return records.filter(
    (record): record is Note | FollowUp =>
      record.kind !== 'removed' && (isShown(keysOfSubject(record.subject)) || isShown(keysOfAbout(record.subject))),
  );
}

/** The keys of the publication that something is about; none where it is about none. */
function keysOfAbout(subject: Subject): readonly OwnKey[] {
  const publication = subject.kind === 'post' ? subject.about : subject.publication;
  return publication === null ? [] : keysOfNamed(publication);
}
