import type { CanonicalAddress } from '../model.ts';

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|inf_contact_key|igshid|yclid|_hsenc|_hsmi|ref_src|cmpid)$/i;
const IFG_HOST = 'instituteforgovernment.org.uk';

/**
 * The one form of an http(s) address: https, host in lower case without `www.`, no default port, no fragment,
 * no user, no tracking parameters, no trailing slash. Null for anything that is no http(s) address.
 */
export function canonicalAddress(address: string): CanonicalAddress | null {
  const trimmed = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, '')}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  if (!host.includes('.')) return null;
  const port = url.port === '' || url.port === '443' || url.port === '80' ? '' : `:${url.port}`;
  const path = normalisePath(url.pathname, host === IFG_HOST);
  return `https://${host}${port}${path}${keptQuery(url, host === IFG_HOST)}`;
}

/** Whether a canonical address is on the Institute's own site. */
export function isIfgAddress(address: CanonicalAddress): boolean {
  return address === `https://${IFG_HOST}` || address.startsWith(`https://${IFG_HOST}/`);
}

/** The parts of a canonical address's path, percent-decoded. */
export function pathParts(address: CanonicalAddress): string[] {
  return new URL(address).pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
}

function normalisePath(path: string, isIfg: boolean): string {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => encodeURIComponent(decodePart(part)));
  const joined = parts.length === 0 ? '' : `/${parts.join('/')}`;
  return isIfg ? joined.toLowerCase() : joined;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** On the Institute's site only `page` and `field_themes_tid` change what a page shows. */
function keptQuery(url: URL, isIfg: boolean): string {
  const kept = [...url.searchParams].filter(([name]) =>
    isIfg ? name === 'page' || name === 'field_themes_tid' : !TRACKING.test(name),
  );
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}
