import { useContext, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Note, OwnId, Subject } from '../../core/model/own.ts';
import { useWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { NoteField } from './note-field.tsx';
import type { NoteNames } from './note-names.ts';
import { NoteOthers } from './note-others.tsx';
import { NoteQuotation } from './note-quotation.tsx';
import { NoteRead } from './note-read.tsx';
import { OwnContext } from './own.ts';
import { useDraft } from './use-own.ts';

interface Props {
  readonly id: OwnId;
  readonly subject: Subject;
  /** Null where there is none yet, or no longer. */
  readonly note: Note | null;
  readonly names: NoteNames;
  /** What it was about when it was written, where that has other words now. */
  readonly before?: string | null;
}

/** One note: read, written and removed in its place. */
export function NoteView({ id, subject, note, names, before = null }: Props) {
  const translate = useWords();
  const own = useContext(OwnContext);
  const draft = useDraft(id, note);
  const [isOpen, setOpen] = useState(false);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const { back, comeBack } = useReturn();
  if (own === null) return null;

  const stored = draft?.read().stored ?? note?.texts[0] ?? '';
  const text = draft?.read().text ?? stored;
  const begin = (): Draft => own.write(id, subject, stored);
  const open = () => {
    begin();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    comeBack();
  };
  const put = (next: string): Promise<boolean> => {
    const begun = begin();
    begun.write(next);
    return begun.settle();
  };
  const drop = async (texts: readonly string[]) => {
    const outcomes = await Promise.all(texts.map((each) => own.keepNote(subject, each, '')));
    setDropped(texts.filter((_, place) => outcomes[place] === null));
  };
  const others = (note?.texts ?? []).filter((each) => each !== stored);
  const beside = (
    <>
      {before !== null && <NoteQuotation said={translate('note_words_changed')} words={before} />}
      <NoteOthers
        texts={others}
        onJoin={async (other) => {
          if (await put(`${text}\n\n${other}`)) await own.keepNote(subject, other, '');
          // An undo would take away what is stored nowhere else by then.
          draft?.open();
        }}
        onKeep={(kept) => drop([stored, ...others].filter((each) => each !== (kept ?? stored)))}
      />
      {dropped.length > 0 && (
        <Undoable
          said={translate('note_dropped')}
          onUndo={() => {
            setDropped([]);
            for (const each of dropped) void own.keepNote(subject, '', each);
          }}
        />
      )}
    </>
  );

  if (isOpen && draft !== null)
    return (
      <article class="note" aria-label={names.note}>
        <NoteField draft={draft} label={names.note} onClose={close} />
        {beside}
      </article>
    );
  if (text !== '')
    return (
      <NoteRead
        text={text}
        draft={draft}
        name={names.note}
        edit={back}
        onEdit={open}
        onRemove={async () => {
          comeBack();
          const isKept = await put('');
          if (!isKept || others.length === 0) return;
          // Another text takes its place.
          setDropped([text]);
          comeBack();
        }}
      >
        {beside}
      </NoteRead>
    );
  const { opened = '', undone = null } = draft?.read() ?? {};
  const removed = opened || (undone ?? '');
  return (
    <>
      <button
        ref={back}
        type="button"
        class="action note-add"
        data-note=""
        aria-label={names.add}
        title={names.add}
        onClick={open}
      >
        {translate('note_add')}
      </button>
      {removed !== '' && <Undoable said={translate('note_removed')} onUndo={() => void put(removed)} />}
    </>
  );
}

/** What was done, and the way back. */
function Undoable({ said, onUndo }: { readonly said: string; readonly onUndo: () => void }) {
  const translate = useWords();
  return (
    <p class="note-notice" role="status">
      {said}{' '}
      <button type="button" class="action" onClick={onUndo}>
        {translate('note_undo')}
      </button>
    </p>
  );
}

/** Has the focus come back to the button that what had it was opened with. */
function useReturn() {
  const back = useRef<HTMLButtonElement>(null);
  const [returns, comeBack] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    if (returns > 0) back.current?.focus();
  }, [returns]);
  return { back, comeBack: () => comeBack(undefined) };
}
