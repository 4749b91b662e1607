import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, canonicalForm } from '../../../core/address/canonical.ts';
import { unwrapAddress } from '../../../core/address/unwrap.ts';

const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
const once = encodeURIComponent;
const twice = (address: string) => once(once(address));
const base64 = (address: string) => btoa(address);
const base64Url = (address: string) => btoa(address).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Each wraps an address as it is met. */
const WRAPPERS: Readonly<Record<string, (address: string) => string>> = {
  'Outlook safe link': (address) =>
    `https://eur03.safelinks.protection.outlook.com/?url=${once(address)}&data=05%7C02%7C&sdata=x&reserved=0`,
  'Outlook safe link with a path': (address) =>
    `https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=${once(address)}`,
  'Office 365 safe link': (address) => `https://gbr01.safelinks.protection.office365.us/?url=${once(address)}`,
  'Teams safe link': (address) =>
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${once(address)}&locale=en-gb`,
  'Google result': (address) => `https://www.google.com/url?sa=t&url=${once(address)}&usg=x`,
  'Google result elsewhere': (address) => `https://google.co.uk/url?q=${once(address)}&sa=D`,
  Facebook: (address) => `https://l.facebook.com/l.php?u=${once(address)}&h=AT0`,
  'Facebook on a phone': (address) => `https://lm.facebook.com/l.php?u=${once(address)}`,
  LinkedIn: (address) => `https://www.linkedin.com/redir/redirect?url=${once(address)}&urlhash=abc&trk=x`,
  'LinkedIn warning': (address) => `https://www.linkedin.com/safety/go?url=${once(address)}`,
  'Bing result': (address) => `https://www.bing.com/ck/a?!&&p=0a&ptn=3&hsh=4&u=a1${base64Url(address)}&ntb=1`,
  Tumblr: (address) => `https://t.umblr.com/redirect?z=${once(address)}&t=abc`,
  Disqus: (address) => `https://disq.us/url?url=${once(`${address}:lCXtetgf9YHMt7wShspF19n5pMw`)}&cuid=1308141`,
  'URL Defense 1': (address) => `https://urldefense.proofpoint.com/v1/url?u=${once(address)}&k=x%3D%3D&r=y`,
  'URL Defense 2': (address) =>
    `https://urldefense.proofpoint.com/v2/url?u=${once(address.replaceAll('-', '%2D').replaceAll('_', '%5F'))
      .replaceAll('%25', '%')
      .replaceAll('%2F', '_')
      .replaceAll('%', '-')}&d=DwMF&c=euGZ`,
  'URL Defense 3': (address) => `https://urldefense.com/v3/__${address}__;!!ACWV5N9M2RV99hQ!IJeFvLdaXIRN2ABs$`,
  'Substack newsletter': (address) =>
    `https://substack.com/redirect/2/${base64Url(JSON.stringify({ e: address, p: 193478192, s: 1084089 }))}.5RGS`,
  GovDelivery: (address) => `https://links-1.govdelivery.com/CL0/${once(address)}/1/0101019a-0000/QtgZ0NM7=418`,
  Sophos: (address) => `https://eu-west-1.protection.sophos.com/?d=x.uk&u=${base64(address)}&p=m&i=N`,
  FireEye: (address) => `https://protect2.fireeye.com/v1/url?k=31323334&q=1&e=x&u=${once(address)}`,
  'Wayback Machine': (address) => `https://web.archive.org/web/20251001123456/${address}`,
  'Wayback Machine, as it was': (address) => `https://web.archive.org/web/20251001123456id_/${address}`,
  'UK Government Web Archive': (address) =>
    `https://webarchive.nationalarchives.gov.uk/ukgwa/20230101000000/${address}`,
  'archive.ph': (address) => `https://archive.ph/20251001123456/${address}`,
  EZproxy: (address) => `https://login.ezproxy.lib.example.ac.uk/login?url=${address}`,
  'EZproxy, encoded': (address) => `https://ezproxy.example.ac.uk/login?qurl=${once(address)}`,
  'EZproxy, host rewritten': (address) =>
    address.replace('www.instituteforgovernment.org.uk', 'www-instituteforgovernment-org-uk.ezproxy.example.ac.uk'),
  OCLC: (address) =>
    address.replace('www.instituteforgovernment.org.uk', 'www-instituteforgovernment-org-uk.example.idm.oclc.org'),
  OpenAthens: (address) => `https://go.openathens.net/redirector/example.ac.uk?url=${once(address)}`,
  'tracker, plain': (address) => `https://click.newsletter.example/track?id=7&url=${address}`,
  'tracker, encoded': (address) => `https://click.newsletter.example/track?id=7&redirect=${once(address)}`,
  'tracker, encoded twice': (address) => `https://news.example/r?u=${twice(address)}`,
  'tracker, base64': (address) => `https://t.example/c/e?d=${once(base64(address))}&s=1`,
  'tracker, base64 for addresses': (address) => `https://links.example/x?_t=${base64Url(address)}`,
  'tracker, in its path': (address) => `https://abc.r.eu-west-1.awstrack.me/L0/${once(address)}/1/0102`,
  'tracker, base64 in its path': (address) => `https://click.example/f/a/${base64Url(address)}`,
};

/** Addresses that hold the report's and do not lead to it. */
const NO_WAY_THERE: readonly string[] = [
  `https://twitter.com/intent/tweet?url=${once(REPORT)}`,
  `https://x.com/intent/post?url=${once(REPORT)}&text=Read`,
  `https://www.facebook.com/sharer/sharer.php?u=${once(REPORT)}`,
  `https://www.facebook.com/sharer.php?u=${once(REPORT)}`,
  `https://www.linkedin.com/sharing/share-offsite/?url=${once(REPORT)}`,
  `https://www.linkedin.com/shareArticle?mini=true&url=${once(REPORT)}`,
  `https://bsky.app/intent/compose?text=${once(REPORT)}`,
  `https://api.whatsapp.com/send?text=${once(REPORT)}`,
  `https://t.me/share/url?url=${once(REPORT)}`,
  `https://www.reddit.com/submit?url=${once(REPORT)}`,
  `https://www.addtoany.com/share?url=${once(REPORT)}`,
  `https://social.example/share?url=${once(REPORT)}`,
  `https://mail.example/?subject=x&body=${once(REPORT)}&url=${once(REPORT)}`,
  `mailto:?subject=Read&body=${once(REPORT)}`,
  `https://www.google.com/search?q=${once(REPORT)}`,
  `https://duckduckgo.com/?q=${once(REPORT)}`,
  `https://www.bing.com/search?q=${once(REPORT)}`,
  `https://www.bing.com/images/search?u=a1${base64Url(REPORT)}`,
  `https://urldefense.example/v3/__${REPORT}__;!!abc!xyz$`,
  `https://urldefense.com/v4/__${REPORT}__;!!abc!xyz$`,
  `https://example.com/redirect/2/${base64Url(JSON.stringify({ e: REPORT }))}`,
  `https://substack.com/redirect/2/${base64Url(JSON.stringify({ from: REPORT }))}`,
  `https://substack.com/redirect/2/${base64Url(JSON.stringify([REPORT]))}`,
  `https://search.example/?q=${once(REPORT)}`,
  `https://web.archive.org/save/${REPORT}`,
  `https://web.archive.org/save?url=${once(REPORT)}`,
  `https://archive.ph/?run=1&url=${once(REPORT)}`,
  `https://archive.ph/submit/?url=${once(REPORT)}`,
  `https://getpocket.com/save?url=${once(REPORT)}`,
  `https://validator.w3.org/nu/?doc=${once(REPORT)}`,
  `https://example.com/login?redirect_to=${once(REPORT)}`,
  `https://example.com/article?ref=${once(REPORT)}`,
  `https://example.com/${REPORT}`,
  `https://example.com/read/${once(REPORT)}`,
  'https://www-instituteforgovernment-org-uk.example.com/publication/procurement-government-missions-delivery',
  'https://www.instituteforgovernment.org.uk.example.com/publication/procurement-government-missions-delivery',
];

const canonicalOf = (address: string) => {
  const unwrapped = unwrapAddress(address);
  return unwrapped === null ? null : canonicalForm(unwrapped.url);
};

describe('leads to the report', () => {
  test.each(Object.entries(WRAPPERS))('%s', (_, wrap) => {
    expect(canonicalOf(wrap(REPORT))).toBe(canonicalAddress(REPORT));
  });
});

test.each([
  ['one', `${REPORT.replace('-', '*')}__;LQ!!abc!xyz$`],
  ['a run', `${REPORT.replace('-government-', '**K')}__;LWdvdmVybm1lbnQt!!abc!xyz$`],
  ['both', `${REPORT.replace('-government-', '**K').replace('-delivery', '*delivery')}__;LWdvdmVybm1lbnQtLQ!!abc!x`],
])('URL Defense 3 with characters replaced: %s', (_, written) => {
  expect(canonicalOf(`https://urldefense.com/v3/__${written}`)).toBe(canonicalAddress(REPORT));
});

describe('does not lead to the report', () => {
  test.each(NO_WAY_THERE)('%s', (address) => {
    expect(canonicalOf(address) ?? '').not.toBe(canonicalAddress(REPORT));
  });
});

const slug = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/);
const address = fc
  .tuple(fc.constantFrom('publication', 'comment', 'blog', 'article/comment', 'explainer'), slug, fc.boolean())
  .map(
    ([section, name, hasQuery]) =>
      `https://www.instituteforgovernment.org.uk/${section}/${name}${hasQuery ? '?utm_source=a&x=b' : ''}`,
  );

test('an address in any wrapper, and in two, comes out as the bare one', () => {
  const wrapper = fc.constantFrom(...Object.values(WRAPPERS));
  fc.assert(
    fc.property(address, wrapper, (bare, wrap) => {
      expect(canonicalOf(wrap(bare))).toBe(canonicalAddress(bare));
      const safe = WRAPPERS['Outlook safe link'] ?? ((inner: string) => inner);
      expect(canonicalOf(safe(wrap(bare)))).toBe(canonicalAddress(bare));
    }),
    { numRuns: 1000 },
  );
});

test('no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })), (text) => {
      unwrapAddress(text);
      unwrapAddress(`https://click.example/?url=${text}`);
      unwrapAddress(`https://web.archive.org/web/2025/${text}`);
      unwrapAddress(`https://urldefense.com/v3/__${text}__;${text}!!`);
      unwrapAddress(`https://substack.com/redirect/2/${base64Url(once(text))}`);
    }),
    { numRuns: 2000 },
  );
});

/** The piece of which each hostile address consists many times. */
const PIECES = [
  '-0',
  '%25',
  'https:%2F%2F',
  'aHR0c',
  '/',
  'a.',
  '=',
  '&url=http',
  '-',
  '@',
  '\u00e9',
  '..%2f',
  '(',
  ' ',
];

test.each(PIECES)('a long address of %j takes at most a millisecond a kilobyte', (piece) => {
  const long = piece.repeat(2_000 / piece.length);
  for (const start of ['https://www.instituteforgovernment.org.uk/', 'https://click.example/?url=', '']) {
    const text = start + long;
    unwrapAddress(text);
    // The best of five: what else the machine does must not decide.
    const times = [1, 2, 3, 4, 5].map(() => {
      const begin = performance.now();
      const unwrapped = unwrapAddress(text);
      if (unwrapped !== null) canonicalForm(unwrapped.url);
      return performance.now() - begin;
    });
    expect(Math.min(...times)).toBeLessThan(text.length / 1024);
  }
});
