import { useEffect, useRef } from 'preact/hooks';
import { ownChanges } from '../../platform/changes.ts';

/** Calls back when what the reader wrote has changed. */
export function useOwnWritten(onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => ownChanges.listen(() => latest.current()), []);
}
