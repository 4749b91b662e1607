import { useRef, useState } from 'preact/hooks';
import type { Gloss } from '../core/gloss/gloss.ts';
import type { HitKey } from '../core/protocol/look-up.ts';
import { useWayBack } from './use-way-back.ts';

/** What was opened from a list; without a gloss where that could not be loaded. */
interface Opened {
  readonly found: HitKey;
  readonly gloss: Gloss | null;
}

/** The gloss that was opened from a list, and the way back to where in the list that was. */
export function useOpened(describe: (found: HitKey) => Promise<Gloss | null>) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const back = useWayBack();
  const newest = useRef(0);
  return {
    opened,
    open(found: HitKey) {
      newest.current += 1;
      const own = newest.current;
      const chosen = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      const show = (gloss: Gloss | null) => {
        if (own !== newest.current) return;
        back.note(chosen);
        setOpened({ found, gloss });
        scrollTo(0, 0);
      };
      // What the library no longer holds stays closed, and the list is still there.
      void describe(found).then(
        (gloss) => gloss !== null && show(gloss),
        () => show(null),
      );
    },
    close() {
      newest.current += 1;
      setOpened(null);
      back.go();
    },
  };
}
