import { useEffect, useState } from 'preact/hooks';
import { localDay } from '../core/local-day.ts';
import type { IsoDate } from '../core/model/ids.ts';

/** Milliseconds between looks at the calendar. */
const LOOK = 60_000;

/** The day where the reader is; a page that stands open overnight is drawn anew. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(() => localDay(Date.now()));
  useEffect(() => {
    const look = () => setToday(localDay(Date.now()));
    const timer = setInterval(look, LOOK);
    // A page that nobody sees is told late.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return today;
}
