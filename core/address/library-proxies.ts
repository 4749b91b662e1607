import { decodeAddress } from './encoded.ts';

/** Hosts of the proxies that show a page under a host of their own: EZproxy and OpenAthens of libraries, Google's translator. */
const PROXY = /(?:^|[.-])(?:ezproxy|libproxy|ezp|proxy|idm\.oclc\.org$|openathens\.net$|translate\.goog$)/;
/** The Institute's host with its dots or with hyphens for them, as EZproxy puts it before its own. */
const REWRITTEN = /^(?:www[.-])?instituteforgovernment([.-])org\1uk\.(.+)$/;

/**
 * The address behind a library's proxy. EZproxy: https://help.oclc.org/Library_Management/EZproxy. OpenAthens:
 * https://docs.openathens.net/libraries/redirector-link-generator. Null where the address is none of those.
 */
export function readLibraryProxy(url: URL): string | null {
  const [, , proxy] = REWRITTEN.exec(url.hostname) ?? [];
  if (proxy !== undefined && PROXY.test(proxy))
    return `https://www.instituteforgovernment.org.uk${url.pathname}${url.search}`;
  if (!PROXY.test(url.hostname)) return null;
  for (const name of ['url', 'qurl']) {
    const inner = decodeAddress(url.searchParams.get(name) ?? '');
    if (inner !== null) return inner;
  }
  return null;
}
