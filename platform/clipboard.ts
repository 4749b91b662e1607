/** Puts a text on the clipboard; false where the browser refuses. Pages hear nothing of it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The same with a form for word processors beside it, as HTML. */
export async function copyHtml(html: string, text: string): Promise<boolean> {
  const forms = Object.entries({ 'text/html': html, 'text/plain': text });
  try {
    const blobs = forms.map(([type, form]) => [type, new Blob([form], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}
