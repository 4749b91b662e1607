import type { IsoDate } from '../model/ids.ts';
import type {
  Evidence,
  FollowUp,
  FollowUpChange,
  Note,
  Progress,
  RecommendationSubject,
  Removed,
  Response,
  Subject,
  WriterId,
} from '../model/own.ts';
import { hashOf } from '../text/hash.ts';
import { isSame } from './same.ts';
import { ownIdOf } from './subjects.ts';
import { changeText } from './texts.ts';
import { nextVersion } from './version.ts';

/** When and where a change is made; `at` in milliseconds since 1970. */
export interface Writing {
  readonly at: number;
  readonly by: WriterId;
}

/** One field of a follow-up as it is to be; of texts and evidence also what it was where it was changed. */
export type FollowUpEdit =
  | { readonly field: 'response'; readonly to: Response }
  | { readonly field: 'progress'; readonly to: Progress }
  | { readonly field: 'checkOn'; readonly to: IsoDate | null }
  /** Null for what was not there before, or is not to be; `before` which one it comes, at the end where none is given. */
  | {
      readonly field: 'evidence';
      readonly from: Evidence | null;
      readonly to: Evidence | null;
      readonly before?: string;
    }
  /** `''` for none. */
  | { readonly field: 'remark'; readonly from: string; readonly to: string }
  /** The recommendation as it stands now, whose words have changed. */
  | { readonly field: 'subject'; readonly to: RecommendationSubject };

/** Milliseconds in which changes of one text are one. */
const ONE_SITTING = 10 * 60_000;

/** A note with one of its texts changed, `''` for none; the same one where that changes nothing, null where there is none. */
export function changeNote(
  before: Note | Removed | null,
  subject: Subject,
  { from, to }: { readonly from: string; readonly to: string },
  { at, by }: Writing,
): Note | Removed | null {
  const note = before?.kind === 'note' ? before : null;
  const known = note?.texts ?? [];
  const texts = changeText(known, from, to);
  if (texts.length === known.length && texts.every((text, place) => text === known[place])) return before;
  const version = nextVersion(before?.version ?? {}, by);
  const id = before?.id ?? ownIdOf('note', subject);
  if (texts.length === 0) return { kind: 'removed', id, changed: at, version };
  const begun = note ?? { kind: 'note', id, subject, made: at };
  return { ...begun, changed: at, version, texts };
}

/** A follow-up with one field changed, and the change in its history; the same one where that changes nothing. */
export function changeFollowUp(
  before: FollowUp | Removed | null,
  subject: RecommendationSubject,
  edit: FollowUpEdit,
  { at, by }: Writing,
): FollowUp {
  const known = before?.kind === 'follow-up' ? before : beginFollowUp(before, subject, at);
  const changed = edited(known, edit, at);
  return changed === known ? known : { ...changed, changed: at, version: nextVersion(known.version, by) };
}

/** What is left of a record that its reader removes. */
export function removeRecord({ id, version }: Note | FollowUp, { at, by }: Writing): Removed {
  return { kind: 'removed', id, changed: at, version: nextVersion(version, by) };
}

/** Nothing is known of it yet. */
function beginFollowUp(removed: Removed | null, subject: RecommendationSubject, at: number): FollowUp {
  return {
    kind: 'follow-up',
    id: removed?.id ?? ownIdOf('follow-up', subject),
    subject,
    made: at,
    changed: at,
    version: removed?.version ?? {},
    response: 'none',
    progress: 'not-started',
    checkOn: null,
    evidence: [],
    remarks: [],
    history: [],
  };
}

function edited(known: FollowUp, edit: FollowUpEdit, at: number): FollowUp {
  switch (edit.field) {
    case 'response': {
      const change = { at, field: edit.field, from: known.response, to: edit.to };
      return edit.to === known.response ? known : withChange({ ...known, response: edit.to }, change);
    }
    case 'progress': {
      const change = { at, field: edit.field, from: known.progress, to: edit.to };
      return edit.to === known.progress ? known : withChange({ ...known, progress: edit.to }, change);
    }
    case 'checkOn': {
      const change = { at, field: edit.field, from: known.checkOn, to: edit.to };
      return edit.to === known.checkOn ? known : withChange({ ...known, checkOn: edit.to }, change);
    }
    case 'remark': {
      const remarks = changeText(known.remarks, edit.from, edit.to);
      return sameTexts(remarks, known.remarks) ? known : withChange({ ...known, remarks }, { at, ...edit });
    }
    case 'evidence':
      return withEvidence(known, edit, at);
    case 'subject':
      return isSame(edit.to, known.subject) ? known : { ...known, subject: edit.to };
  }
}

/**
 * Evidence that was changed elsewhere in the meantime stays as it is there, and what is to be stands beside it, under another
 * id. Who wrote that goes on with it, though they know of no other id.
 */
function withEvidence(
  known: FollowUp,
  { from, to, before }: Extract<FollowUpEdit, { readonly field: 'evidence' }>,
  at: number,
): FollowUp {
  const forms = formsOf(known.evidence, (from ?? to)?.id ?? '');
  const own = forms.find((form) => saysSame(form, from));
  const field = 'evidence';
  if (to === null) {
    if (own === undefined) return known;
    const evidence = known.evidence.filter((each) => each !== own);
    return withChange({ ...known, evidence }, { at, field, from: own, to });
  }
  const same = forms.find((form) => saysSame(form, to));
  if (own !== undefined && own !== same) {
    const next = same ?? { ...to, id: own.id };
    const evidence = known.evidence.filter((each) => each !== same).map((each) => (each === own ? next : each));
    return withChange({ ...known, evidence }, { at, field, from: own, to: next });
  }
  if (same !== undefined) return known;
  const beside = underFreeId(to, known.evidence);
  const place = known.evidence.findIndex(({ id }) => id === before);
  const evidence = known.evidence.toSpliced(place === -1 ? known.evidence.length : place, 0, beside);
  return withChange({ ...known, evidence }, { at, field, from: null, to: beside });
}

/** An evidence in each form that it was given where it was changed in two places at once. */
export function formsOf(evidence: readonly Evidence[], id: string): readonly Evidence[] {
  return evidence.filter((each) => each.id === id || each.id.startsWith(`${id}-`));
}

/** Whether both are the same evidence but for the id of their form. */
export function saysSame(form: Evidence, other: Evidence | null): boolean {
  return other !== null && isSame({ ...form, id: other.id }, other);
}

/** Under an id that no other has: what bears the one that it was given may have become something else since. */
function underFreeId(evidence: Evidence, others: readonly Evidence[]): Evidence {
  const isTaken = others.some(({ id }) => id === evidence.id);
  return isTaken ? underFreeId(underOtherId(evidence), others) : evidence;
}

/** Under another id, the same whenever it is made. */
export function underOtherId(evidence: Evidence): Evidence {
  return { ...evidence, id: `${evidence.id}-${hashOf(JSON.stringify(evidence))}` };
}

/**
 * Changes of one text, of one evidence or of the day within a sitting are one, also where another window writes meanwhile: a day
 * that is typed passes through others. A removal is one by itself, which says what went. What comes back to what it was is none.
 */
function withChange(followUp: FollowUp, change: FollowUpChange): FollowUp {
  const { history } = followUp;
  const before = history.findLast((each) => isGoneOnWith(each, change));
  const others = history.filter((each) => each !== before);
  const joined = joinChanges(before, change);
  const isNone = before !== undefined && isSame(joined.from, joined.to);
  return { ...followUp, history: isNone ? others : [...others, joined] };
}

function isGoneOnWith(before: FollowUpChange, { at, field, from, to }: FollowUpChange): boolean {
  if (field !== 'remark' && field !== 'evidence' && field !== 'checkOn') return false;
  if (before.field !== field || Math.abs(at - before.at) > ONE_SITTING) return false;
  if (field === 'checkOn') return before.to === from;
  return from !== null && from !== '' && to !== null && to !== '' && isSame(before.to, from);
}

function joinChanges(before: FollowUpChange | undefined, change: FollowUpChange): FollowUpChange {
  if (before?.field === 'remark' && change.field === 'remark') return { ...change, from: before.from };
  if (before?.field === 'checkOn' && change.field === 'checkOn') return { ...change, from: before.from };
  if (before?.field === 'evidence' && change.field === 'evidence') return { ...change, from: before.from };
  return change;
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, place) => text === other[place]);
}
