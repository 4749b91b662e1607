import { ofNode } from '../../page/dom.ts';
import { isParent } from '../../page/node-kinds.ts';
import { hasMoreThan } from './page-size.ts';

const MIN_SIBLINGS = 8;
/** Elements that may be looked through for each node: as many as a search takes to begin. */
const FOR_EACH = 16;

/** Nodes that have come to a parent, which may have let them go since. */
export interface Addition {
  readonly target: Node;
  readonly addedNodes: ArrayLike<Node> & Iterable<Node>;
}

/**
 * As few nodes of the page as hold all that was added: what was added to an added node is within it, and siblings by the
 * dozen are one list, and one search through the list is quicker than one in each. Looks at no more than a fixed number of
 * elements for each node added, and at none of a list's: in a content script each node that is named is first made.
 */
export function minimalRoots(additions: readonly Addition[]): Node[] {
  const byParent = Map.groupBy(additions, ({ target }) => target);
  const outer = new Set<Node | null>(additions.map(({ target }) => ofNode(target, 'parentNode')));
  const added = new Set(additions.filter(({ target }) => outer.has(target)).flatMap(nodesOf));
  return [...byParent].flatMap(([parent, records]) => {
    if (added.has(parent) || !ofNode(parent, 'isConnected')) return [];
    const count = records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
    const isList = count >= MIN_SIBLINGS && isParent(parent) && !hasMoreThan(parent, count * FOR_EACH);
    if (isList) return [parent];
    // What has gone on to another parent is among what was added there.
    return [...new Set(records.flatMap(nodesOf))].filter((node) => ofNode(node, 'parentNode') === parent);
  });
}

function nodesOf({ addedNodes }: Addition): Node[] {
  return [...addedNodes];
}
