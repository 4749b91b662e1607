import { useEffect } from 'preact/hooks';

/** Has the browser ask a reader who leaves the page while something that they chose or wrote is not kept. */
export function useAskBeforeLeaving(isUnkept: boolean): void {
  useEffect(() => {
    if (!isUnkept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnkept]);
}
