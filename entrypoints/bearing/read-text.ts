import type { Steps } from '../../core/steps.ts';
import { attributeOf, boxOf, ofElement, ofNode } from '../../page/dom.ts';
import { isElement, isText } from '../../page/node-kinds.ts';
import { type Blocks, createBlocks, type PageText } from './blocks.ts';

/** What has no text that is read, or is the reader's to write in. */
const NO_TEXT = new Set(
  'audio button canvas datalist embed head iframe input math meter noscript object optgroup option picture progress script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** What stands beside a page's running text. */
const ASIDE = new Set('aside dialog footer h1 h2 h3 h4 h5 h6 header hgroup legend menu nav search'.split(' '));
const ASIDE_ROLES = new Set('alert banner complementary contentinfo dialog menu navigation search'.split(' '));
/** Pixels; smaller frames hold no text to speak of. */
const FRAME = { width: 300, height: 200 };

/** An element that is being read. */
interface Level {
  readonly nodes: Iterator<Node>;
  readonly isSeen: boolean;
  readonly isAside: boolean;
  /** Whether what stands before, in it and behind it are blocks apart. */
  readonly isBlock: boolean;
}

/**
 * The visible text of a page below an element, block by block, in the order in which it is drawn: slots have what is put
 * into them, and elements with an open shadow root what is in that. A step is one node.
 */
export function* readText(root: Element): Steps<PageText> {
  const blocks = createBlocks();
  const levels: Level[] = [];
  let hasFrames = false;
  const enter = (element: Element) => {
    hasFrames ||= isFrame(element);
    if (ofElement(element, 'localName') === 'br') return blocks.addBreak();
    const level = levelOf(element, levels.at(-1));
    if (level === null) return;
    if (level.isBlock) blocks.close();
    levels.push(level);
  };
  enter(root);
  for (let level = levels.at(-1); level !== undefined && !blocks.isFull(); level = levels.at(-1)) {
    yield;
    const { value: node, done } = level.nodes.next();
    if (done === true) leave(levels, blocks);
    else if (isText(node)) {
      if (level.isSeen) yield* blocks.add(node, level.isAside);
    } else if (isElement(node)) enter(node);
  }
  return { ...blocks.read(), hasFrames };
}

function leave(levels: Level[], blocks: Blocks): void {
  if (levels.pop()?.isBlock === true) blocks.close();
}

/** Null for what has no text that is seen. */
function levelOf(element: Element, above: Level | undefined): Level | null {
  const name = ofElement(element, 'localName');
  if (NO_TEXT.has(name) || globalThis.ifgGlossHosts?.has(element) === true || isEdited(element)) return null;
  const style = getComputedStyle(element);
  if (isUnseen(style)) return null;
  const inner = innerOf(element, name);
  const isAside = above?.isAside === true || ASIDE.has(name) || ASIDE_ROLES.has(attributeOf(element, 'role') ?? '');
  return {
    nodes: inner.nodes,
    isSeen: style.visibility === 'visible',
    isAside,
    isBlock: inner.isApart || !/^(?:inline|contents|ruby)/.test(style.display),
  };
}

function isUnseen({ display, contentVisibility, opacity, position, clip, clipPath }: CSSStyleDeclaration): boolean {
  if (display === 'none' || contentVisibility === 'hidden' || opacity === '0') return true;
  // As pages hide what only screen readers are to read.
  return position === 'absolute' && (/^rect\((?:[01]px,? ?){4}\)$/.test(clip) || clipPath === 'inset(50%)');
}

/** What is drawn in an element, and whether it lies in a tree of its own, which no stretch of text reaches out of. */
function innerOf(element: Element, name: string): { readonly nodes: Iterator<Node>; readonly isApart: boolean } {
  const shadow = ofElement(element, 'shadowRoot');
  if (shadow !== null) return { nodes: childrenOf(shadow), isApart: true };
  if (name === 'slot' && element instanceof HTMLSlotElement) {
    const assigned = HTMLSlotElement.prototype.assignedNodes.call(element);
    if (assigned.length > 0) return { nodes: assigned.values(), isApart: true };
  }
  const isClosed = name === 'details' && attributeOf(element, 'open') === null;
  return { nodes: isClosed ? summariesOf(element) : childrenOf(element), isApart: false };
}

function* childrenOf(parent: Node): Generator<Node> {
  let node = ofNode(parent, 'firstChild');
  while (node !== null) {
    const next: ChildNode | null = ofNode(node, 'nextSibling');
    yield node;
    node = next;
  }
}

/** All that is seen of what is closed. */
function* summariesOf(details: Element): Generator<Node> {
  for (const node of childrenOf(details)) if (isElement(node) && ofElement(node, 'localName') === 'summary') yield node;
}

/** Whether its reader writes in it: that is no text of the page. */
function isEdited(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

function isFrame(element: Element): boolean {
  if (!['iframe', 'frame'].includes(ofElement(element, 'localName'))) return false;
  const { width, height } = boxOf(element);
  return width >= FRAME.width && height >= FRAME.height;
}
