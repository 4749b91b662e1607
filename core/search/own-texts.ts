import type { FollowUp, Note, Subject } from '../model/own.ts';
import { remembered } from '../remembered.ts';
import { familiesOfWords } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';
import { amountsAt } from './amounts.ts';

/** A text as it is looked through: its words in order, and the families of these and of its amounts. */
export interface ReadText {
  readonly words: readonly string[];
  readonly families: ReadonlySet<string>;
}

/** What is not one text is none to a phrase. */
const BETWEEN = '';

/** What the reader wrote in a record, each text by itself. */
export function textsOf(record: Note | FollowUp): readonly string[] {
  if (record.kind === 'note') return record.texts;
  const evidence = record.evidence.flatMap(({ title, quotation, remark }) => [title, quotation, remark]);
  return [...record.remarks, ...evidence].filter((text) => text !== '');
}

/** What was read of a record stays read as long as there is that record: the next letter typed looks through all again. */
export const readRecord = remembered((record: Note | FollowUp) => readTexts(textsOf(record)));

/** The title of the publication that a note is about, or that what it is about is about, as it was. */
export const readTitle = remembered((note: Note) => readTexts([titleOf(note.subject)]));

export function titleOf(subject: Subject): string {
  return (subject.kind === 'post' ? subject.about : subject.publication)?.title ?? '';
}

function readTexts(texts: readonly string[]): ReadText {
  const words = texts.flatMap((text, index) => (index === 0 ? wordsOf(text) : [BETWEEN, ...wordsOf(text)]));
  const amounts = words.flatMap((_, place) => amountsAt(words, place));
  return { words, families: new Set(familiesOfWords([...words, ...amounts].filter((word) => word !== BETWEEN))) };
}
