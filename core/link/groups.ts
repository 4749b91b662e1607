/** Sets of numbers from 0 on that grow together; each begins by itself. */
export interface Groups {
  join(one: number, other: number): void;
  /** The sets, in the order of their least numbers, and each in order. */
  list(): number[][];
}

/** Nearly linear in the calls: https://en.wikipedia.org/wiki/Disjoint-set_data_structure */
export function createGroups(size: number): Groups {
  const parents = Array.from({ length: size }, (_, number) => number);
  const find = (number: number): number => {
    let root = number;
    for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
      parents[root] = parents[parent] ?? parent;
      root = parent;
    }
    return root;
  };
  return {
    join(one, other) {
      const [a, b] = [find(one), find(other)];
      parents[Math.max(a, b)] = Math.min(a, b);
    },
    list: () => [...Map.groupBy(parents.keys(), find).values()],
  };
}

/** Joins the numbers that have a key in common. */
export function joinByKeys(groups: Groups, keysOf: readonly Iterable<string>[]): void {
  const first = new Map<string, number>();
  for (const [number, keys] of keysOf.entries())
    for (const key of keys) {
      const known = first.get(key);
      if (known === undefined) first.set(key, number);
      else groups.join(known, number);
    }
}
