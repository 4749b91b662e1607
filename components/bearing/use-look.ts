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
  const read = () => doors.readScope().catch(() => 'followed' as const);
  /** For the publications that the reader chose now, or else chose last. */
  const look = async (chosen: BearingScope | null) => {
    newest.current += 1;
    const own = newest.current;
    setLooked({ kind: 'looking' });
    const wanted = chosen ?? (await read());
    setScope(wanted);
    // What is not kept is only chosen once more.
    if (chosen !== null) void doors.keepScope(chosen).catch(() => null);
    learn(own, await doors.look(tabId, wanted).catch(() => ({ kind: 'failed' }) as const));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is of the doors.
  useEffect(() => {
    const own = newest.current;
    void read().then(async (kept) => {
      if (own === newest.current) setScope(kept);
      const last = await doors.readLast(tabId).catch(() => null);
      if (last !== null) learn(own, { kind: 'looked', bearing: last });
    });
    // What is asked for a page that is left is not shown.
    return () => {
      newest.current = -1;
    };
  }, [doors, tabId, learn]);
  return { looked, scope, look };
}
