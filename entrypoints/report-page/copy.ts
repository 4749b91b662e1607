import { copyBySelection } from '../../components/copy-by-selection.ts';

/** Puts a text on the clipboard; false where the browser refuses. Pages over https hear nothing of it. */
export async function copyText(root: ShadowRoot, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(root, text);
  }
}
