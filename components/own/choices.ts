import type { FollowUpEdit } from '../../core/own/change.ts';
import { createListeners } from '../listeners.ts';
import { RETRY, type Unkept } from './draft.ts';
import type { Unfinished } from './held.ts';

/** A field that is chosen rather than written. What is written has a draft, which tries again and says so where it stands. */
export type ChosenField = Exclude<FollowUpEdit['field'], 'remark' | 'evidence'>;
export type Choice<Field extends ChosenField = ChosenField> = Extract<FollowUpEdit, { readonly field: Field }>;

/** The last choice of each field that could not be kept, and why. */
export type Waiting = { readonly [Field in ChosenField]?: { readonly edit: Choice<Field>; readonly why: Unkept } };

/** Choices that are not kept: shown as they were made, and tried again until they are. */
export interface Choices extends Unfinished {
  readonly read: () => Waiting;
  /** What became of a choice; null where it is kept. */
  readonly put: (edit: Choice, why: Unkept | null) => void;
  /** From now on they are tried again so, which puts what becomes of each. */
  readonly keepWith: (keep: (edit: FollowUpEdit) => Promise<unknown>) => void;
}

export function createChoices(): Choices {
  let waiting: Waiting = {};
  let keep: (edit: FollowUpEdit) => Promise<unknown> = async () => null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { tell, listen } = createListeners();
  const tryAgain = () => Promise.all(choicesIn(waiting).map(({ edit }) => keep(edit)));
  return {
    read: () => waiting,
    put(edit, why) {
      if (why === null && waiting[edit.field] === undefined) return;
      waiting = { ...waiting, [edit.field]: why === null ? undefined : { edit, why } };
      clearTimeout(timer);
      if (choicesIn(waiting).length > 0) timer = setTimeout(() => void tryAgain(), RETRY);
      tell();
    },
    keepWith(next) {
      keep = next;
    },
    listen,
    flush: () => void tryAgain(),
    async settle() {
      await tryAgain();
      return choicesIn(waiting).length === 0;
    },
    isUnkept: () => choicesIn(waiting).length > 0,
  };
}

/** Why a choice is not kept; null where all are. */
export function whyWaiting(waiting: Waiting): Unkept | null {
  return choicesIn(waiting)[0]?.why ?? null;
}

function choicesIn(waiting: Waiting) {
  return Object.values(waiting).filter((choice) => choice !== undefined);
}
