import type { Gloss } from '../gloss/gloss.ts';

export interface TabState {
  readonly tabId: number;
  /** The host name of the page; null on pages that no extension may look at. */
  readonly site: string | null;
  /** Whether marks are on there. */
  readonly isOn: boolean;
  /** The first page of what is said about the page itself; null where `site` is. */
  readonly gloss: Gloss | null;
  /** Whether the browser lets no script into the page. */
  readonly isClosed: boolean;
}
