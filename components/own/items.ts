import type { Subject } from '../../core/model/own.ts';
import { keysOfPost, keysOfPublication, keysOfRecommendation, type OwnKey } from '../../core/own/keys.ts';
import { subjectOfPost, subjectOfPublication, subjectOfRecommendation } from '../../core/own/subjects.ts';
import type { Item } from '../beside.ts';

/** What the reader wrote about an item has one of these. */
export function keysOfItem(item: Item): readonly OwnKey[] {
  if ('post' in item) return keysOfPost(item.post);
  return 'recommendation' in item
    ? keysOfRecommendation(item.recommendation, item.publication)
    : keysOfPublication(item.publication);
}

/** An item with its words as they are now. */
export function subjectOfItem(item: Item): Subject {
  if ('post' in item) return subjectOfPost(item.post, item.publication);
  return 'recommendation' in item
    ? subjectOfRecommendation(item.recommendation, item.publication)
    : subjectOfPublication(item.publication);
}

/** The words that something of the reader's own is about; a publication has none but its title. */
export function wordsOf(subject: Subject): string {
  return subject.kind === 'publication' ? subject.publication.title : subject.words;
}
