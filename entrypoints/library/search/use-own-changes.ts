import { useEffect, useRef } from 'preact/hooks';
import { ownChanges } from '../../../platform/changes.ts';

/** Milliseconds in which changes are one: a note is kept while it is written. */
const TOGETHER = 300;

/** Calls back when what the reader wrote has changed, but not while they write in a hit: it might go from under the hand. */
export function useOwnChanges(onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    const tell = () => {
      if (isWriting()) return;
      isDue = false;
      latest.current();
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, TOGETHER);
    };
    const onLeft = () => {
      if (isDue) later();
    };
    const end = ownChanges.listen(() => {
      isDue = true;
      later();
    });
    document.addEventListener('focusout', onLeft);
    return () => {
      clearTimeout(timer);
      end();
      document.removeEventListener('focusout', onLeft);
    };
  }, []);
}

function isWriting(): boolean {
  return document.activeElement?.matches('.hit :is(textarea, input, select)') ?? false;
}
