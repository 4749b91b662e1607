/**
 * Puts a text on the clipboard; false where the browser refuses. By a selection in a root of ours: the browser's newer
 * way needs https, and a page can forbid it to its frames.
 */
export function copyBySelection(root: ShadowRoot, text: string): boolean {
  const { ownerDocument } = root;
  const focused = root.activeElement;
  // By the prototype: a page's document may have an image or a form by the method's name.
  const field = Document.prototype.createElement.call(ownerDocument, 'textarea') as HTMLTextAreaElement;
  field.className = 'unseen';
  // Without it a touch screen's keyboard would come.
  field.readOnly = true;
  field.value = text;
  root.append(field);
  field.select();
  const isCopied = Document.prototype.execCommand.call(ownerDocument, 'copy');
  field.remove();
  (focused as HTMLElement | null)?.focus({ preventScroll: true });
  return isCopied;
}
