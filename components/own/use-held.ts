import { useContext, useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Unfinished } from './held.ts';
import { OwnContext } from './own.ts';

/** What is unfinished under a name on this page, which the component shows for as long as it is drawn, and anew when it changes. */
export function useHeld<Thing extends Unfinished>(name: string, make: () => Thing): Thing {
  const own = useContext(OwnContext);
  if (own === null) throw new Error('a page that shows nothing of the reader’s own has no fields for it');
  const { held } = own;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what makes it is another function each time.
  const thing = useMemo(() => held.hold(name, make), [held, name]);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => thing.listen(() => redraw(undefined)), [thing]);
  useEffect(() => held.show(name, thing), [held, name, thing]);
  return thing;
}
