import { useEffect } from 'preact/hooks';
import { createListeners } from '../listeners.ts';
import { createDraft, type Draft, isUnkept, type Keep } from './draft.ts';
import type { Unfinished } from './held.ts';
import { useHeld } from './use-held.ts';

/**
 * A draft of one of some texts that are stored, or of a new one where there are none: what is written is kept by itself, at once
 * where the field or the page goes. Under its name it is the same where the field comes back before it could be kept.
 */
export function useDraftOf(name: string, texts: readonly string[], keep: Keep): Draft {
  const { draft, learn, keepWith } = useHeld(name, () => createHeldDraft(texts[0] ?? ''));
  keepWith(keep);
  const written = JSON.stringify(texts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: this says which texts they are.
  useEffect(() => learn(texts), [learn, written]);
  return draft;
}

interface HeldDraft extends Unfinished {
  readonly draft: Draft;
  /** Takes over what is stored by now. */
  readonly learn: (texts: readonly string[]) => void;
  /** From now on it is kept so. */
  readonly keepWith: (keep: Keep) => void;
}

function createHeldDraft(start: string): HeldDraft {
  let keep: Keep = async () => 'failed';
  const { tell, listen } = createListeners();
  const draft = createDraft(start, (from, to) => keep(from, to), tell);
  return {
    draft,
    listen,
    learn(texts) {
      if (draft.learn(texts)) tell();
    },
    keepWith(next) {
      keep = next;
    },
    flush: draft.flush,
    settle: draft.settle,
    isUnkept: () => isUnkept(draft.read().keeping),
  };
}
