import { AROUND, type Quote, tidy } from '../../core/bearing/quote.ts';
import { MAX_QUOTE_LENGTH } from '../../core/protocol/bearing-forms.ts';
import { beginningOf, endOf } from '../../core/text/cut.ts';
import { closest, ofNode, walk } from '../../page/dom.ts';

/** Texts that are looked at on each side of what is selected. */
const MOST_TEXTS = 20;
const UNSEEN = 'script, style, noscript, template, textarea, title';

/** What the reader has selected in this document; null where that is nothing. */
export function readSelected(): Quote | null {
  const selection = getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  // A page may break off in the middle of a letter, which not all that keeps it takes.
  const exact = tidy(selection?.toString() ?? '')
    .trim()
    .toWellFormed();
  if (range === null || exact === '' || exact.length > MAX_QUOTE_LENGTH) return null;
  return {
    exact,
    prefix: endOf(tidy(before(range)), AROUND).toWellFormed(),
    suffix: beginningOf(tidy(behind(range)), AROUND).toWellFormed(),
  };
}

function before({ startContainer, startOffset }: Range): string {
  let text = startContainer instanceof Text ? startContainer.data.slice(0, startOffset) : '';
  const texts = textsAround(startContainer);
  for (let tried = 0; text.length < AROUND && tried < MOST_TEXTS; tried += 1) {
    const node = texts.previousNode();
    if (node === null) break;
    text = (ofNode(node, 'nodeValue') ?? '') + text;
  }
  return endOf(text, 4 * AROUND);
}

function behind({ endContainer, endOffset }: Range): string {
  let text = endContainer instanceof Text ? endContainer.data.slice(endOffset) : '';
  const texts = textsAround(endContainer);
  for (let tried = 0; text.length < AROUND && tried < MOST_TEXTS; tried += 1) {
    const node = texts.nextNode();
    if (node === null) break;
    text += ofNode(node, 'nodeValue') ?? '';
  }
  return beginningOf(text, 4 * AROUND);
}

function textsAround(node: Node): TreeWalker {
  const texts = walk(Node.prototype.getRootNode.call(node), NodeFilter.SHOW_TEXT, (text) => {
    const parent = ofNode(text, 'parentElement');
    return parent !== null && closest(parent, UNSEEN) === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  });
  texts.currentNode = node;
  return texts;
}
