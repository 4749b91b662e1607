import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BearingAnswer, BearingScope } from '../../core/protocol/bearing.ts';
import type { BearingDoors } from './bearing.ts';

/** How far looking has come. */
export type Looked = BearingAnswer | { readonly kind: 'nothing' | 'looking' | 'failed' };

/** What was looked for on a page, and what was found; an answer that comes late is dropped. */
export function useLook(doors: BearingDoors, tabId: number) {
  const [looked, setLooked] = useState<Looked>({ kind: 'nothing' });
  const [scope, setScope] = useState<BearingScope>('followed');
  const newest = useRef(0);
  const learn = useCallback((own: number, found: Looked) => {
    if (own !== newest.current) return;
    setLooked(found);
    if (found.kind === 'looked') setScope(found.bearing.scope);
  }, []);
  const look = async (wanted: BearingScope) => {
    newest.current += 1;
    const own = newest.current;
    setScope(wanted);
    setLooked({ kind: 'looking' });
    learn(own, await doors.look(tabId, wanted).catch(() => ({ kind: 'failed' }) as const));
  };
  useEffect(() => {
    const own = newest.current;
    doors.readLast(tabId).then(
      (last) => last !== null && learn(own, { kind: 'looked', bearing: last }),
      () => null,
    );
    // What is asked for a page that is left is not shown.
    return () => {
      newest.current = -1;
    };
  }, [doors, tabId, learn]);
  return { looked, scope, look };
}
