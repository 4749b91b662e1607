import type { FollowUp } from '../model/own.ts';
import { type FollowUpEdit, formsOf, saysSame } from '../own/change.ts';
import { NOTHING_KNOWN } from './line.ts';

/** The last edit, and what takes it back: one edit after another. */
export interface Undo {
  readonly of: FollowUpEdit;
  readonly back: readonly FollowUpEdit[];
}

/** What two remarks are as one. */
export function joinRemarks(one: string, other: string): string {
  return `${one}\n\n${other}`;
}

/** Whether an edit still stands: what another window made of it since is not to be taken back here. */
export function stands(edit: FollowUpEdit, now: FollowUp | null): boolean {
  const { response, progress } = now ?? NOTHING_KNOWN;
  const { checkOn = null, remarks = [], evidence = [] } = now ?? {};
  switch (edit.field) {
    case 'response':
      return response === edit.to;
    case 'progress':
      return progress === edit.to;
    case 'checkOn':
      return checkOn === edit.to;
    case 'remark':
      return edit.to === '' ? !remarks.includes(edit.from) : remarks.includes(edit.to);
    case 'evidence': {
      const forms = formsOf(evidence, (edit.to ?? edit.from)?.id ?? '');
      return edit.to === null ? forms.length === 0 : forms.some((form) => saysSame(form, edit.to));
    }
    case 'subject':
      return true;
  }
}

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
      return { field: edit.field, from: edit.to, to: edit.from, ...placeOf(edit, before) };
    case 'subject':
      return before && { field: edit.field, to: before.subject };
  }
}

/** Where an evidence stands that is removed: before which other. */
function placeOf(
  { from, to }: Extract<FollowUpEdit, { readonly field: 'evidence' }>,
  before: FollowUp | null,
): { readonly before?: string } {
  const evidence = before?.evidence ?? [];
  const place = to === null ? evidence.findIndex(({ id }) => id === from?.id) : -1;
  const next = place === -1 ? undefined : evidence[place + 1];
  return next === undefined ? {} : { before: next.id };
}

/** What takes an edit back that was made of `edit`, and with it the one before, where the two are one. */
export function undoBoth(
  before: Undo | null,
  edit: FollowUpEdit,
  back: FollowUpEdit | null,
  isAtOnce: boolean,
): Undo | null {
  const [earlier = null] = before?.back ?? [];
  if (earlier?.field === 'remark' && back?.field === 'remark' && earlier.from === joinRemarks(earlier.to, back.to))
    return { of: edit, back: [back, earlier] };
  const joined = joinUndo(earlier, back, isAtOnce);
  return joined && { of: edit, back: [joined] };
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
