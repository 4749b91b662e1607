/** Work that can be paused after each step; whoever has it done asks for the next one. */
export type Steps<Done> = Generator<undefined, Done, undefined>;

/** Does all of the work at once. */
export function atOnce<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** How work and others take turns. */
export interface Turns {
  /** Milliseconds for which others wait. A turn is longer by its last step at most. */
  readonly length: number;
  readonly now: () => number;
  /** Is over when others have had their turn. */
  readonly rest: () => Promise<unknown>;
}

/** Steps in a turn, for a browser whose clock is coarse. */
const MOST_STEPS = 2000;

/** Does work step by step, and lets others have their turns in between. */
export async function inTurns<Done>(steps: Steps<Done>, { length, now, rest }: Turns): Promise<Done> {
  for (;;) {
    const end = now() + length;
    for (let step = 0; step < MOST_STEPS && now() < end; step += 1) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
    await rest();
  }
}

/** Each item's own, a step an item. */
export function* mapInSteps<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
