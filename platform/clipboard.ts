/** Puts a text on the clipboard; false where the browser refuses. Pages hear nothing of it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
