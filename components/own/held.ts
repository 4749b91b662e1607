import type { Listeners } from '../listeners.ts';

/** Something that is being written or chosen, and may not be kept yet. */
export interface Unfinished extends Pick<Listeners, 'listen'> {
  /** Has it kept at once. */
  readonly flush: () => void;
  /** The same, and tells whether it is kept. */
  readonly settle: () => Promise<boolean>;
  readonly isUnkept: () => boolean;
}

/** What is unfinished on one page, by a name: it outlives the fields that it stands in until it is kept. */
export interface Held {
  /** What has such a name; made where nothing has. */
  readonly hold: <Thing extends Unfinished>(name: string, make: () => Thing) => Thing;
  /** Says that fields of it are shown; what is given says that they are gone: once it is kept, it is let go. */
  readonly show: (name: string, thing: Unfinished) => () => void;
  readonly flush: () => void;
  readonly hasUnkept: () => boolean;
}

interface Place {
  readonly thing: Unfinished;
  shown: number;
}

export function createHeld(): Held {
  const places = new Map<string, Place>();
  const leave = async (name: string, place: Place) => {
    place.shown -= 1;
    if (place.shown > 0) return;
    const isKept = await place.thing.settle();
    if (isKept && place.shown === 0 && places.get(name) === place) places.delete(name);
  };
  return {
    hold<Thing extends Unfinished>(name: string, make: () => Thing): Thing {
      const place = places.get(name) ?? { thing: make(), shown: 0 };
      places.set(name, place);
      // A name tells what kind of thing it is.
      return place.thing as Thing;
    },
    show(name, thing) {
      // What was kept since it was drawn may have been let go.
      const place = places.get(name) ?? { thing, shown: 0 };
      places.set(name, place);
      place.shown += 1;
      return () => void leave(name, place);
    },
    flush: () => {
      for (const { thing } of places.values()) thing.flush();
    },
    hasUnkept: () => [...places.values()].some(({ thing }) => thing.isUnkept()),
  };
}
