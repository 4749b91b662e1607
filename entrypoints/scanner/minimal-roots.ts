import { ofNode } from '../../page/dom.ts';
import { isParent } from '../../page/node-kinds.ts';
import { hasMoreThan } from './page-size.ts';

const MIN_SIBLINGS = 8;
/** Elements that may be looked through for each node: as many as a search takes to begin. */
const FOR_EACH = 16;

/**
 * As few nodes of the page as hold all that was added: what was added to an added node is within it, and siblings by the
 * dozen are one list, and one search through the list is quicker than one in each. Looks at no more than a fixed number of
 * elements for each node added.
 */
export function minimalRoots(additions: readonly MutationRecord[]): Node[] {
  const added = new Set(additions.flatMap(({ addedNodes }) => [...addedNodes]));
  const siblings = Map.groupBy(added, (node) => ofNode(node, 'parentNode'));
  return [...siblings].flatMap(([parent, nodes]) => {
    if (parent === null || added.has(parent) || !ofNode(parent, 'isConnected')) return [];
    const isList = nodes.length >= MIN_SIBLINGS && isParent(parent) && !hasMoreThan(parent, nodes.length * FOR_EACH);
    return isList ? [parent] : nodes;
  });
}
