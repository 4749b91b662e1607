import type { Access } from './access.ts';

/**
 * What a tab shows, as far as anybody can tell: a page that may be marked (`web`), or why none can.
 * `withheld`: a website that the reader does not let the extension into. `unknown`: that, or a page of the browser's.
 * `unseen`: no website. `closed`, `store`, `pdf`: a website's page, but the browser lets no script into it.
 * `asleep`: thrown out of memory until it is gone to. `gone`: there is no such tab.
 */
export type PageKind =
  | 'web'
  | 'withheld'
  | 'unknown'
  | 'unseen'
  | 'file'
  | 'source'
  | 'reader'
  | 'extension'
  | 'browser'
  | 'closed'
  | 'store'
  | 'pdf'
  | 'asleep'
  | 'gone';

/** What the browser says of a tab. */
export interface SeenTab {
  /** Empty where it does not say: it tells only the addresses of pages that the extension may read. */
  readonly address: string;
  readonly isAsleep: boolean;
}

const KIND_OF_SCHEME: Readonly<Record<string, PageKind>> = {
  'file:': 'file',
  'view-source:': 'source',
  'chrome-extension:': 'extension',
  'moz-extension:': 'extension',
  'about:': 'browser',
  'chrome:': 'browser',
  'edge:': 'browser',
  'devtools:': 'browser',
};
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** What a tab shows, before anybody has tried to look into it; null is a tab that is not there. */
export function kindOfTab(tab: SeenTab | null, access: Access): PageKind {
  if (tab === null) return 'gone';
  const { address, isAsleep } = tab;
  if (address.startsWith('about:reader')) return 'reader';
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase() ?? '';
  if (scheme === 'http:' || scheme === 'https:') return isAsleep ? 'asleep' : access.here ? 'web' : 'withheld';
  if (Object.hasOwn(KIND_OF_SCHEME, scheme)) return KIND_OF_SCHEME[scheme] ?? 'unseen';
  return access.all || scheme !== '' ? 'unseen' : 'unknown';
}

/** What a website's page is that the browser lets no script into. */
export function kindOfClosed(address: string): PageKind {
  if (!URL.canParse(address)) return 'closed';
  const { hostname, pathname } = new URL(address);
  if (STORES.includes(hostname)) return 'store';
  return pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : 'closed';
}
