import { areOne, type OwnKey } from './keys.ts';
import { stemOf } from './said.ts';

/** Items by what something of the reader's own is found by. */
export interface ItemIndex<Item> {
  /** The first item that is one with what has such keys; null where none is. */
  find(keys: readonly OwnKey[]): Item | null;
  /** Adds an item, or further keys of one. */
  put(item: Item, keys: readonly OwnKey[]): void;
}

export function createItemIndex<Item>(): ItemIndex<Item> {
  const keysOf = new Map<Item, ReadonlySet<OwnKey>>();
  const byStem = new Map<string, Set<Item>>();
  return {
    find(keys) {
      for (const key of keys)
        for (const item of byStem.get(stemOf(key)) ?? []) if (areOne(keysOf.get(item) ?? new Set(), keys)) return item;
      return null;
    },
    put(item, keys) {
      keysOf.set(item, new Set([...(keysOf.get(item) ?? []), ...keys]));
      for (const stem of keys.map(stemOf)) byStem.set(stem, (byStem.get(stem) ?? new Set()).add(item));
    },
  };
}
