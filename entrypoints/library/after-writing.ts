/**
 * Calls back when it is asked to, but not while the reader writes in a hit, which might go from under the hand: then when they have
 * left it. Ends with the signal.
 */
export function afterWriting(callback: () => void, signal: AbortSignal): () => void {
  let isDue = false;
  const tell = () => {
    isDue = true;
    if (isWriting() || signal.aborted) return;
    isDue = false;
    callback();
  };
  // The focus is nowhere yet while it is lost.
  document.addEventListener('focusout', () => isDue && setTimeout(tell), { signal });
  return tell;
}

function isWriting(): boolean {
  return document.activeElement?.matches('.hit :is(textarea, input, select)') ?? false;
}
