import { ofElement, ofNode } from '../../page/dom.ts';
import { shadowRootOf } from './extension.ts';
import { findHosts } from './find-shadow-roots.ts';
import { findText } from './find-text.ts';
import type { Lifetime } from './lifetime.ts';
import type { Marks, Turn } from './marks.ts';
import { isParent, type Parent } from './node-kinds.ts';
import { createObserver } from './observe.ts';
import { survey } from './survey.ts';
import type { TextMarks } from './text-marks.ts';
import { afterLoad, whenIdle } from './turns.ts';

/** When elements without a shadow root are asked again, in milliseconds: nothing tells when one is attached. */
const ASK_AGAIN = [200, 800, 2000, 5000];
/** The card of the annotator holds addresses too, and is no part of the page. */
const OWN_HOST = 'ifg-gloss-card';
/** More are not asked again. */
const MOST_WAITING = 1000;

/**
 * Finds what is to be marked in the page and in its shadow roots, now and as it comes, until the lifetime ends. Links
 * are found at once; written addresses and shadow roots when the page is idle. Gives a function that looks through
 * all of it anew.
 */
export function scanPage(marks: Marks, textMarks: TextMarks, onRemoval: () => void, lifetime: Lifetime): () => void {
  const roots = new Set<Document | ShadowRoot>();
  let loaded: Promise<void> | null = null;

  const look = (nodes: readonly Node[], turn: Turn) => {
    const parts = nodes.filter(isParent);
    const found = survey(parts);
    const wrong = found.marked.filter((link) => marks.recheck(link));
    void marks.consider([...found.links, ...wrong], turn);
    whenIdle(() => lookCloser(nodes, parts));
  };
  const lookCloser = (nodes: readonly Node[], parts: readonly Parent[]) => {
    if (lifetime.isOver()) return;
    askAgain(enterThose(parts.flatMap(findHosts)).slice(0, MOST_WAITING), 0);
    void textMarks.consider(nodes.flatMap(findText));
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
    return elements.filter((element) => {
      if (!ofNode(element, 'isConnected') || ofElement(element, 'localName') === OWN_HOST) return false;
      const root = shadowRootOf(element);
      if (root !== null) enter(root);
      return root === null;
    });
  };
  const enter = (root: Document | ShadowRoot) => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root);
    lookThrough(root);
  };
  const lookThrough = (root: Document | ShadowRoot) => look([root], onceLoaded);
  const onceLoaded: Turn = (answered) => {
    loaded ??= afterLoad();
    return Promise.all([loaded, answered]);
  };
  const withNextChange: Turn = (answered) => onceLoaded(answered).then(observer.nextChange);
  const observer = createObserver(marks, (nodes) => look(nodes, withNextChange), onRemoval, lifetime);

  enter(document);
  return () => {
    for (const root of roots) if (ofNode(root, 'isConnected')) lookThrough(root);
  };
}
