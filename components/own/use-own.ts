import { useContext, useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { Note, OwnId } from '../../core/model/own.ts';
import type { OwnKey } from '../../core/own/keys.ts';
import type { Draft } from './draft.ts';
import { OwnContext } from './own.ts';
import type { Written } from './records.ts';

/** What the reader wrote about an item with such keys; null until it is known, and on pages that show none of it. */
export function useOwn(keys: readonly OwnKey[]): readonly Written[] | null {
  const own = useContext(OwnContext);
  const [records, setRecords] = useState<readonly Written[] | null>(null);
  const name = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which keys they are.
  useEffect(() => own?.watch(keys, setRecords), [own, name]);
  return records;
}

/** The draft of a note, drawn anew with each change, which takes over what is stored by now. */
export function useDraft(id: OwnId, note: Note | null): Draft | null {
  const own = useContext(OwnContext);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const draft = own?.draftOf(id) ?? null;
  useEffect(() => own?.onDraft(id, () => redraw(undefined)), [own, id]);
  useLayoutEffect(() => {
    if (draft?.learn(note?.texts ?? [])) redraw(undefined);
  }, [draft, note]);
  return draft;
}
