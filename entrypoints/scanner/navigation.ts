import type { Lifetime } from './lifetime.ts';

/** Calls back when the address changes within the document, and when the document comes back from the cache. */
export function onNavigation(callback: () => void, { isOver }: Lifetime): void {
  const call = () => {
    if (!isOver()) callback();
  };
  window.addEventListener('pageshow', ({ persisted }) => persisted && call());
  const { navigation } = window as { readonly navigation?: EventTarget };
  // Older versions of Firefox have none.
  if (import.meta.env.FIREFOX && navigation === undefined) window.addEventListener('popstate', call);
  else navigation?.addEventListener('currententrychange', call);
}
