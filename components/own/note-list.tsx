import { useId } from 'preact/hooks';
import { addressOfRoute } from '../../core/library-route.ts';
import type { NamedPublication, Note, Subject } from '../../core/model/own.ts';
import type { Anchor } from '../../core/protocol/own.ts';
import { showDayOf, showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { NoteOf } from './note-of.tsx';
import { NoteQuotation } from './note-quotation.tsx';
import { publicationOf, routeOfSubject } from './subject-route.ts';

/** A note, and what the library has now of what it is about. */
export interface AnchoredNote {
  readonly note: Pick<Note, 'id' | 'subject'>;
  /** Null where it is no longer asked for: the note was removed. */
  readonly anchor: Anchor | null;
  /** When it was last changed, as `YYYY-MM-DD`; null for one that was removed. */
  readonly changed: string | null;
}

/** Notes under the publications that they are about, in the order in which they come. */
export function NoteList({ notes }: { readonly notes: readonly AnchoredNote[] }) {
  const groups = Map.groupBy(notes, (each) => publicationNow(each)?.id ?? '');
  return [...groups].map(([id, group]) => (
    <NoteGroup key={id} publication={group[0] === undefined ? null : publicationNow(group[0])} notes={group} />
  ));
}

interface GroupProps {
  readonly publication: NamedPublication | null;
  readonly notes: readonly AnchoredNote[];
}

function NoteGroup({ publication, notes }: GroupProps) {
  const translate = useWords();
  const id = useId();
  return (
    <section class="note-group" aria-labelledby={id}>
      <h2 class="page-heading" id={id}>
        {publication?.title ?? translate('note_list_no_publication')}
      </h2>
      <ul class="plain-list">
        {notes.map((each) => (
          <NoteItem key={each.note.id} {...each} />
        ))}
      </ul>
    </section>
  );
}

/** What the note is about, in its words as they were, and the note. */
function NoteItem({ note: { id, subject }, anchor, changed }: AnchoredNote) {
  const translate = useWords();
  const language = useLanguage();
  const now = anchor?.kind === 'present' ? anchor.subject : null;
  const isGone = anchor?.kind === 'gone';
  const name = useName(subject);
  return (
    <li class="note-item" data-note-id={id}>
      <p class="note-about">
        {isGone ? (
          <strong>{name}</strong>
        ) : (
          <a class="note-link" data-item="" href={addressOfRoute(routeOfSubject(now ?? subject))}>
            {name}
          </a>
        )}
        {changed !== null && (
          <span class="note-when">
            {' · '}
            {translate('note_list_written', showDayOf(changed, language))}
          </span>
        )}
      </p>
      <Quotation subject={subject} said={isGone ? translate(`note_list_gone_${subject.kind}`) : null} />
      {now !== null && anchor?.kind === 'present' && !anchor.hasSameWords && (
        <Quotation subject={now} said={translate('note_list_changed')} />
      )}
      <NoteOf id={id} subject={subject} />
    </li>
  );
}

interface QuotationProps {
  readonly subject: Subject;
  readonly said: string | null;
}

/** Of a publication the heading above says all. */
function Quotation({ subject, said }: QuotationProps) {
  if (subject.kind !== 'publication') return <NoteQuotation said={said} words={subject.words} />;
  return said !== null && <p class="note-notice">{said}</p>;
}

function useName(subject: Subject): string {
  const translate = useWords();
  const language = useLanguage();
  switch (subject.kind) {
    case 'post':
      return translate('note_list_post', showDayOf(subject.time, language));
    case 'recommendation':
      return translate('note_list_recommendation', showNumber(subject.number, language));
    case 'publication':
      return translate('note_list_publication');
  }
}

function publicationNow({ note, anchor }: AnchoredNote): NamedPublication | null {
  return publicationOf(anchor?.kind === 'present' ? anchor.subject : note.subject) ?? publicationOf(note.subject);
}
