import { useRef, useState } from 'preact/hooks';
import { stands, type Undo, undoBoth, undoOf } from '../../core/follow-up/undo.ts';
import type { FollowUp } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import { isSame } from '../../core/own/same.ts';
import { type ChosenField, createChoices, type Waiting } from './choices.ts';
import type { Unkept } from './draft.ts';
import { useHeld } from './use-held.ts';

/** Has a field changed in what is stored; null where it is kept. A rejection is a failure. */
export type KeepEdit = (edit: FollowUpEdit) => Promise<Unkept | null>;

export interface Edits {
  readonly edit: KeepEdit;
  /** What takes the last edit back; null for none, and where another window has made something else of it since. */
  readonly undo: readonly FollowUpEdit[] | null;
  readonly onUndo: () => void;
  readonly waiting: Waiting;
}

/** Milliseconds between two letters of a day that is typed. */
const AT_ONCE = 10_000;

/** The edits of one follow-up that are made here: the last one can be taken back, and that again. */
export function useEdits(name: string, followUp: FollowUp | null, keep: KeepEdit): Edits {
  const [last, setLast] = useState<Undo | null>(null);
  const choices = useHeld(`${name} choices`, createChoices);
  const now = useRef(followUp);
  now.current = followUp;
  /** An answer to a choice that was followed by another says nothing of that one. */
  const lastChoice = useRef(new Map<ChosenField, FollowUpEdit>());
  const editedAt = useRef(Number.NEGATIVE_INFINITY);
  const edit = async (next: FollowUpEdit, isUndo = false): Promise<Unkept | null> => {
    const back = undoOf(next, now.current);
    const isAtOnce = performance.now() - editedAt.current < AT_ONCE;
    editedAt.current = performance.now();
    const isChoice = next.field !== 'remark' && next.field !== 'evidence';
    if (isChoice) lastChoice.current.set(next.field, next);
    const why = await keep(next).catch((): Unkept => 'failed');
    if (isChoice && lastChoice.current.get(next.field) === next) choices.put(next, why);
    const changes = back === null || !isSame(back.to, next.to);
    if (why === null && changes) setLast((before) => undoBoth(isUndo ? null : before, next, back, isAtOnce));
    return why;
  };
  choices.keepWith(edit);
  const undo = last !== null && stands(last.of, followUp) ? last.back : null;
  const onUndo = async () => {
    for (const each of undo ?? []) if ((await edit(each, true)) !== null) return;
  };
  return { edit: (next) => edit(next), undo, onUndo: () => void onUndo(), waiting: choices.read() };
}
