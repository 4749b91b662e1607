import { useRef, useState } from 'preact/hooks';
import type { AccountPreview, AccountRequests } from '../../core/protocol/accounts.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import type { Trouble } from './trouble.tsx';

/** How far the adding of an account has got. */
export type Adding =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly trouble: Trouble }
  | {
      readonly kind: 'preview';
      readonly preview: AccountPreview;
      readonly isAdding: boolean;
      readonly trouble: Trouble | null;
    };

const NONE: Adding = { kind: 'none' };
const NO_ANSWER: Trouble = { kind: 'no-answer' };

/** Looks at an account, and adds it once its reader says so; what was asked before counts no more. */
export function useAdding(ask: Ask<AccountRequests>, onAdded: (preview: AccountPreview) => void) {
  const [adding, setAdding] = useState<Adding>(NONE);
  const latest = useRef(0);
  const begin = () => {
    latest.current += 1;
    const own = latest.current;
    return (next: Adding) => {
      const isLatest = own === latest.current;
      if (isLatest) setAdding(next);
      return isLatest;
    };
  };
  return {
    adding,
    /** Whether there is something to be looked at. */
    async preview(actor: string): Promise<boolean> {
      const put = begin();
      put({ kind: 'asking' });
      const answer = await ask('previewAccount', { actor }).catch(() => null);
      if (answer?.ok) return put({ kind: 'preview', preview: answer.value, isAdding: false, trouble: null });
      return !put({ kind: 'refused', trouble: answer?.error ?? NO_ANSWER });
    },
    async add(preview: AccountPreview, keep: Keep): Promise<void> {
      const put = begin();
      put({ kind: 'preview', preview, isAdding: true, trouble: null });
      const answer = await ask('addAccount', { did: preview.did, keep }).catch(() => null);
      if (!answer?.ok) put({ kind: 'preview', preview, isAdding: false, trouble: answer?.error ?? NO_ANSWER });
      else if (put(NONE)) onAdded(preview);
    },
    /** Back to where nothing was asked. */
    leave(): void {
      begin()(NONE);
    },
  };
}
