import { isLink, type Link } from './find-links.ts';
import type { Lifetime } from './lifetime.ts';
import { MARK } from './mark.ts';
import type { Marks } from './marks.ts';
import { isElement } from './node-kinds.ts';

/** What came into a page or changed in it since it was last looked at. */
export interface Changes {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
}

/** Milliseconds for which changes are collected, after a rest and while they go on: each look costs a frame of its own. */
const COLLECT = 50;
const COLLECT_ON = 300;
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['href', MARK, 'contenteditable'],
};

/** Tells what changes below the roots that it is given. A mark that has become wrong goes before anybody can see it. */
export function createObserver(
  marks: Marks,
  onChanges: (changes: Changes) => void,
  onRemoval: () => void,
  { onEnd, isOver }: Lifetime,
): (root: Node) => void {
  const nodes = new Set<Node>();
  const links = new Set<Link>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTold = 0;

  const tell = () => {
    timer = undefined;
    lastTold = Date.now();
    const changes = { nodes: [...nodes].filter(({ isConnected }) => isConnected), links: [...links] };
    nodes.clear();
    links.clear();
    if (!isOver()) onChanges(changes);
  };
  const noteAttribute = (element: Element) => {
    if (isLink(element)) {
      if (marks.recheck(element)) links.add(element);
    } else {
      // It is edited now, or no longer: marks within it are wrong or missing.
      for (const link of element.querySelectorAll(`[${MARK}]`)) if (isLink(link)) marks.recheck(link);
      nodes.add(element);
    }
  };
  const observer = new MutationObserver((records) => {
    if (isOver()) return;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList') {
        for (const node of addedNodes) nodes.add(node);
        if (removedNodes.length > 0) onRemoval();
      } else if (isElement(target)) noteAttribute(target);
    }
    if (nodes.size > 0 || links.size > 0)
      timer ??= setTimeout(tell, Date.now() - lastTold < COLLECT_ON ? COLLECT_ON : COLLECT);
  });
  onEnd(() => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return (root) => observer.observe(root, OBSERVED);
}
