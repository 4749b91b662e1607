const LOCK = 'ifg-gloss-library';

/** Changes of the library wait for each other, whichever of the extension's contexts makes them. */
export function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(LOCK, change) as Promise<Result>;
}
