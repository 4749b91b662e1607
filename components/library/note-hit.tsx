import type { SearchHit } from '../../core/protocol/search.ts';
import { titleOf } from '../../core/search/own-texts.ts';
import { firstOf } from '../../core/text/first-of.ts';
import { useLanguage, useWords } from '../words.ts';
import { About, HitHead, HitText } from './hit-parts.tsx';
import { listDay, listNumber } from './listed.ts';

interface Props {
  readonly hit: Extract<SearchHit, { readonly kind: 'note' }>;
}

/** UTF-16 units of what is shown of a note where it was not found by its words, and of what it is about. */
const MAX_SHOWN = 420;
const MAX_QUOTED = 200;

/** A note that was found, with what it is about. */
export function NoteHitView({ hit }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { note, day, about, item, foundIn } = hit;
  const { subject } = note;
  const inNote = foundIn.filter(({ field }) => field === 'note');
  const named = foundIn.find(({ field, text }) => field === 'about' && text === about?.title);
  const name =
    subject.kind === 'recommendation'
      ? translate('search_own_note_recommendation', listNumber(subject.number, language))
      : translate(`search_own_note_${subject.kind}`);
  return (
    <HitHead hit={hit} name={day === null ? name : `${name} · ${listDay(day, language)}`} meta={[]} actions={null}>
      {inNote.map((found) => (
        <HitText key={found.text} found={found} text={found.text} lang={undefined} />
      ))}
      {inNote.length === 0 && (
        <HitText found={undefined} text={shorten(note.texts[0] ?? '', MAX_SHOWN)} lang={undefined} />
      )}
      {item === null && <p class="hit-notice">{translate('search_own_gone')}</p>}
      {subject.kind !== 'publication' && <Quoted text={subject.words} />}
      {about === null ? <Named title={titleOf(subject)} /> : <About about={about} named={named} />}
    </HitHead>
  );
}

function Quoted({ text }: { readonly text: string }) {
  const translate = useWords();
  return (
    <p class="hit-reason">
      <span class="hit-field">{translate('search_own_quotation')}</span> <q dir="auto">{shorten(text, MAX_QUOTED)}</q>
    </p>
  );
}

function shorten(text: string, most: number): string {
  const shown = firstOf(text, most);
  return shown === text ? text : `${shown.replace(/\s\S*$/, '')}…`;
}

/** What it was about, where the library no longer has it. */
function Named({ title }: { readonly title: string }) {
  const translate = useWords();
  if (title === '') return null;
  return (
    <p class="hit-reason">
      <span class="hit-field">{translate('hit_about')}</span> <bdi>{title}</bdi>
    </p>
  );
}
