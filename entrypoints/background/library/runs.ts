import type { RowKey } from './schema.ts';

/** Places one after another in one segment: those of a thread are. */
export interface Run {
  readonly first: RowKey;
  readonly last: RowKey;
}

/** Keys in their order as runs, each of which can be read at once. */
export function runsOf(keys: readonly RowKey[]): Run[] {
  const runs: { first: RowKey; last: RowKey }[] = [];
  for (const key of keys) {
    const run = runs.at(-1);
    if (run !== undefined && run.last[0] === key[0] && run.last[1] + 1 === key[1]) run.last = key;
    else runs.push({ first: key, last: key });
  }
  return runs;
}
