import { findLinks, isLink, type Link } from './find-links.ts';

/** Mutations are collected this long, in milliseconds, and looked at together. */
const COLLECT = 50;

/** Gives the links that are there, and later those that come or whose address changes, until the signal aborts. */
export function watchLinks(document: Document, consider: (links: readonly Link[]) => void, signal: AbortSignal): void {
  const changed = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    timer = undefined;
    const links = new Set<Link>();
    for (const element of changed) {
      if (isLink(element)) links.add(element);
      if (element.isConnected) for (const link of findLinks(element)) links.add(link);
    }
    changed.clear();
    if (links.size > 0) consider([...links]);
  };
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type === 'attributes' && target instanceof Element) changed.add(target);
      for (const node of addedNodes) if (node instanceof Element) changed.add(node);
    }
    if (changed.size > 0) timer ??= setTimeout(look, COLLECT);
  });

  consider(findLinks(document));
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
