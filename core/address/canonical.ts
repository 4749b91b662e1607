import type { CanonicalAddress } from '../model/ids.ts';

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|inf_contact_key|igshid|yclid|_hsenc|_hsmi|ref_src|cmpid|cmp|at_(?:medium|campaign\w*|link_\w+|ptr_name|bbc_team|format)|sharetoken|sharetype|smid|smtyp|ito|_ga|_gl|mkt_tok|triedredirect|xtor|ocid|wt_mc\w*|s_cid)$/i;
const IFG_HOST = 'instituteforgovernment.org.uk';
/** UTF-16 units; nobody meets a longer address, and what is not looked at costs no time. */
export const MAX_ADDRESS_LENGTH = 2_048;

/**
 * The one form of an http(s) address: https, host in lower case without `www.`, no default port, no fragment,
 * no user, no tracking parameters, no trailing slash; on the Institute's site also one of the names that a page has.
 * Null for anything that is no http(s) address, a handle or a mail address, and for what has over 2,048 UTF-16 units.
 */
export function canonicalAddress(address: string): CanonicalAddress | null {
  const url = readAddress(address);
  return url === null ? null : canonicalForm(url);
}

/** The same of an http(s) address that is read already. */
export function canonicalForm(url: URL): CanonicalAddress | null {
  const host = url.hostname.replace(/\.$/, '').replace(/^(?:www\.)+/, '');
  if (!host.includes('.') || `.${host}.`.includes('..')) return null;
  const port = url.port === '' || url.port === '443' || url.port === '80' ? '' : `:${url.port}`;
  const isIfg = host === IFG_HOST;
  const path = isIfg ? oneName(ownPath(url.pathname)) : joinParts(decodedParts(url.pathname));
  // Elsewhere the fragment may say which page it is.
  const route = !isIfg && /^#[/!]/.test(url.hash) ? url.hash : '';
  const address = `https://${host}${port}${path}${isIfg ? ownQuery(url, path) : keptQuery(url)}${route}`;
  return address.length > MAX_ADDRESS_LENGTH ? null : address;
}

/** An http(s) address as it may stand in a text, with or without its scheme; null for anything else. */
export function readAddress(address: string): URL | null {
  if (address.length > MAX_ADDRESS_LENGTH) return null;
  const trimmed = address.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed);
  const bare = trimmed.replace(/^\/\//, '');
  // Without a scheme "@instituteforgovernment.org.uk" is a handle and "enquiries@…" a mail address.
  if (!hasScheme && /^[^/?#]*@/.test(bare)) return null;
  const whole = hasScheme ? trimmed : `https://${bare}`;
  try {
    const url = new URL(whole);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

/** Whether a host, as `URL` gives it, is the Institute's own. */
export function isIfgHost(host: string): boolean {
  return host === IFG_HOST || host === `www.${IFG_HOST}`;
}

/** Whether a canonical address is on the Institute's own site. */
export function isIfgAddress(address: CanonicalAddress): boolean {
  return address.startsWith(`https://${IFG_HOST}`) && /^[/?]?$/.test(address.charAt(`https://${IFG_HOST}`.length));
}

/** The path of a canonical address, percent-encoded; empty for a site's front page. */
export function pathOf(address: CanonicalAddress): string {
  const start = address.indexOf('/', 'https://'.length);
  const query = address.indexOf('?');
  const end = query === -1 ? address.length : query;
  return start === -1 || start > end ? '' : address.slice(start, end);
}

/** The parts of a canonical address's path, percent-decoded. */
export function pathParts(address: CanonicalAddress): string[] {
  return pathOf(address)
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
}

function decodedParts(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
}

function joinParts(parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

/** Marks that close a sentence, a quotation or a piece of markup: no page of the Institute's is called so. */
const CLOSING = /^[\s\u200b-\u200f\u00ad.,;:!?'"’”»…*_`|<>)\]}]$/;
/** Parameters that a tracker added where there was no `?`, or whose `?`, as a fragment's `#`, was encoded; a session's name. */
const ADDED = /[&;][\w.;-]*=.*$|[?#].*$/s;
const INDEX = /^index\.(?:html?|php)$/i;

/** As nearly all paths are written: nothing to decode, and nothing behind the name. */
const PLAIN = /^(?:\/[\w-]+)*[a-z1-9]$/i;

/** The script that answers, which the site leaves out of its addresses, and takes with them. */
const FRONT = /^\/+index\.php\/+/i;

function ownPath(path: string): string {
  return (PLAIN.test(path) ? path : joinParts(withoutEnds(decodedParts(path.replace(FRONT, '/'))))).toLowerCase();
}

/** The parts without what stands behind a page's name and is none of it. */
function withoutEnds(parts: readonly string[]): string[] {
  const kept = [...parts];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const name = withoutEnd(last.replace(ADDED, ''));
    if (name !== '' && !INDEX.test(name)) return [...kept, name];
  }
  return [];
}

/** Takes off closing marks, and the `-0` with which the site tells pages of one name apart. */
function withoutEnd(part: string): string {
  let end = part.length;
  for (;;) {
    if (end > 2 && part.startsWith('-0', end - 2) && part[end - 3] !== '-') end -= 2;
    else if (CLOSING.test(part.charAt(end - 1))) end -= 1;
    else return part.slice(0, end);
  }
}

/** Old sections of the Institute's site, to which it still answers, and what they are now: both are the same page. */
const RENAMED = [
  ['/blog/', '/article/comment/'],
  ['/explainers/', '/explainer/'],
  ['/publications/', '/publication/'],
] as const;
const BLOG_INDEX = /^\/blog\/(?:category|page)\//;

function oneName(path: string): string {
  for (const [old, now] of RENAMED)
    if (path.startsWith(old)) return BLOG_INDEX.test(path) ? path : now + path.slice(old.length);
  return path;
}

/** The paths under which a page of the Institute's may have been shown, its canonical one first. */
export function pathNames(path: string): string[] {
  for (const [old, now] of RENAMED) if (path.startsWith(now)) return [path, old + path.slice(now.length)];
  return [path];
}

/** The starts of paths that may belong to one page of the Institute's whose path starts so, the start itself first. */
export function startNames(start: string): string[] {
  const others = RENAMED.flatMap((names) =>
    names.flatMap((name, index) => {
      const other = names[1 - index] ?? name;
      if (start.startsWith(name)) return [other + start.slice(name.length)];
      return start.length > 1 && name.startsWith(start) ? [other] : [];
    }),
  );
  return [start, ...others];
}

/** What is encoded as one: a letter of ASCII, or bytes that may be others. */
const ENCODED = /%[0-7][0-9a-f]|(?:%[89a-f][0-9a-f])+/gi;

function decodePart(part: string): string {
  return part.includes('%') ? part.replace(ENCODED, decode) : part;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function keptQuery(url: URL): string {
  return joinQuery([...url.searchParams].filter(([name]) => !TRACKING.test(name)));
}

/** Sections whose pages have a name of their own, and one text. */
const NAMED_PAGE = /^\/(?:publication|comment|explainer|events?|article\/[^/]+)\/[^/]/;

/** What is looked for is all that such a page is about. */
const SEARCH_PAGE = /^\/search(?:\/|$)/;

/** On the Institute's site `page` and `field_themes_tid` change what a list shows, and nothing else does. */
function ownQuery(url: URL, path: string): string {
  if (url.search === '' || NAMED_PAGE.test(path)) return '';
  if (SEARCH_PAGE.test(path)) return keptQuery(url);
  return joinQuery(
    [...url.searchParams].filter(
      ([name, value]) => (name === 'page' && value !== '0' && value !== '') || name === 'field_themes_tid',
    ),
  );
}

function joinQuery(kept: string[][]): string {
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}
