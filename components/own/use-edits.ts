import { useEffect, useRef, useState } from 'preact/hooks';
import { joinUndo, undoOf } from '../../core/follow-up/undo.ts';
import type { FollowUp } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import { RETRY, type Unkept } from './draft.ts';
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts';

/** Has a field changed in what is stored; null where it is kept. A rejection is a failure. */
export type KeepEdit = (edit: FollowUpEdit) => Promise<Unkept | null>;

/** A field that is chosen rather than written. What is written has a draft, which tries again and says so where it stands. */
type ChosenField = Exclude<FollowUpEdit['field'], 'remark' | 'evidence'>;
type Choice<Field extends ChosenField> = Extract<FollowUpEdit, { readonly field: Field }>;

/** The last choice of each field that could not be kept, and why. */
type Waiting = { readonly [Field in ChosenField]?: { readonly edit: Choice<Field>; readonly why: Unkept } };

export interface Edits {
  readonly edit: KeepEdit;
  /** What takes the last edit back; null for none. */
  readonly undo: FollowUpEdit | null;
  readonly onUndo: () => void;
  /** Choices that are not kept: shown as they were made, and tried again as long as they are shown. */
  readonly waiting: Waiting;
}

/** The edits of one follow-up that are made here: the last one can be taken back, and that again. */
export function useEdits(followUp: FollowUp | null, keep: KeepEdit): Edits {
  const [undo, setUndo] = useState<FollowUpEdit | null>(null);
  const [waiting, setWaiting] = useState<Waiting>({});
  const now = useRef(followUp);
  now.current = followUp;
  /** An answer to a choice that was followed by another says nothing of that one. */
  const last = useRef(new Map<ChosenField, FollowUpEdit>());
  const edit = async (next: FollowUpEdit, isUndo = false): Promise<Unkept | null> => {
    const back = undoOf(next, now.current);
    const { field } = next;
    const isChoice = field !== 'remark' && field !== 'evidence';
    if (isChoice) last.current.set(field, next);
    const why = await keep(next).catch((): Unkept => 'failed');
    if (isChoice && last.current.get(field) === next)
      setWaiting((before) => ({ ...before, [field]: why === null ? undefined : { edit: next, why } }));
    if (why === null) setUndo((before) => (isUndo ? back : joinUndo(before, back)));
    return why;
  };
  useAskBeforeLeaving(whyWaiting(waiting) !== null);
  const latest = useRef(edit);
  latest.current = edit;
  useEffect(() => {
    const choices = Object.values(waiting).filter((choice) => choice !== undefined);
    if (choices.length === 0) return;
    const timer = setTimeout(() => {
      for (const choice of choices) void latest.current(choice.edit);
    }, RETRY);
    return () => clearTimeout(timer);
  }, [waiting]);
  const onUndo = () => {
    if (undo !== null) void edit(undo, true);
  };
  return { edit: (next) => edit(next), undo, onUndo, waiting };
}

/** Why a choice is not kept; null where all are. */
export function whyWaiting(waiting: Waiting): Unkept | null {
  return Object.values(waiting).find((choice) => choice !== undefined)?.why ?? null;
}
