/** Calls back when it was not called for some milliseconds, or after the most that it may be put off. */
export function afterRest(callback: () => void, rest: number, most = Number.POSITIVE_INFINITY): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  return () => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        since = null;
        callback();
      },
      Math.max(0, Math.min(rest, since + most - now)),
    );
  };
}

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
