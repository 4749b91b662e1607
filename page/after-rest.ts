/**
 * Calls back when nothing has asked for it for `rest` milliseconds, or `most` after it was first asked for. What is
 * returned asks, and says whether it had been asked for already. One timer runs, whatever asks: one that each
 * put off anew would never come where a page changes more often than its timers do.
 */
export function afterRest(callback: () => void, rest: number, most: number): () => boolean {
  let isDue = false;
  /** Whether it was asked for since the timer was set. */
  let goesOn = false;
  let first = 0;
  let last = 0;
  const look = () => {
    const left = Math.min(last + rest, first + most) - Date.now();
    // The clock may have been set back.
    if (left > 0 && goesOn) return wait(left);
    isDue = false;
    callback();
  };
  const wait = (milliseconds: number) => {
    goesOn = false;
    setTimeout(look, Math.min(milliseconds, rest));
  };
  return () => {
    last = Date.now();
    goesOn = isDue;
    if (!isDue) {
      isDue = true;
      first = last;
      wait(rest);
    }
    return goesOn;
  };
}
