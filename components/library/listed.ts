import { showDay, showNumber } from '../dates.ts';
import { showMonth } from './months.ts';

/** As `showDay`, `showMonth` and `showNumber` have them, for lists of thousands: what was shown before is not made again. */
export const listDay = keep(showDay);
export const listMonth = keep(showMonth);
export const listNumber = keep(showNumber);

/** The form of a date takes longer to make than hundreds of dates to show in it. */
function keep<Given extends readonly unknown[]>(show: (...given: Given) => string): typeof show {
  const shown = new Map<string, string>();
  return (...given) => {
    const key = given.join(' ');
    const known = shown.get(key) ?? show(...given);
    shown.set(key, known);
    return known;
  };
}
