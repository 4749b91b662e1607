import { useEffect, useRef } from 'preact/hooks';
import { ownChanges } from '../../../platform/changes.ts';
import { afterWriting } from '../after-writing.ts';

/** Milliseconds in which changes are one: a note is kept while it is written. */
const TOGETHER = 300;

/** Calls back when what the reader wrote has changed, but not while they write in a hit. */
export function useOwnChanges(onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const end = new AbortController();
    const tell = afterWriting(() => latest.current(), end.signal);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = ownChanges.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(tell, TOGETHER);
    });
    return () => {
      clearTimeout(timer);
      stop();
      end.abort();
    };
  }, []);
}
