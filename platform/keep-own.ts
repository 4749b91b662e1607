/** What a page has written and may not have been kept yet. */
interface Unkept {
  readonly flush: () => void;
  readonly hasUnkept: () => boolean;
}

/** Has what is written kept when its page is left or goes, and asks a reader who would lose words with it. */
export function keepWhenLeft({ flush, hasUnkept }: Unkept, page: Window): void {
  page.addEventListener('pagehide', flush);
  page.addEventListener('blur', flush);
  page.document.addEventListener('visibilitychange', flush);
  page.addEventListener('beforeunload', (event) => {
    flush();
    if (hasUnkept()) event.preventDefault();
  });
}
