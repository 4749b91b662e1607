import { decodeAddress } from './encoded.ts';

/** Names that EZproxy's and OpenAthens's own hosts have. */
const PROXY = /(?:^|[.-])(?:[a-z]*ezp(?:rod)?|[a-z]*proxy|idm\.oclc\.org$|openathens\.net$)(?=[\d.-]|$)/;
/** Where a rewritten host may stand besides: libraries and universities, Microsoft's guard of applications. */
const HOME =
  /(?:^|[.-])(?:lib(?:rary|raries|cat)?|opac|webcat|catalog(?:ue)?)\d*[.-]|\.(?:ac|edu)\.[a-z]{2}$|\.edu$|^(?:[a-z0-9-]+\.)?mcas\.ms$/;
/** The Institute's host with its dots or with hyphens for them, as proxies put it before their own; some put `0-` in front. */
const REWRITTEN = /^(?:0-)?(?:www[.-])?instituteforgovernment([.-])org\1uk\.(.+)$/;

/** In front of an address in base64, as EBSCO's links to EZproxy have it. */
const ENCODED = /^ezp\.2(?=aHR0c)/;

/** Names that only universities, and services that libraries and firms use, can have. */
const INSTITUTION = /\.(?:ac|edu)\.[a-z]{2}$|\.edu$|\.idm\.oclc\.org$|\.openathens\.net$|\.mcas\.ms$/;

/**
 * The address behind a proxy. EZproxy: https://help.oclc.org/Library_Management/EZproxy. OpenAthens:
 * https://docs.openathens.net/libraries/redirector-link-generator. Null where the address is none of those.
 */
export function readLibraryProxy(url: URL): string | null {
  return INSTITUTION.test(url.hostname) ? readProxy(url) : null;
}

/** The same of a host that only calls itself so, as anybody's may. */
export function readProxyByName(url: URL): string | null {
  return INSTITUTION.test(url.hostname) ? null : readProxy(url);
}

function readProxy(url: URL): string | null {
  const [, , proxy] = REWRITTEN.exec(url.hostname) ?? [];
  if (proxy !== undefined && (PROXY.test(proxy) || HOME.test(proxy)))
    return `https://www.instituteforgovernment.org.uk${url.pathname}${url.search}`;
  if (!PROXY.test(url.hostname) || !/^\/login\/?$/.test(url.pathname)) return null;
  for (const name of ['url', 'qurl']) {
    const value = url.searchParams.get(name) ?? '';
    const inner = decodeAddress(value.replace(ENCODED, ''));
    if (inner !== null) return inner;
  }
  return null;
}
