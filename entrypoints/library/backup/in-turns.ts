/** Milliseconds for which a page is held at a time. */
const TURN = 40;

/**
 * Gives what is called for each of many things that are done one after another: once they have held the page for a while
 * what else it has to do goes first. `now` in milliseconds.
 */
export function createTurns(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let since = now();
  return () => {
    if (now() - since < TURN) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = now();
        resolve();
      });
    });
  };
}
