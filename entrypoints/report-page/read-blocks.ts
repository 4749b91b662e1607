import { isBreakBetween } from '../../core/passages/lines.ts';
import { attributeOf, ofElement, ofNode, walk } from '../../page/dom.ts';

/** A piece of running text, and where the page has it; null for the space that a line break is. */
export interface Piece {
  readonly text: string;
  readonly node: Text | null;
}

/** What a page says beside its running text, or does not say in words. */
const LEFT_OUT = new Set(
  'aside button caption datalist dt footer h1 h2 h3 h4 h5 h6 header hgroup legend math menu nav noscript object optgroup option script select style summary svg template textarea th title'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article blockquote body center dd details dialog div dl fieldset figcaption figure form hr li main ol p pre search section table tbody td tfoot thead tr ul'.split(
    ' ',
  ),
);
const BREAK: Piece = { text: ' ', node: null };

/**
 * The blocks of running text below an element, in order. A text belongs to the innermost block around it; line breaks
 * divide one where they are what divides a list.
 */
export function* readBlocks(root: Element): Generator<readonly Piece[]> {
  const blockOf = createBlockFinder(root);
  let block: Element | null = null;
  let lines: Piece[][] = [[]];
  let isOver = false;
  const walker = walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    const isLeft = isLeftOut(node);
    if (isBlock(node)) isOver = true;
    else if (!isLeft && ofElement(node, 'localName') === 'br') lines.push([]);
    return isLeft ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = blockOf(node);
    if (isOver || own !== block) {
      yield* joinLines(lines);
      lines = [[]];
      block = own;
      isOver = false;
    }
    lines.at(-1)?.push({ text: node.data, node });
  }
  yield* joinLines(lines);
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Lines that are only wrapped become one block, the others each its own. */
function* joinLines(lines: readonly Piece[][]): Generator<readonly Piece[]> {
  let block: Piece[] = [];
  let before = '';
  for (const line of lines) {
    const own = textOf(line);
    if (block.length > 0 && isBreakBetween(before, own)) {
      yield block;
      block = [];
    }
    block.push(...(block.length === 0 ? [] : [BREAK]), ...line);
    before = own;
  }
  if (block.length > 0) yield block;
}

function createBlockFinder(root: Element): (text: Text) => Element {
  const known = new Map<Node | null, Element>();
  const find = (node: Node | null): Element => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const isOwn = node instanceof Element && (node === root || isBlock(node));
    const block = isOwn || node === null ? ((node as Element | null) ?? root) : find(ofNode(node, 'parentNode'));
    known.set(node, block);
    return block;
  };
  return (text) => find(text.parentNode);
}

function isLeftOut(element: Element): boolean {
  if (LEFT_OUT.has(ofElement(element, 'localName'))) return true;
  const editable = attributeOf(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  // A word that is not seen in a sentence is not part of it; a block may be shown again as it is.
  return !isBlock(element) && getComputedStyle(element).display === 'none';
}

/** By its name where that says so, else by how the page has it drawn. */
function isBlock(element: Element): boolean {
  if (BLOCKS.has(ofElement(element, 'localName'))) return true;
  return !/^(?:inline|contents|none|ruby)/.test(getComputedStyle(element).display);
}
