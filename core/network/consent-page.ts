import type { FeedId } from '../model/ids.ts';
import type { Purpose } from './purpose.ts';

/** What the page that asks for the reader's consent is opened for. */
export interface ConsentWanted {
  readonly purpose: Exclude<Purpose, 'ask'>;
  /** The feed to bring up to date; null is all of them. */
  readonly feed: FeedId | null;
}

/** The page's address within the extension. */
export function consentAddress({ purpose, feed }: ConsentWanted): string {
  return `consent.html?${new URLSearchParams({ purpose, ...(feed !== null && { feed }) })}`;
}

/** What a query of the page's asks for; one that says nothing of it asks to bring all up to date. */
export function readConsentQuery(query: string): ConsentWanted {
  const asked = new URLSearchParams(query);
  if (asked.get('purpose') === 'accounts') return { purpose: 'accounts', feed: null };
  return { purpose: 'refresh', feed: asked.get('feed') || null };
}
