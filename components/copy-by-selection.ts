/**
 * Puts a text on the clipboard; false where the browser refuses. By a selection in a root of ours: the browser's newer
 * way needs https, and a page can forbid it to its frames.
 */
export function copyBySelection(root: ShadowRoot, text: string): boolean {
  const { ownerDocument } = root;
  const focused = root.activeElement;
  const field = ownerDocument.createElement('textarea');
  field.className = 'unseen';
  // Without it a touch screen's keyboard would come.
  field.readOnly = true;
  field.value = text;
  root.append(field);
  field.select();
  const isCopied = ownerDocument.execCommand('copy');
  field.remove();
  (focused as HTMLElement | null)?.focus({ preventScroll: true });
  return isCopied;
}
