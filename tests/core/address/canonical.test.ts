import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress } from '../../../core/address/canonical.ts';
import { displayForm } from '../../../core/address/display-form.ts';
import { anyAddress, anyString } from '../any-string.ts';

const REPORT = 'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';

test.each([
  'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
  'http://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery/',
  'HTTPS://WWW.InstituteForGovernment.org.uk:443/publication/procurement-government-missions-delivery#summary',
  'https://reader:secret@www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
  'https://www.instituteforgovernment.org.uk./publication/procurement-government-missions-delivery',
  'https://www.instituteforgovernment.org.uk//publication/procurement%2Dgovernment-missions-delivery-0',
  '//www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery?utm_source=x&page-view=1',
  ' www.instituteforgovernment.org.uk/Publication/procurement-government-missions-delivery\n',
  'https://www.instituteforgovernment.org.uk/publications/procurement-government-missions-delivery',
  'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery?page=0',
  'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery?page=2#top',
  'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery/index.html',
  ...[
    '.',
    ')',
    ').',
    '/)',
    '%20',
    ',',
    '%20/',
    '”.',
    '%e2%80%8b',
    '**',
    '`',
    '.-0',
    '-0.',
    '&utm_source=x&utm_medium=y',
    '&amp;utm_source=x',
    '%26utm_source%3Dx',
    ')&utm_source=x',
    '%23summary',
    '%3Futm_source%3Dx',
    '/%23',
    ';jsessionid=0A1B',
    '%3Bjsessionid%3D0A1B',
  ].map(
    (end) => `https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery${end}`,
  ),
])('%s is the report', (address) => {
  expect(canonicalAddress(address)).toBe(REPORT);
});

test('each search of the Institute’s site is a page of its own', () => {
  const [one, other, again] = ['?q=police', '?q=prisons', '?q=police&utm_source=x#top'].map((query) =>
    canonicalAddress(`https://www.instituteforgovernment.org.uk/search${query}`),
  );
  expect(one).not.toBe(other);
  expect(one).toBe(again);
});

test.each([
  'https://instituteforgovernment.org.uk.example.com/publication/procurement-government-missions-delivery',
  'https://www.instituteforgovernment.org.uk.evil.example/publication/procurement-government-missions-delivery',
  'https://notinstituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
  'https://instituteforgovernment.org.uk:pw@example.com/',
  'https://example.com/?q=https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
  'https://example.com/#https://www.instituteforgovernment.org.uk/',
  'https://www-instituteforgovernment-org-uk.example.com/publication/procurement-government-missions-delivery',
  'https://instituteforgovernment.org.uk@example.com/publication/procurement-government-missions-delivery',
  'https://example.com/instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
])('%s is another site', (address) => {
  expect(canonicalAddress(address)).not.toContain('https://instituteforgovernment.org.uk/');
});

test.each([
  'mailto:enquiries@instituteforgovernment.org.uk',
  'enquiries@instituteforgovernment.org.uk',
  '@instituteforgovernment.org.uk',
  'javascript:alert(1)',
  'ftp://x.org/a',
  '',
  'not an address',
  'https://a.example..',
  'https://a..example/b',
  'https://www..example',
  'https://a.0x7f../b',
])('%s has no canonical form', (address) => {
  expect(canonicalAddress(address)).toBeNull();
});

test('canonicalising twice changes nothing, and no input throws', () => {
  fc.assert(
    fc.property(fc.oneof(anyAddress, anyString()), (address) => {
      const once = canonicalAddress(address);
      if (once !== null) expect(canonicalAddress(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('canonicalising an address of the Institute’s twice changes nothing, whatever stands behind its name', () => {
  const piece = fc.constantFrom(
    ...'/ - 0 . , ) ( %20 %2F %25 & = ? # a É ; * index.html -0 page=0 utm_a=b publications blog'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('www.', 'www.www.', ''), (pieces, prefix) => {
      const once = canonicalAddress(`https://${prefix}instituteforgovernment.org.uk/${pieces.join('')}`);
      if (once !== null) expect(canonicalAddress(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('canonicalising any odd address twice changes nothing', () => {
  const scrap = fc.constantFrom(
    ...[
      'www.',
      'www',
      '.',
      '..',
      '-',
      'x',
      'a.b',
      'É.',
      'ß',
      '。',
      '%2e',
      '%20',
      '%',
      '%E9',
      '%25E9',
      '%e2%80%8b',
      '1',
      '0x7f',
      '[::1]',
    ],
    ...[
      '/',
      '//',
      '/.',
      '/..',
      '/3/.-0',
      '\\',
      ':',
      ':80',
      ':443',
      ':8080',
      '@',
      '?',
      '&',
      '=',
      '#',
      '+',
      ' ',
      '\t',
      "'",
      '(',
      ')',
      '*',
      '|',
    ],
    ...[
      'instituteforgovernment.org.uk',
      'publication/',
      'blog/',
      'index.html',
      '&a=b',
      'utm_a=b',
      'page=2',
      '\u00ad',
      '\ud800',
      '👍',
    ],
  );
  fc.assert(
    fc.property(
      fc.constantFrom('', 'https://', 'http://', '//', 'HTTP:'),
      fc.array(scrap, { maxLength: 10 }),
      (scheme, scraps) => {
        const once = canonicalAddress(scheme + scraps.join(''));
        if (once !== null) expect(canonicalAddress(once)).toBe(once);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each(['https://www.www.a.example', 'https://a.example./', 'http://www.a.example.:80//'])(
  '%s is the site’s front page',
  (address) => {
    expect(canonicalAddress(address)).toBe('https://a.example');
  },
);

test('what is longer than an address is not looked at, nor made', () => {
  const path = (length: number) => `https://www.instituteforgovernment.org.uk/${'a'.repeat(length)}`;
  expect(canonicalAddress(path(2048))).toBeNull();
  expect(canonicalAddress(path(2000))).not.toBeNull();
  expect(canonicalAddress(`https://example.com/${'é'.repeat(1000)}`)).toBeNull();
});

test.each([
  ['blog/historic-significance-theresa-may-defeat', 'article/comment/historic-significance-theresa-may-defeat'],
  ['explainers/no-deal-brexit-preparations', 'explainer/no-deal-brexit-preparations'],
  ['event/ministers-reflect-0', 'event/ministers-reflect'],
  ['event/Ministers-Reflect', 'event/ministers-reflect'],
  ['event/ministers%2Dreflect', 'event/ministers-reflect'],
])('%s and %s are one page', (one, other) => {
  const site = 'https://www.instituteforgovernment.org.uk/';
  expect(canonicalAddress(site + one)).toBe(canonicalAddress(site + other));
});

test.each([
  ['blog', 'article/comment'],
  ['blog/category/brexit', 'article/comment/category/brexit'],
  ['publication/covid-10', 'publication/covid-1'],
  ['publication/a', 'publication/b'],
  ['publications', 'publication'],
  ['publications?page=1', 'publications'],
  ['comment?page=1', 'comment'],
  ['news/latest?page=3', 'news/latest'],
  ['our-work/trackers/performance-tracker?page=1', 'our-work/trackers/performance-tracker'],
  ['blog/category/brexit?page=1', 'blog/category/brexit'],
])('%s and %s are two', (one, other) => {
  const site = 'https://www.instituteforgovernment.org.uk/';
  expect(canonicalAddress(site + one)).not.toBe(canonicalAddress(site + other));
});

test('elsewhere a fragment that is a way keeps pages apart, and one that is a place does not', () => {
  const of = (behind: string) => canonicalAddress(`https://app.example/${behind}`);
  expect(new Set([of('#/report/12'), of('#/report/13'), of('#!/about'), of('')]).size).toBe(4);
  expect(new Set([of('#summary'), of('#:~:text=words'), of('#')]).size).toBe(1);
  expect(canonicalAddress(`${REPORT}#/summary`)).toBe(REPORT);
});

test('a page number and a theme keep index pages apart', () => {
  const page = (query: string) => canonicalAddress(`https://www.instituteforgovernment.org.uk/blog${query}`);
  expect(page('?page=1&utm_source=x')).toBe('https://instituteforgovernment.org.uk/blog?page=1');
  expect(page('?field_themes_tid=82')).not.toBe(page(''));
});

test.each([
  [
    'https://www.instituteforgovernment.org.uk/publication/procurement-government',
    'www.instituteforgovernment.org.uk/publication/...',
  ],
  [
    'https://www.instituteforgovernment.org.uk/comment/public-services-strikes',
    'www.instituteforgovernment.org.uk/comment/publ...',
  ],
  ['https://on.ft.com/478WcW7', 'on.ft.com/478WcW7'],
])('Bluesky shows %s as %s', (address, shown) => {
  expect(displayForm(address)).toBe(shown);
});
