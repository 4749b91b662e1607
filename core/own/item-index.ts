import { areOne, type OwnKey } from './keys.ts';

/** Items by what something of the reader's own is found by. */
export interface ItemIndex<Item> {
  /** The first item that is one with what has such keys; null where none is. */
  find(keys: readonly OwnKey[]): Item | null;
  /** Adds an item, or further keys of one. */
  put(item: Item, keys: readonly OwnKey[]): void;
}

export function createItemIndex<Item>(): ItemIndex<Item> {
  const keysOf = new Map<Item, Set<OwnKey>>();
  const byKey = new Map<OwnKey, Set<Item>>();
  return {
    find(keys) {
      for (const key of keys)
        for (const item of byKey.get(key) ?? []) if (areOne(keysOf.get(item) ?? new Set(), keys)) return item;
      return null;
    },
    put(item, keys) {
      const own = keysOf.get(item) ?? new Set();
      keysOf.set(item, own);
      for (const key of keys) {
        own.add(key);
        byKey.set(key, (byKey.get(key) ?? new Set()).add(item));
      }
    },
  };
}
