import { useMemo } from 'preact/hooks';
import type { Note } from '../../core/model/own.ts';
import { ownIdOf } from '../../core/own/subjects.ts';
import type { Item } from '../beside.ts';
import { useLanguage, useWords } from '../words.ts';
import { keysOfItem, subjectOfItem } from './items.ts';
import { NoteView } from './note.tsx';
import { namesOf } from './note-names.ts';
import { useOwn } from './use-own.ts';

interface Props {
  readonly item: Item;
}

/** The reader's notes on an item, or the way to write one. */
export function NotePlace({ item }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const thing = thingOf(item);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an item is made anew with each drawing, what it names is not.
  const { keys, subject } = useMemo(
    () => ({ keys: keysOfItem(item), subject: subjectOfItem(item) }),
    [thing, item.publication],
  );
  const records = useOwn(keys);
  if (records === null) return null;
  const notes = records.filter((record): record is Note => record.kind === 'note');
  const names = namesOf(subject, translate, language);
  const id = ownIdOf('note', subject);
  // The field stays where it is when the note comes to be that is written in it.
  const shown =
    notes.length === 0
      ? [{ id, subject, note: null }]
      : notes.map((note) => ({ id: note.id, subject: note.subject, note }));
  return shown.map((each) => <NoteView key={each.id} {...each} names={names} />);
}

function thingOf(item: Item): object {
  if ('post' in item) return item.post;
  return 'recommendation' in item ? item.recommendation : item.publication;
}
