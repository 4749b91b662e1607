import { ofNode } from '../../page/dom.ts';
import { isParent } from '../../page/node-kinds.ts';
import { hasMoreThan } from './page-size.ts';

const MIN_SIBLINGS = 8;
/** Elements that may be looked through for each node: as many as a search takes to begin. */
const FOR_EACH = 16;

/**
 * As few nodes of the page as hold all that was added: siblings by the dozen are one list, and one search through the
 * list is quicker than one in each. Looks at no more than a fixed number of elements for each node added, and makes
 * objects only of those in short lists.
 */
export function minimalRoots(additions: readonly MutationRecord[]): Node[] {
  const lists = Map.groupBy(additions, ({ target }) => target);
  return [...lists].flatMap(([parent, records]) => {
    if (!isConnected(parent)) return [];
    const count = records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
    if (isParent(parent) && count >= MIN_SIBLINGS && !hasMoreThan(parent, count * FOR_EACH)) return [parent];
    const nodes = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    return [...nodes].filter(isConnected);
  });
}

function isConnected(node: Node): boolean {
  return ofNode(node, 'isConnected');
}
