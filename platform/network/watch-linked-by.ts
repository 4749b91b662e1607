import { linkedByChanges } from '../changes.ts';
import { watchConsent } from './consent.ts';

/** Calls back when the reader has switched asking on or off, and when a page was asked about; gives what ends it. */
export function onLinkedByChange(listener: () => void): () => void {
  const over = new AbortController();
  watchConsent(listener, over.signal);
  const end = linkedByChanges.listen(listener);
  return () => {
    over.abort();
    end();
  };
}
