import { useEffect, useReducer, useRef } from 'preact/hooks';
import { createDraft, type Draft, isUnkept, type Keep } from './draft.ts';
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts';

/**
 * A draft of one of some texts that are stored, or of a new one where there are none: what is written is kept by itself,
 * at once where the field or the page goes.
 */
export function useDraftOf(texts: readonly string[], keep: Keep): Draft {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(keep);
  latest.current = keep;
  const kept = useRef<Draft | null>(null);
  kept.current ??= createDraft(
    texts[0] ?? '',
    (from, to) => latest.current(from, to),
    () => redraw(undefined),
  );
  const draft = kept.current;
  useAskBeforeLeaving(isUnkept(draft.read().keeping));
  const name = JSON.stringify(texts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which texts they are.
  useEffect(() => {
    if (draft.learn(texts)) redraw(undefined);
  }, [draft, name]);
  useEffect(() => {
    const onHide = () => draft.flush();
    addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
      draft.flush();
    };
  }, [draft]);
  return draft;
}
