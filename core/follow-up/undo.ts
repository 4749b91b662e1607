import type { FollowUp } from '../model/own.ts';
import type { FollowUpEdit } from '../own/change.ts';
import { NOTHING_KNOWN } from './line.ts';

/** What takes an edit back, where it is made to such a follow-up; null for none yet. */
export function undoOf(edit: FollowUpEdit, before: FollowUp | null): FollowUpEdit | null {
  switch (edit.field) {
    case 'response':
      return { field: edit.field, to: (before ?? NOTHING_KNOWN).response };
    case 'progress':
      return { field: edit.field, to: (before ?? NOTHING_KNOWN).progress };
    case 'checkOn':
      return { field: edit.field, to: before?.checkOn ?? null };
    case 'remark':
      return { field: edit.field, from: edit.to, to: edit.from };
    case 'evidence':
      return { field: edit.field, from: edit.to, to: edit.from };
    case 'subject':
      return before && { field: edit.field, to: before.subject };
  }
}

/**
 * What takes back two edits, one after the other, where both are of one text or one evidence, or of the day and at once; else
 * the later one. A removal is taken back by itself: what was there before may be nothing, and the words would be gone.
 */
export function joinUndo(
  earlier: FollowUpEdit | null,
  later: FollowUpEdit | null,
  isAtOnce: boolean,
): FollowUpEdit | null {
  if (later !== null && isRemoval(later)) return later;
  if (earlier?.field === 'remark' && later?.field === 'remark' && earlier.from === later.to)
    return { ...later, to: earlier.to };
  if (isAtOnce && earlier?.field === 'checkOn' && later?.field === 'checkOn') return earlier;
  if (earlier?.field === 'evidence' && later?.field === 'evidence' && earlier.from?.id === later.to?.id)
    return { ...later, to: earlier.to };
  return later;
}

/** Whether it takes a removal back. */
function isRemoval(undo: FollowUpEdit): boolean {
  return (undo.field === 'remark' && undo.from === '') || (undo.field === 'evidence' && undo.from === null);
}
