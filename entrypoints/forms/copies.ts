import { attributeOf } from '../../page/dom.ts';
import { hear } from '../../page/hear.ts';
import type { OwnLifetime } from '../../page/lifetime.ts';
import { MARK } from '../../page/mark.ts';

const IN_HTML = new RegExp(`\\s${MARK}="[^"]*"`, 'g');

/**
 * Takes the marks off what is copied or cut for as long as the browser reads it: it copies the attribute, and Chromium
 * writes the mark's lines into the copy as the page's own. What is dragged has been read by the time that this is told.
 */
export function keepOutOfCopies({ heard, signal }: OwnLifetime): void {
  for (const name of ['copy', 'cut'] as const) hear(name, heard(takeOffCopied), { capture: true, signal });
  hear('dragstart', heard(takeOutOfDragged), { capture: true, signal });
}

function takeOutOfDragged({ dataTransfer }: DragEvent): void {
  if (dataTransfer === null) return;
  const html = dataTransfer.getData('text/html');
  const without = html.replace(IN_HTML, '');
  // Firefox gives a page nothing that an extension has put there: the page's own object puts it there as the page.
  const { wrappedJSObject = dataTransfer } = dataTransfer as DataTransfer & { readonly wrappedJSObject?: DataTransfer };
  if (without !== html) wrappedJSObject.setData('text/html', without);
}

function takeOffCopied(): void {
  const selection = getSelection();
  if (selection === null) return;
  const values = new Map<Element, string>();
  for (const link of globalThis.ifgGlossLinkMarks?.keys() ?? []) {
    // Of what stands in a shadow root no selection tells whether it holds it, nor that it holds anything.
    const isHeld = isInRoot(link) || (!selection.isCollapsed && selection.containsNode(link, true));
    const value = isHeld ? attributeOf(link, MARK) : null;
    if (value !== null) values.set(link, value);
  }
  for (const link of values.keys()) {
    // The scanner leaves it alone meanwhile.
    setWaits(link, true);
    Element.prototype.removeAttribute.call(link, MARK);
  }
  setTimeout(() => {
    for (const [link, value] of values)
      if (setWaits(link, false)) Element.prototype.setAttribute.call(link, MARK, value);
  });
}

/** Whether the link is still marked. */
function setWaits(link: Element, waits: boolean): boolean {
  const mark = globalThis.ifgGlossLinkMarks?.get(link);
  if (mark !== undefined) mark.waits = waits;
  return mark !== undefined;
}

function isInRoot(link: Element): boolean {
  return Node.prototype.getRootNode.call(link) !== document;
}
