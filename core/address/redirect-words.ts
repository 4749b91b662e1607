import { decodeAddress, isBase64Address } from './encoded.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What a path, or a host where the path says nothing, calls a redirect. */
const REDIRECT = words(
  'redirect redirector redirecting redirection redirectto redirecturl redir out outbound outgoing outlink ' +
    'extlink externallink away exit leave leaving go goto gourl click clicks clicked clickthrough clickthru clicktrack ct ' +
    'linkout linkto deref jump l0 cl0 fmlurlsvc',
);
/** Words that are believed only where the path names nothing else: they are as often called a thing as a way. */
const WEAK = words('link lnk external extern ext url r l track tracker tracking trk');
/** Names of hosts for redirects, and of those whose addresses in a path or in base64 are there to be followed. */
const HOST = words('link lnk trk');
const MAIL_HOST = words('links lnks url track tracker tracking email mail mailer news newsletter newsletters');
/** How an address stands in another: in a parameter, as it is or in base64, or encoded as a part of the path. */
type Place = 'parameter' | 'base64' | 'path';
/** Words that go with those and say nothing themselves. */
const FILLING = words(
  'home index default action php asp aspx jsp html htm cgi bin pl do page pages to the site website web user users misc warning warn ' +
    'interstitial disclaimer confirmation confirm continue email mail newsletter newsletters campaign campaigns message ' +
    'handler service servlet v www',
);
/** Parameters that hold where a redirect leads. Hyphens, underscores and case are left out. */
const TARGET = words(
  'url u uri to target targeturl targeturi dest desturl destination destinationurl redirect redirecturl redirecturi ' +
    'redirectto redir link linkurl href goto go out outurl r rurl l q externalurl exturl toasturl',
);
/**
 * What does something else with an address: shares, saves, prints, cites, shows, checks or looks for it. A word of a
 * host, of a path, or of another parameter.
 */
const CARRIER = words(
  'share shares sharer sharing tweet intent compose send mailto friend forward save saved add bookmark bookmarks ' +
    'bookmarklet favorite favourite print printer pdf cite cites citation citations bibtex export qr qrcode barcode icon ' +
    'icons favicon image images img pic picture photo photos thumb thumbs thumbnail screenshot shot snapshot preview ' +
    'previews oembed embed embedded iframe player feedback contact report reports problem abuse flag login logon logout ' +
    'signin signup signon sso saml auth oauth oauth2 authorize account accounts register registration check checker ' +
    'checks validate validator validation speed test tester tests seo whois dns rank backlink backlinks search find ' +
    'lookup submit comment comments reply post posts discuss vote like likes subscribe unsubscribe api cdn proxy cache ' +
    'media avatar avatars logo logos rss feed feeds tool tools analyze analyse analyzer analysis audit scan scanner ' +
    'monitor stats statistics metrics count counter shorten shortener create new edit import convert converter download ' +
    'extract extractor parse parser archive clip clipper pin note notes read listen speak tts translate summarize ' +
    'summarise summary verify unfurl opengraph widget widgets captcha facebook twitter linkedin whatsapp ' +
    'reddit telegram pinterest mastodon bluesky text title subject body via hashtags quote status description caption ' +
    'width height size format crop callback output json jsonp xml apikey metadata scrape scraper crawl crawler fetch ' +
    'render capture cors survey surveys form forms poll quiz',
);
/** Names under which an address in base64 says where a reader came from, or goes when something is done. */
const NO_TARGET = words('ref referrer referer source origin from next return returnto back canonical');
/** Segments that are ids, languages or single letters. */
const OPAQUE = /\d|^.{1,2}$|^[a-z]{2}[-_][a-z]{2}$/i;
/** UTF-16 units of a value that is looked at for words; longer ones are ids. */
const MAX_VALUE_LENGTH = 40;

/**
 * The address that a service leads to of which nothing is known but its own address, as it is written there. It is
 * believed where the last word of the path (or the host, where the path has none) is one for a redirect, the address
 * stands in a parameter or a place of such a kind, and no word speaks for another use. Null otherwise.
 */
export function readRedirect(url: URL): string | null {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const at = segments.findIndex(isPacked);
  if (at !== -1) return readSegment(url, segments, at);
  for (const [name, value] of url.searchParams) {
    const place = isBase64Address(value) ? 'base64' : 'parameter';
    if (place === 'parameter' ? !TARGET.has(nameKey(name)) : isNoTarget(name)) continue;
    const inner = decodeAddress(value);
    if (inner === null) continue;
    return saysRedirect(segments, url.hostname, place) && !saysOtherwise(url, segments, name) ? inner : null;
  }
  return null;
}

function readSegment(url: URL, segments: readonly string[], at: number): string | null {
  const others = segments.filter((_, index) => index !== at);
  const leads = saysRedirect(segments.slice(0, at), url.hostname, 'path') && !saysOtherwise(url, others, null);
  return leads ? decodeAddress(segments[at] ?? '') : null;
}

/** An encoded address: a plain one in a path is anything. */
function isPacked(segment: string): boolean {
  return isBase64Address(segment) || /^https?(?::|%3a|%253a)(?:%2f|%252f)/i.test(segment);
}

function saysRedirect(segments: readonly string[], host: string, place: Place): boolean {
  const named = segments
    .filter((segment) => isRedirect(segment.toLowerCase()) || !OPAQUE.test(segment))
    .map((segment) => wordsIn(segment).filter((word) => !FILLING.has(word)))
    .filter((telling) => telling.length > 0);
  const last = named.at(-1);
  if (last === undefined) return isRedirectHost(host, place);
  const isStrong = named.flat().some((word) => REDIRECT.has(word));
  return last.every(isRedirect) && (isStrong || (place !== 'path' && named.length === 1 && endsWithName(segments)));
}

/** Whether no id stands behind the last name of a path. */
function endsWithName(segments: readonly string[]): boolean {
  const end = segments.at(-1) ?? '';
  return isRedirect(end.toLowerCase()) || !OPAQUE.test(end);
}

function isRedirectHost(host: string, place: Place): boolean {
  const [label = ''] = host.split('.');
  const found = wordsIn(label.replaceAll(/\d/g, ''));
  if (place !== 'parameter' && label.length === 1) return true;
  const isNamed = (word: string) =>
    REDIRECT.has(word) || HOST.has(word) || (place !== 'parameter' && MAIL_HOST.has(word));
  return found.some(isNamed) && found.every((word) => isNamed(word) || MAIL_HOST.has(word));
}

function isRedirect(word: string): boolean {
  return REDIRECT.has(word) || WEAK.has(word);
}

/** Whether the host, the path or any other parameter has a word for another use. */
function saysOtherwise(url: URL, segments: readonly string[], carrying: string | null): boolean {
  const labels = url.hostname.split('.').slice(0, -1);
  if ([...labels, ...segments].some(hasCarrierWord)) return true;
  for (const [name, value] of url.searchParams) {
    if (name.startsWith('utm_')) continue;
    if (CARRIER.has(nameKey(name))) return true;
    if (name !== carrying && value.length <= MAX_VALUE_LENGTH && hasCarrierWord(value)) return true;
  }
  return false;
}

function isNoTarget(name: string): boolean {
  return hasCarrierWord(name) || wordsIn(name).some((word) => NO_TARGET.has(word));
}

function hasCarrierWord(text: string): boolean {
  return wordsIn(text).some((word) => CARRIER.has(word));
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The words of a part, also where only a capital begins them. */
function wordsIn(part: string): string[] {
  return part
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
