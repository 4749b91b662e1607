import type { Subject } from '../model/own.ts';
import { keysOfSubject } from './keys.ts';
import { stemOf } from './said.ts';

/** What has a key in common with something else is among those that share a stem with it. */
export function stemsOfSubject(subject: Subject): readonly string[] {
  return keysOfSubject(subject).map(stemOf);
}

/** Items by the stems of the keys of what they are about. */
export function groupByStems<Item extends { readonly subject: Subject }>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const each of items)
    for (const stem of stemsOfSubject(each.subject)) {
      const group = groups.get(stem);
      if (group === undefined) groups.set(stem, [each]);
      else group.push(each);
    }
  return groups;
}
