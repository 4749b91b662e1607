/** Work that can be paused after each step; whoever has it done asks for the next one. */
export type Steps<Done> = Generator<undefined, Done, undefined>;

/** Does all of the work at once. */
export function atOnce<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
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
