import type { Lookup } from '../../../core/text/postings.ts';

/** Answers from what was read; notes what was not. */
export interface Noting<Key, Value> extends Lookup<Key, Value> {
  takeMissing(): readonly Key[];
  learn(key: Key, value: Value | undefined): void;
}

export function createNoting<Key, Value>(): Noting<Key, Value> {
  const known = new Map<Key, Value | undefined>();
  let missing = new Set<Key>();
  return {
    get(key) {
      if (!known.has(key)) missing.add(key);
      return known.get(key);
    },
    takeMissing() {
      const taken = [...missing];
      missing = new Set();
      return taken;
    },
    learn: (key, value) => void known.set(key, value),
  };
}

/** Reads what was asked for and is not known yet; gives how much that was. */
export async function learnEach<Key, Value>(
  noting: Noting<Key, Value>,
  read: (key: Key) => Promise<Value | undefined>,
): Promise<number> {
  const missing = noting.takeMissing();
  await Promise.all(missing.map(async (key) => noting.learn(key, await read(key))));
  return missing.length;
}
