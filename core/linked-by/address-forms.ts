import type { CanonicalAddress } from '../model/ids.ts';

/** Addresses of one page that are asked about; each has four forms, and each form is asked for three times. */
const MOST_ADDRESSES = 2;
const SCHEME = 'https://';
/** What no post of anybody else's leads to: numbers of machines, and names within one network. */
const OWN_NETWORK =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|in-addr\.arpa|ip6\.arpa|fritz\.box|onion|alt|test|invalid|example)$/i;
const NUMBER = /^\[|^[\d.]+$/;

/** Whether an address may be one that others link to. */
export function isPublic(address: CanonicalAddress): boolean {
  const { hostname } = new URL(address);
  return hostname.includes('.') && !OWN_NETWORK.test(hostname) && !NUMBER.test(hostname);
}

/**
 * The forms in which a page's addresses stand in posts, as the link index tells them apart: with and without `www.` and a
 * slash at the end. The likeliest come first. What a tracker adds cannot be guessed. None has what stands behind `#`: that may
 * be the reader's own, and browsers send it to nobody.
 */
export function formsOf(addresses: readonly CanonicalAddress[]): readonly string[] {
  return [...new Set(addresses.slice(0, MOST_ADDRESSES).flatMap(formsOfOne))];
}

function formsOfOne(address: CanonicalAddress): readonly string[] {
  const [bare = ''] = address.slice(SCHEME.length).split('#', 1);
  const [path = ''] = bare.split('?', 1);
  const hosts = [`${SCHEME}www.${bare}`, `${SCHEME}${bare}`];
  // A front page has no other form than that with a slash; a file has none, nor what has a query.
  if (!path.includes('/')) return hosts.map((form) => withSlash(form));
  const isFolder = bare === path && !path.slice(path.lastIndexOf('/')).includes('.');
  return isFolder ? [...hosts, ...hosts.map((form) => `${form}/`)] : hosts;
}

function withSlash(form: string): string {
  const query = form.indexOf('?');
  return query === -1 ? `${form}/` : `${form.slice(0, query)}/${form.slice(query)}`;
}
