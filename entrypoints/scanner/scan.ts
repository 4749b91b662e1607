import { closest, ofDocument, ofElement, ofNode } from '../../page/dom.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import type { Link } from '../../page/link-address.ts';
import { isParent, type Parent } from '../../page/node-kinds.ts';
import { shadowRootOf } from '../../page/shadow-root.ts';
import { isLink } from './find-links.ts';
import { findHosts } from './find-shadow-roots.ts';
import type { Marks, WhenToMark } from './marks.ts';
import { createObserver } from './observe.ts';
import { once } from './once.ts';
import { queryLinks } from './query-links.ts';
import { afterLoad, whenIdle } from './scheduling.ts';
import type { Texts } from './texts.ts';

/** When elements without a shadow root are asked again, in milliseconds: nothing tells when one is attached. */
const ASK_AGAIN = [200, 800, 2000, 5000];
/** More are not asked again. */
const MAX_WAITING = 1000;
/** Custom elements may be defined at any time: milliseconds between looks for as long as the page is open and seen. */
const ASK_ON = 3000;
/** Shadow roots that are looked through for late ones within them. */
const MAX_ROOTS = 300;

/**
 * Finds what is to be marked in the page and in its shadow roots, now and as it comes, until the lifetime ends. Links
 * are found at once; written addresses and shadow roots when the page is idle. Gives a function that looks through
 * all of it anew.
 */
export function scanPage(
  marks: Pick<Marks, 'consider' | 'isOwn' | 'recheck'>,
  texts: Pick<Texts, 'consider'>,
  onRemoval: () => void,
  lifetime: Lifetime,
): () => void {
  const roots = new Set<Document | ShadowRoot>();
  let loaded: Promise<void> | null = null;

  const look = (nodes: readonly Node[], whenToMark: WhenToMark) => {
    // What a link says counts too.
    const parts = [...nodes.filter(isParent), ...nodes.flatMap(linkAround)];
    const found = queryLinks(parts);
    const wrong = found.marked.filter((link) => marks.recheck(link));
    void marks.consider([...found.links, ...wrong], whenToMark);
    whenIdle(() => lookCloser(nodes, parts));
  };
  const lookCloser = (nodes: readonly Node[], parts: readonly Parent[]) => {
    if (lifetime.isOver()) return;
    askAgain(enterThose(parts.flatMap(findHosts)).slice(0, MAX_WAITING), 0);
    texts.consider(nodes);
  };
  const askAgain = (waiting: readonly Element[], turn: number) => {
    const delay = ASK_AGAIN[turn];
    if (waiting.length === 0 || delay === undefined) return;
    setTimeout(() => {
      if (lifetime.isOver()) return;
      askAgain(enterThose(waiting), turn + 1);
    }, delay);
  };
  /** Enters the roots that elements have by now, and gives those that still have none. */
  const enterThose = (elements: readonly Element[]) => {
    const found: ShadowRoot[] = [];
    const waiting = elements.filter((element) => {
      // What is ours holds addresses too, and is no part of the page.
      if (!ofNode(element, 'isConnected') || globalThis.ifgGlossHosts?.has(element)) return false;
      // An open one first: for that the browser's API is not made.
      const root = ofElement(element, 'shadowRoot') ?? shadowRootOf(element);
      if (root !== null) found.push(root);
      else if (ofElement(element, 'localName').includes('-')) askOn();
      return root === null;
    });
    enter(found);
    return waiting;
  };
  const askOn = once(() => {
    setInterval(() => {
      if (ofDocument('visibilityState') === 'visible') whenIdle(askAll);
    }, ASK_ON);
  });
  const askAll = () => {
    if (!lifetime.isOver()) enterThose([document, ...[...roots].slice(-MAX_ROOTS)].flatMap(findHosts));
  };
  /** Looks through many at once: each look may ask the background. */
  const enter = (found: readonly (Document | ShadowRoot)[]) => {
    // A host may be found twice: among the likely ones, and by its open root.
    const entered = [...new Set(found).difference(roots)];
    for (const root of entered) {
      roots.add(root);
      observer.observe(root);
    }
    if (entered.length > 0) look(entered, onceLoaded);
  };
  /** What the page has thrown away is not held; what it puts back is found as what it adds. */
  const noteRemoval = () => {
    for (const root of roots) if (!ofNode(root, 'isConnected')) roots.delete(root);
    onRemoval();
  };
  const onceLoaded: WhenToMark = async (answered, lookAtLayout) => {
    loaded ??= afterLoad();
    await Promise.all([loaded, answered]);
    lookAtLayout();
  };
  const withNextChange: WhenToMark = (answered, lookAtLayout) =>
    onceLoaded(answered, lookAtLayout).then(observer.nextChange);
  const observer = createObserver(marks, (nodes) => look(nodes, withNextChange), noteRemoval, lifetime);

  enter([document]);
  return () => look([...roots], onceLoaded);
}

function linkAround(node: Node): Link[] {
  const parent = ofNode(node, 'parentElement');
  const link = parent && closest(parent, 'a');
  return link !== null && isLink(link) ? [link] : [];
}
