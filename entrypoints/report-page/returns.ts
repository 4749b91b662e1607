/** How often something of ours comes back that a page takes out: one that does so at once each time does not want it. */
export interface Returns {
  /** Whether it may come (again); `now` in milliseconds. */
  mayCome(now: number): boolean;
  /** It goes by itself. */
  leave(): void;
}

const MOST = 3;
/** Milliseconds: what has stood for so long was let. */
const LASTING = 10_000;

export function createReturns(): Returns {
  let came: number | null = null;
  let count = 0;
  return {
    mayCome(now) {
      if (count > MOST) return false;
      count = came === null || now - came >= LASTING ? 0 : count + 1;
      came = now;
      return count <= MOST;
    },
    leave() {
      came = null;
      count = 0;
    },
  };
}
