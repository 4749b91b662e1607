/** Calls back once before the next picture, however often it was called. */
export function onceAFrame(callback: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      callback();
    });
  };
}
