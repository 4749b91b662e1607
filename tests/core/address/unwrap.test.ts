import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, canonicalForm } from '../../../core/address/canonical.ts';
import { SERVICES } from '../../../core/address/services.ts';
import { unwrapAddress } from '../../../core/address/unwrap.ts';
import { processorTime } from '../../processor-time.ts';
import { anyAddress, anyString } from '../any-string.ts';
import { base64Url, carriers, wrap, wrappers } from './wrapped.ts';

const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
const once = encodeURIComponent;
const MIN_RECALL = 0.75;
const MAX_BELIEVED = 0.01;

/** Services that pack an address in a way of their own. */
const PACKED: Readonly<Record<string, (address: string) => string>> = {
  'URL Defense 2': (address) =>
    `https://urldefense.proofpoint.com/v2/url?u=${once(address.replaceAll('-', '%2D').replaceAll('_', '%5F'))
      .replaceAll('%25', '%')
      .replaceAll('%2F', '_')
      .replaceAll('%', '-')}&d=DwMF&c=euGZ`,
  Substack: (address) =>
    `https://substack.com/redirect/2/${base64Url(JSON.stringify({ e: address, p: 193478192, s: 1084089 }))}.5RGS`,
  'GovDelivery’s short links': (address) =>
    `https://lnks.gd/l/eyJhbGciOiJIUzI1NiJ9.${base64Url(JSON.stringify({ bulletin_link_id: 100, uri: 'bp2:click', url: address }))}.abc/s/1/br/2-l`,
  'Customer.io': (address) =>
    `https://e.customeriomail.com/e/c/${base64Url(JSON.stringify({ email_id: 'x', href: address }))}/1f2e`,
  Mandrill: (address) =>
    `https://mandrillapp.com/track/click/30012345/www.instituteforgovernment.org.uk?p=${base64Url(JSON.stringify({ s: 'x', v: 1, p: JSON.stringify({ u: 1, v: 1, url: address }) }))}`,
};
const KNOWN = [...wrappers.known.map((row) => (address: string) => wrap(row, address)), ...Object.values(PACKED)];
const ALL = [...KNOWN, ...wrappers.unknown.map((row) => (address: string) => wrap(row, address))];

const readOf = (address: string) => {
  const unwrapped = unwrapAddress(address);
  return unwrapped === null ? null : { address: canonicalForm(unwrapped.url), through: unwrapped.through };
};
const canonicalOf = (address: string) => readOf(address)?.address ?? null;

describe('leads to the report for certain', () => {
  test.each(wrappers.known)('%s', (row) => {
    expect(readOf(wrap(row, REPORT))).toEqual({ address: canonicalAddress(REPORT), through: null });
  });
  test.each(Object.entries(PACKED))('%s', (_, pack) => {
    expect(readOf(pack(REPORT))).toEqual({ address: canonicalAddress(REPORT), through: null });
  });
});

test('each service in the table is met by an address', () => {
  const met = [...wrappers.known, ...wrappers.held].map((row) => new URL(wrap(row, REPORT)));
  const unmet = SERVICES.filter((service) => {
    const isOf = ({ hostname, pathname, search }: URL) =>
      service.domains.split(' ').some((domain) => `.${hostname}`.endsWith(`.${domain}`)) &&
      ('shape' in service ? service.shape.test(pathname + search) : service.path?.test(pathname) !== false);
    return !met.some(isOf);
  });
  expect(unmet).toEqual([]);
});

describe('leads to the report by its words, and names its host', () => {
  test.each(wrappers.unknown)('%s', (row) => {
    const address = wrap(row, REPORT);
    expect(readOf(address)).toEqual({ address: canonicalAddress(REPORT), through: new URL(address).hostname });
  });
});

describe('carries the report’s address and does not lead to it', () => {
  test.each(carriers.tuned)('%s', (row) => {
    expect(canonicalOf(wrap(row, REPORT))).not.toBe(canonicalAddress(REPORT));
  });
  test.each([
    `https://example.com/redirect/2/${base64Url(JSON.stringify({ e: REPORT }))}`,
    `https://substack.com/redirect/2/${base64Url(JSON.stringify({ from: REPORT }))}`,
    `https://substack.com/redirect/2/${base64Url(JSON.stringify([REPORT]))}`,
    `https://mandrillapp.com/track/click/1/www.instituteforgovernment.org.uk?p=${base64Url(JSON.stringify({ p: { url: REPORT } }))}`,
  ])('%s', (address) => {
    expect(canonicalOf(address)).not.toBe(canonicalAddress(REPORT));
  });
});

const USES =
  'share sharer tweet intent mailto save add bookmark print pdf cite citation qr barcode icon favicon image img photo ' +
  'thumbnail screenshot preview oembed embed feedback report login signin auth oauth check validate validator speed test ' +
  'translate seo whois search submit comment subscribe api proxy media avatar logo';

test.each(USES.split(' '))('beside a redirect’s words “%s” says otherwise, wherever it stands', (use) => {
  for (const value of [once(REPORT), base64Url(REPORT)]) {
    for (const address of [
      `https://example.com/${use}?url=${value}`,
      `https://example.com/redirect/${use}?url=${value}`,
      `https://example.com/redirect/${use}.php?url=${value}`,
      `https://example.com/${use}/redirect?url=${value}`,
      `https://example.com/go-${use}?url=${value}`,
      `https://example.com/redirect${use.charAt(0).toUpperCase()}${use.slice(1)}?url=${value}`,
      `https://${use}.example/redirect?url=${value}`,
      `https://click-${use}.example/?url=${value}`,
      `https://example.com/redirect?action=${use}&url=${value}`,
      `https://click.example/${use}/${value}`,
      `https://click.example/${value}/${use}`,
    ])
      expect(canonicalOf(address), address).not.toBe(canonicalAddress(REPORT));
  }
});

test('of those that the rule was not written by at most one in a hundred is believed, and none for certain', () => {
  const believed = carriers.held
    .map((row) => readOf(wrap(row, REPORT)))
    .filter((read) => read?.address === canonicalAddress(REPORT));
  expect(believed.length / carriers.held.length).toBeLessThanOrEqual(MAX_BELIEVED);
  expect(believed.filter((read) => read?.through === null)).toEqual([]);
});

test('most of the wrappers that the rule was not written by are followed', () => {
  const followed = wrappers.held.filter((row) => canonicalOf(wrap(row, REPORT)) === canonicalAddress(REPORT));
  expect(followed.length / wrappers.held.length).toBeGreaterThanOrEqual(MIN_RECALL);
});

test('one unknown host among known ones makes the whole doubtful, whichever stands outside', () => {
  const tracker = `https://click.example/track?url=${once(REPORT)}`;
  const safe = (address: string) => `https://eur03.safelinks.protection.outlook.com/?url=${once(address)}&data=05`;
  expect(readOf(safe(tracker))?.through).toBe('click.example');
  expect(readOf(`https://click.example/track?url=${once(safe(REPORT))}`)?.through).toBe('click.example');
});

test('what an unknown host carries is followed to the Institute only', () => {
  const elsewhere = `https://click.example/track?url=${once('https://ukri.org/news/x')}`;
  expect(readOf(elsewhere)).toEqual({ address: canonicalAddress(elsewhere), through: null });
  const known = `https://l.facebook.com/l.php?u=${once(elsewhere)}`;
  expect(readOf(known)).toEqual({ address: canonicalAddress(elsewhere), through: null });
});

test('a known service is not also believed by its words', () => {
  expect(canonicalOf(`https://www.youtube.com/out?url=${once(REPORT)}`)).not.toBe(canonicalAddress(REPORT));
});

test('a translated page of any site is known by its own address', () => {
  const translated = 'https://www-civil--service-example.translate.goog/a-b/c?id=7&_x_tr_sl=en&_x_tr_tl=cy';
  expect(readOf(translated)).toEqual({ address: 'https://civil-service.example/a-b/c?id=7', through: null });
});

describe('a file that Acrobat’s extension shows is known by its own address', () => {
  const file = 'https://www.instituteforgovernment.org.uk/sites/default/files/2025-09/procurement.pdf';
  const viewer = 'chrome-extension://efaidnbmnnnibpcajpcglclefindmkaj';
  test.each([
    `${viewer}/${file}`,
    `${viewer}/${file}#page=12`,
    `${viewer}/${once(file)}`,
    `${viewer}/https://web.archive.org/web/2025/${file}`,
    `extension://elhekieabhbkpmcefcoobjddigjcaadp/${file}`,
  ])('%s', (address) => {
    expect(readOf(address)).toEqual({ address: canonicalAddress(file), through: null });
  });
  test.each([
    `chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/${file}`,
    `${viewer}/viewer.html?pdfurl=${once(file)}`,
    `https://efaidnbmnnnibpcajpcglclefindmkaj/${file}`,
    `${viewer}/https://example.com/${file}`,
    `${viewer}/javascript:alert(1)`,
  ])('but not: %s', (address) => {
    expect(canonicalOf(address)).not.toBe(canonicalAddress(file));
  });
});

test('deep wrapping ends', () => {
  const wrapped = (times: number) =>
    Array.from({ length: times }).reduce<string>((inner) => `https://l.facebook.com/l.php?u=${once(inner)}`, REPORT);
  expect(canonicalOf(wrapped(4))).toBe(canonicalAddress(REPORT));
  expect(canonicalOf(wrapped(5))).not.toBe(canonicalAddress(REPORT));
});

test.each([
  ['one', `${REPORT.replace('-', '*')}__;LQ!!abc!xyz$`],
  ['a run', `${REPORT.replace('-government-', '**K')}__;LWdvdmVybm1lbnQt!!abc!xyz$`],
  ['both', `${REPORT.replace('-government-', '**K').replace('-delivery', '*delivery')}__;LWdvdmVybm1lbnQtLQ!!abc!x`],
])('URL Defense 3 with characters replaced: %s', (_, written) => {
  expect(canonicalOf(`https://urldefense.com/v3/__${written}`)).toBe(canonicalAddress(REPORT));
});

test('URL Defense 3 whose slashes were run together', () => {
  expect(canonicalOf(`https://urldefense.com/v3/__${REPORT.replace('//', '/')}__;!!abc!xyz$`)).toBe(
    canonicalAddress(REPORT),
  );
});

test('EZproxy with an address in base64', () => {
  for (const name of ['url', 'qurl'])
    expect(canonicalOf(`https://ezproxy.lib.example.ac.uk/login?${name}=ezp.2${btoa(REPORT)}`)).toBe(
      canonicalAddress(REPORT),
    );
});

const slug = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/);
const address = fc
  .tuple(fc.constantFrom('publication', 'comment', 'blog', 'article/comment', 'explainer'), slug, fc.boolean())
  .map(
    ([section, name, hasQuery]) =>
      `https://www.instituteforgovernment.org.uk/${section}/${name}${hasQuery ? '?utm_source=a&x=b' : ''}`,
  );

test('an address in any wrapper, and in two, comes out as the bare one', () => {
  const wrapper = fc.constantFrom(...ALL);
  fc.assert(
    fc.property(address, wrapper, (bare, wrapIn) => {
      expect(canonicalOf(wrapIn(bare))).toBe(canonicalAddress(bare));
      const safe = `https://eur03.safelinks.protection.outlook.com/?url=${once(wrapIn(bare))}&data=05`;
      expect(canonicalOf(safe)).toBe(canonicalAddress(bare));
    }),
    { numRuns: 1000 },
  );
});

test('no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(anyString(), anyAddress), (text) => {
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

test.each(PIECES)('a long address of %j takes at most a millisecond a kilobyte', async (piece) => {
  const long = piece.repeat(2_000 / piece.length);
  for (const start of ['https://www.instituteforgovernment.org.uk/', 'https://click.example/?url=', '']) {
    const text = start + long;
    unwrapAddress(text);
    const unwrap = () => {
      const unwrapped = unwrapAddress(text);
      if (unwrapped !== null) canonicalForm(unwrapped.url);
    };
    const most = text.length / 1024;
    expect(await processorTime(unwrap, most)).toBeLessThan(most);
  }
});
