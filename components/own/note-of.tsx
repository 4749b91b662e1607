import { useMemo } from 'preact/hooks';
import type { Note, OwnId, Subject } from '../../core/model/own.ts';
import { keysOfSubject } from '../../core/own/keys.ts';
import { useLanguage, useWords } from '../words.ts';
import { NoteView } from './note.tsx';
import { namesOf } from './note-names.ts';
import { useOwn } from './use-own.ts';

interface Props {
  readonly id: OwnId;
  readonly subject: Subject;
}

/** One note by its name, whatever there is now of what it is about. */
export function NoteOf({ id, subject }: Props) {
  const translate = useWords();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a note is about stays, its object is another each time.
  const keys = useMemo(() => keysOfSubject(subject), [id]);
  const records = useOwn(keys);
  if (records === null) return null;
  const note = records.find((each): each is Note => each.kind === 'note' && each.id === id) ?? null;
  return <NoteView id={id} subject={subject} note={note} names={namesOf(subject, translate, language)} />;
}
