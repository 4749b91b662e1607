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
  /** Null for what was not there before, or is not to be. */
  | { readonly field: 'evidence'; readonly from: Evidence | null; readonly to: Evidence | null }
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
  return { kind: 'note', id, subject: note?.subject ?? subject, made: note?.made ?? at, changed: at, version, texts };
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

/** Evidence that was changed elsewhere in the meantime stays as it is there, and what is to be stands beside it. */
function withEvidence(
  known: FollowUp,
  { from, to }: Extract<FollowUpEdit, { readonly field: 'evidence' }>,
  at: number,
): FollowUp {
  const stored = known.evidence.find(({ id }) => id === (from ?? to)?.id) ?? null;
  const field = 'evidence';
  if (to === null) {
    if (stored === null || !isSame(stored, from)) return known;
    const evidence = known.evidence.filter((each) => each !== stored);
    return withChange({ ...known, evidence }, { at, field, from: stored, to });
  }
  if (isSame(stored, to)) return known;
  if (stored !== null && isSame(stored, from)) {
    const evidence = known.evidence.map((each) => (each === stored ? to : each));
    return withChange({ ...known, evidence }, { at, field, from: stored, to });
  }
  const beside = stored === null ? to : underOtherId(to);
  if (known.evidence.some((each) => isSame(each, beside))) return known;
  return withChange({ ...known, evidence: [...known.evidence, beside] }, { at, field, from: null, to: beside });
}

/** Under another id, the same whenever it is made. */
export function underOtherId(evidence: Evidence): Evidence {
  return { ...evidence, id: `${evidence.id}-${hashOf(JSON.stringify(evidence))}` };
}

/** Changes of one text or of one evidence within a sitting are one; a removal is one by itself, which says what went. */
function withChange(followUp: FollowUp, change: FollowUpChange): FollowUp {
  const latest = followUp.history.at(-1);
  if (latest === undefined || change.at - latest.at > ONE_SITTING) return added(followUp, change);
  if (change.to === null || change.to === '') return added(followUp, change);
  if (latest.field === 'remark' && change.field === 'remark' && latest.to === change.from) {
    return replaced(followUp, { ...change, from: latest.from });
  }
  if (
    latest.field === 'evidence' &&
    change.field === 'evidence' &&
    change.from !== null &&
    isSame(latest.to, change.from)
  ) {
    return replaced(followUp, { ...change, from: latest.from });
  }
  return added(followUp, change);
}

function added(followUp: FollowUp, change: FollowUpChange): FollowUp {
  return { ...followUp, history: [...followUp.history, change] };
}

function replaced(followUp: FollowUp, change: FollowUpChange): FollowUp {
  return { ...followUp, history: followUp.history.with(-1, change) };
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, place) => text === other[place]);
}
