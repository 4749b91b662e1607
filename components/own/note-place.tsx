import { useMemo } from 'preact/hooks';
import type { Note, Subject } from '../../core/model/own.ts';
import { hasSameWords } from '../../core/own/keys.ts';
import { ownIdOf } from '../../core/own/subjects.ts';
import type { Item } from '../beside.ts';
import { useLanguage, useWords } from '../words.ts';
import { keysOfItem, subjectOfItem, wordsOf } from './items.ts';
import { NoteView } from './note.tsx';
import { namesOf } from './note-names.ts';
import { NOTHING, type Written } from './records.ts';
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
  // Until it is known nothing is: what comes then is mostly what stands there already, and moves nothing.
  const records = useOwn(keys) ?? NOTHING;
  const notes = notesAbout(subject, records);
  const names = namesOf(subject, translate, language);
  const id = ownIdOf('note', subject);
  // The field stays where it is when the note comes to be that is written in it.
  if (notes.length === 0) return <NoteView key={id} id={id} subject={subject} note={null} names={names} />;
  return notes.map((note) => (
    <NoteView
      key={note.id}
      id={note.id}
      subject={note.subject}
      note={note}
      names={names}
      before={hasOtherWords(note.subject, subject) ? wordsOf(note.subject) : null}
    />
  ));
}

/** Those on the same words go before those on what was at the same place. */
function notesAbout(subject: Subject, records: readonly Written[]): readonly Note[] {
  const notes = records.filter((record): record is Note => record.kind === 'note');
  const same = notes.filter((note) => !hasOtherWords(note.subject, subject));
  return same.length > 0 ? same : notes;
}

/** A publication that has another title is the same for all that is written about it. */
function hasOtherWords(before: Subject, now: Subject): boolean {
  return before.kind !== 'publication' && !hasSameWords(wordsOf(before), wordsOf(now));
}

function thingOf(item: Item): object {
  if ('post' in item) return item.post;
  return 'recommendation' in item ? item.recommendation : item.publication;
}
