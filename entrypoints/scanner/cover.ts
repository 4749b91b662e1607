import { isParent } from './node-kinds.ts';
import { hasMoreThan } from './page-size.ts';

const FEWEST = 8;
/** Elements that may be looked through for each part: as many as a search takes to begin. */
const FOR_EACH = 16;

/**
 * As few nodes as hold all of those given: siblings by the dozen are one list, and one search through the list is
 * quicker than one in each. Looks at no more than a fixed number of elements for each node given.
 */
export function cover(nodes: readonly Node[]): Node[] {
  const siblings = Map.groupBy(nodes, ({ parentNode }) => parentNode);
  return [...siblings].flatMap(([parent, children]) => {
    const isList = parent !== null && isParent(parent) && children.length >= FEWEST;
    return isList && !hasMoreThan(parent, children.length * FOR_EACH) ? [parent] : children;
  });
}
