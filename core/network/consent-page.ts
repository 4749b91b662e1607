import type { FeedId } from '../model/ids.ts';

/** What the page that asks for the reader's consent is opened for. */
export type ConsentWanted =
  /** `feed`: what to bring up to date; null is all of it. */
  | { readonly purpose: 'refresh'; readonly feed: FeedId | null }
  /** `add`: what was written of an account that is to be looked at; null for none. */
  | { readonly purpose: 'accounts'; readonly add: string | null }
  /** `address`: the page to ask about; null is none yet. */
  | { readonly purpose: 'ask'; readonly address: string | null };

/** The page's address within the extension. */
export function consentAddress(wanted: ConsentWanted): string {
  const said = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== null);
  return `consent.html?${new URLSearchParams(said)}`;
}

/** What a query of the page's asks for; one that says nothing of it asks to bring all up to date. */
export function readConsentQuery(query: string): ConsentWanted {
  const asked = new URLSearchParams(query);
  if (asked.get('purpose') === 'accounts') return { purpose: 'accounts', add: asked.get('add') || null };
  if (asked.get('purpose') === 'ask') return { purpose: 'ask', address: asked.get('address') || null };
  return { purpose: 'refresh', feed: asked.get('feed') || null };
}
