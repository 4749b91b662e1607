import { fieldOf, itemsOf, textOf } from './fields.ts';

const MAX_LABELS = 100;
const MAX_LABEL = 128;
const SIGNED_IN_ONLY = '!no-unauthenticated';
/** Labels of a post or of its author with which nothing of it is shown to anybody, or to nobody who is not signed in. */
const HIDING = new Set(['!hide', '!takedown', '!suspend', SIGNED_IN_ONLY]);

/** The values of labels in an answer, or of those that a record bears itself, each once; not those that are taken back. */
export function readLabels(value: unknown): string[] {
  const labels = itemsOf(Array.isArray(value) ? value : fieldOf(value, 'values'), MAX_LABELS);
  const values = labels.flatMap((label) =>
    fieldOf(label, 'neg') === true ? [] : (textOf(fieldOf(label, 'val'), MAX_LABEL) ?? []),
  );
  return [...new Set(values)].filter((each) => each !== '');
}

export function isHidden(labels: readonly string[]): boolean {
  return labels.some((label) => HIDING.has(label));
}

/** Whether an account asks not to be shown to who is not signed in, as no reader of the extension's is. */
export function isForSignedIn(labels: readonly string[]): boolean {
  return labels.includes(SIGNED_IN_ONLY);
}
