import { useEffect, useState } from 'preact/hooks';
import { localDay } from '../core/local-day.ts';
import type { IsoDate } from '../core/model/ids.ts';

/** Milliseconds between looks at the calendar. */
const LOOK = 60_000;

type Tell = (today: IsoDate) => void;

/** All that show something of today: one look at the calendar is for all of them. */
const shown = new Set<Tell>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The day where the reader is; a page that stands open overnight is drawn anew. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(readToday);
  useEffect(() => follow(setToday), []);
  return today;
}

function readToday(): IsoDate {
  return localDay(Date.now());
}

function look(): void {
  const today = readToday();
  for (const tell of shown) tell(today);
}

function follow(tell: Tell): () => void {
  shown.add(tell);
  if (shown.size === 1) {
    timer = setInterval(look, LOOK);
    // A page that nobody sees is told late.
    document.addEventListener('visibilitychange', look);
  }
  return () => {
    shown.delete(tell);
    if (shown.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
