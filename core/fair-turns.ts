/** Whose work it is: each tab has the same share, and within it each of its frames. */
export interface Owner {
  readonly tab: number;
  readonly frame: number;
}

export interface FairTurns {
  /** Works on each item when its owner's turn has come, and gives what comes of all, in order; rejects where one throws. */
  share<Item, Done>(owner: Owner, items: readonly Item[], work: (item: Item) => Done): Promise<readonly Done[]>;
}

/** How long a turn is, in milliseconds; a clock that gives these; and what lets others have their turn in between. */
export interface Pace {
  readonly turn: number;
  readonly now: () => number;
  readonly rest: () => Promise<unknown>;
}

/** Works on the next item; true when that was the last. */
type Step = () => boolean;

/** Shares out work so that who asks for much waits for it, and nobody else does. Where nobody waits, work begins at once. */
export function createFairTurns({ turn, now, rest }: Pace): FairTurns {
  const tabs = new Map<number, Map<number, Step[]>>();
  let isWorking = false;

  const takeTurn = (steps: Step[]) => {
    const end = now() + turn;
    do if (steps[0]?.() === true) steps.shift();
    while (steps.length > 0 && now() < end);
  };
  const workOn = async () => {
    if (isWorking) return;
    isWorking = true;
    for (let next = firstOf(tabs); next !== null; next = firstOf(tabs)) {
      const [tab, frames] = next;
      const [frame, steps] = firstOf(frames) ?? [0, []];
      takeTurn(steps);
      if (steps.length > 0 || frames.size > 1 || tabs.size > 1) await rest();
      // Behind those, too, who came meanwhile.
      moveBehind(frames, frame, steps, steps.length > 0);
      moveBehind(tabs, tab, frames, frames.size > 0);
    }
    isWorking = false;
  };
  return {
    share(owner, items, work) {
      if (items.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        const frames = entryOf(tabs, owner.tab, () => new Map<number, Step[]>());
        entryOf(frames, owner.frame, () => []).push(createStep(items, work, resolve, reject));
        void workOn();
      });
    },
  };
}

function createStep<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Done,
  resolve: (done: readonly Done[]) => void,
  reject: (reason: unknown) => void,
): Step {
  const left = items.values();
  const done: Done[] = [];
  return () => {
    try {
      const { value, done: isOver } = left.next();
      if (isOver !== true) done.push(work(value));
      if (done.length < items.length) return false;
      resolve(done);
    } catch (reason) {
      reject(reason);
    }
    return true;
  };
}

function firstOf<Key, Value>(map: ReadonlyMap<Key, Value>): readonly [Key, Value] | null {
  return map.entries().next().value ?? null;
}

function moveBehind<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, isKept: boolean): void {
  map.delete(key);
  if (isKept) map.set(key, value);
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const found = map.get(key) ?? create();
  map.set(key, found);
  return found;
}
