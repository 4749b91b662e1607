import { useEffect, useRef, useState } from 'preact/hooks';
import type { Did } from '../../core/model/ids.ts';
import type { AccountPreview, AccountRequests } from '../../core/protocol/accounts.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { useAdding } from './use-adding.ts';

/** An account that was added. */
interface Added {
  readonly did: Did;
  readonly name: string;
}

/**
 * The adding of an account with the field that names it, and with where the focus goes meanwhile. What was named elsewhere
 * stands in the field; it is looked at when its reader says so.
 */
export function useNaming(ask: Ask<AccountRequests>, onAdded: () => void, named = '') {
  const [typed, setTyped] = useState('');
  const [added, setAdded] = useState<Added | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const focusField = () => field.current?.focus();
  const { adding, preview, add, leave } = useAdding(ask, ({ did, profile }) => {
    setTyped('');
    setAdded({ did, name: profile.displayName });
    focusField();
    onAdded();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is named is put there once.
  useEffect(() => {
    if (named === '') return;
    setTyped(named);
    leave();
    focusField();
  }, [named]);
  return {
    field,
    typed,
    adding,
    /** The account that was added last, until another is looked for. */
    added,
    onType(text: string): void {
      setTyped(text);
      setAdded(null);
      if (adding.kind === 'refused') leave();
    },
    async onPreview(actor: string): Promise<void> {
      cameFrom.current = document.activeElement;
      setTyped(actor);
      setAdded(null);
      // What is wrong is said at the field.
      if (!(await preview(actor))) focusField();
    },
    onAdd: (shown: AccountPreview, keep: Keep) => void add(shown, keep),
    onLeave(): void {
      const back = cameFrom.current;
      if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
      else focusField();
      leave();
    },
  };
}
