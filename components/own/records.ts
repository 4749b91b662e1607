import type { FollowUp, Note } from '../../core/model/own.ts';
import { nearnessOf, type OwnKey } from '../../core/own/keys.ts';

export type Written = Note | FollowUp;

/** What the reader wrote about what is shown. */
export interface OwnRecords {
  /** Calls back with what is about an item with such keys, when it is known and when it is another; gives what ends it. */
  watch(keys: readonly OwnKey[], tell: (records: readonly Written[]) => void): () => void;
  /** Asks anew; what was asked before is out of date. */
  renew(): void;
}

interface Watcher {
  readonly keys: ReadonlySet<OwnKey>;
  readonly tell: (records: readonly Written[]) => void;
  /** Null until it is known. */
  told: readonly Written[] | null;
}

/** Milliseconds in which what comes into view is asked for at once, and until a question without answer is asked again. */
const TOGETHER = 30;
const RETRY = 3000;
/** Keys of one question. */
const MOST_KEYS = 10_000;
export const NOTHING: readonly Written[] = [];

type Find = (keys: readonly OwnKey[]) => Promise<readonly Written[]>;

/** Asks for all that is watched together, one question at a time; `listen` tells when the answers may be others. */
export function createOwnRecords(find: Find, listen: (again: () => void) => () => void): OwnRecords {
  const watchers = new Set<Watcher>();
  /** Rises with each change; answers to what was asked before it are dropped. */
  let changes = 0;
  let isUnderWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const askSoon = (within: number) => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!isUnderWay) void ask();
    }, within);
  };
  const renew = () => {
    changes += 1;
    for (const each of watchers) outdated.add(each);
    // Not by a timer: browsers let those of a window behind others wait.
    if (!isUnderWay) void ask();
  };
  const outdated = new Set<Watcher>();
  const ask = async () => {
    const asked = [...outdated].filter((each) => watchers.has(each));
    outdated.clear();
    if (asked.length === 0) return;
    const at = changes;
    isUnderWay = true;
    const records = await findAll(find, [...new Set(asked.flatMap(({ keys }) => [...keys]))]).catch(() => null);
    isUnderWay = false;
    if (records === null || at !== changes) {
      for (const each of asked) outdated.add(each);
      // Whoever is not answered may begin to write: nothing of theirs is lost by it.
      if (records === null) for (const each of asked) each.told ?? tell(each, NOTHING);
    } else {
      const shown = new Set([...watchers].flatMap(({ keys }) => [...keys]));
      for (const each of asked) tell(each, recordsWith(each.keys, shown, records));
    }
    if (records === null) askSoon(RETRY);
    else if (outdated.size > 0) await ask();
  };
  listen(renew);
  return {
    watch(keys, tellOf) {
      const watcher: Watcher = { keys: new Set(keys), tell: tellOf, told: null };
      watchers.add(watcher);
      outdated.add(watcher);
      askSoon(TOGETHER);
      return () => watchers.delete(watcher);
    },
    renew,
  };
}

async function findAll(find: Find, keys: readonly OwnKey[]): Promise<readonly Written[]> {
  const found = new Map<string, Written>();
  for (let start = 0; start < keys.length; start += MOST_KEYS)
    for (const record of await find(keys.slice(start, start + MOST_KEYS))) found.set(record.id, record);
  return [...found.values()];
}

/** Of `shown`, the keys of all that the page shows; what was written about something that it shows elsewhere is there. */
function recordsWith(
  keys: ReadonlySet<OwnKey>,
  shown: ReadonlySet<OwnKey>,
  records: readonly Written[],
): readonly Written[] {
  return records.filter(({ subject }) => {
    const nearness = nearnessOf(subject, keys);
    return nearness !== 'none' && (subject.kind !== 'recommendation' || nearness === nearnessOf(subject, shown));
  });
}

function tell(watcher: Watcher, records: readonly Written[]): void {
  if (watcher.told !== null && JSON.stringify(watcher.told) === JSON.stringify(records)) return;
  watcher.told = records;
  watcher.tell(records);
}
