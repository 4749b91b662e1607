import type { Subject } from '../../core/model/own.ts';
import { showNumber } from '../dates.ts';
import type { Translate } from '../words.ts';

/** What a note is called where it stands, and what the button says that begins it. */
export interface NoteNames {
  readonly note: string;
  readonly add: string;
}

export function namesOf(subject: Subject, translate: Translate, language: string | undefined): NoteNames {
  if (subject.kind !== 'recommendation')
    return { note: translate(`note_on_${subject.kind}`), add: translate(`note_add_${subject.kind}`) };
  const number = showNumber(subject.number, language);
  return { note: translate('note_on_recommendation', number), add: translate('note_add_recommendation', number) };
}
