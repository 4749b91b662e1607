import { useEffect, useReducer } from 'preact/hooks';
import { createDraft, type Draft, isUnkept, type Keep } from './draft.ts';
import type { Unfinished } from './held.ts';
import { useHeld } from './use-held.ts';

/**
 * A draft of one of some texts that are stored, or of a new one where there are none: what is written is kept by itself, at once
 * where the field or the page goes. Under its name it is the same where the field comes back before it could be kept.
 */
export function useDraftOf(name: string, texts: readonly string[], keep: Keep): Draft {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { draft, tells, keepWith } = useHeld(name, () => createHeldDraft(texts[0] ?? ''));
  keepWith(keep);
  useEffect(() => {
    const tell = () => redraw(undefined);
    tells.add(tell);
    return () => {
      tells.delete(tell);
    };
  }, [tells]);
  const written = JSON.stringify(texts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: this says which texts they are.
  useEffect(() => {
    if (draft.learn(texts)) redraw(undefined);
  }, [draft, written]);
  return draft;
}

interface HeldDraft extends Unfinished {
  readonly draft: Draft;
  readonly tells: Set<() => void>;
  /** From now on it is kept so. */
  readonly keepWith: (keep: Keep) => void;
}

function createHeldDraft(start: string): HeldDraft {
  let keep: Keep = async () => 'failed';
  const tells = new Set<() => void>();
  const draft = createDraft(
    start,
    (from, to) => keep(from, to),
    () => {
      for (const tell of tells) tell();
    },
  );
  return {
    draft,
    tells,
    keepWith(next) {
      keep = next;
    },
    flush: draft.flush,
    settle: draft.settle,
    isUnkept: () => isUnkept(draft.read().keeping),
  };
}
