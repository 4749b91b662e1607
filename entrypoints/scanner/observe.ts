import { withoutFragment } from '../../core/address/without-fragment.ts';
import { afterRest } from '../../page/after-rest.ts';
import { ofDocument, ofNode, selectAll } from '../../page/dom.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import { MARK } from '../../page/mark.ts';
import { isText } from '../../page/node-kinds.ts';
import { isLink } from './find-links.ts';
import type { Marks } from './marks.ts';
import { type Addition, minimalRoots } from './minimal-roots.ts';

/** Milliseconds: changes are collected until the page rests for so long, or has gone on for so long. */
export const REST = 150;
export const LONGEST = 1000;
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['href', MARK, 'contenteditable'],
};

export interface Observer {
  observe(root: Node): void;
  /**
   * Fulfilled when the page changes next, in the same turn: what is done then is drawn with that change and needs no
   * frame of its own. At once where the page rests, and soon where it comes to rest.
   */
  nextChange(): Promise<void>;
}

/**
 * Tells which nodes have come or changed below the roots that it is given, once for many. A mark that has become wrong
 * goes before anybody can see it.
 */
export function createObserver(
  marks: Pick<Marks, 'isOwn' | 'recheck'>,
  onChanges: (nodes: readonly Node[]) => void,
  onRemoval: () => void,
  { onEnd, isOver }: Lifetime,
): Observer {
  let additions: MutationRecord[] = [];
  const changed = new Set<Node>();
  let hasRemovals = false;
  let lastChange = 0;
  let waiting: (() => void)[] = [];
  let base = withoutFragment(ofDocument('baseURI'));

  const tell = () => {
    const nodes = minimalRoots([...additions, ...Array.from(changed, asAddition)]);
    const before = base;
    base = withoutFragment(ofDocument('baseURI'));
    // What links say by halves leads elsewhere.
    if (base !== before) nodes.push(document);
    additions = [];
    changed.clear();
    globalThis.ifgGlossOnFlux?.(false);
    if (isOver()) return;
    if (hasRemovals) onRemoval();
    hasRemovals = false;
    onChanges(nodes);
  };
  const tellSoon = afterRest(tell, REST, LONGEST);
  const noteChange = () => {
    lastChange = Date.now();
    if (tellSoon()) globalThis.ifgGlossOnFlux?.(true);
  };
  const noteAttribute = (element: Element, isMark: boolean) => {
    if (isLink(element)) {
      if (isMark && marks.isOwn(element)) return;
      if (!marks.recheck(element)) return;
    } else {
      // It is edited now, or no longer: marks within it are wrong or missing.
      for (const link of selectAll(element, `[${MARK}]`)) if (isLink(link)) marks.recheck(link);
    }
    changed.add(element);
  };
  const observer = new MutationObserver((records) => {
    if (isOver()) return;
    for (const record of records) {
      const { target, attributeName } = record;
      if (attributeName !== null) noteAttribute(target as Element, attributeName === MARK);
      else if (isText(target)) changed.add(target);
      else {
        if (target === document) for (const putOn of globalThis.ifgGlossListeners ?? []) putOn();
        // Each list of nodes that is named is first made: not where an attribute has changed, which may be by the thousand.
        if (record.addedNodes.length > 0) additions.push(record);
        hasRemovals ||= record.removedNodes.length > 0;
      }
    }
    if (hasRemovals || additions.length + changed.size > 0) noteChange();
    for (const goOn of waiting) goOn();
    waiting = [];
  });
  onEnd(() => observer.disconnect());
  return {
    observe: (root) => observer.observe(root, OBSERVED),
    nextChange: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        // The clock may have been set back.
        setTimeout(resolve, Math.min(REST, lastChange + REST - Date.now()));
      }),
  };
}

/** What has changed is looked at as if it had just come; what has no parent any more is not. */
function asAddition(node: Node): Addition {
  return { target: ofNode(node, 'parentNode') ?? node, addedNodes: [node] };
}
