import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress, canonicalForm } from '../../../core/address/canonical.ts';
import { displayForm } from '../../../core/address/display-form.ts';
import { unwrapAddress } from '../../../core/address/unwrap.ts';

const REPORT = 'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';

test.each([
  'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
  'http://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery/',
  'HTTPS://WWW.InstituteForGovernment.org.uk:443/publication/procurement-government-missions-delivery#summary',
  '//www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery?utm_source=x&page-view=1',
  ' www.instituteforgovernment.org.uk/Publication/procurement-government-missions-delivery\n',
])('%s is the report', (address) => {
  expect(canonicalAddress(address)).toBe(REPORT);
});

test.each([
  'https://instituteforgovernment.org.uk.example.com/publication/procurement-government-missions-delivery',
  'https://instituteforgovernment.org.uk@example.com/publication/procurement-government-missions-delivery',
  'https://example.com/instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
])('%s is another site', (address) => {
  expect(canonicalAddress(address)).not.toContain('https://instituteforgovernment.org.uk/');
});

test.each([
  'mailto:enquiries@instituteforgovernment.org.uk',
  'javascript:alert(1)',
  'ftp://x.org/a',
  '',
  'not an address',
])('%s has no canonical form', (address) => {
  expect(canonicalAddress(address)).toBeNull();
});

test('canonicalising twice changes nothing, and no input throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'binary' })),
      (address) => {
        const once = canonicalAddress(address);
        if (once !== null) expect(canonicalAddress(once)).toBe(once);
      },
    ),
    { numRuns: 2000 },
  );
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

test('safe links, redirectors and archive snapshots lead to the address they carry', () => {
  const inner = encodeURIComponent(REPORT);
  for (const wrapped of [
    `https://eur03.safelinks.protection.outlook.com/?url=${inner}&data=05`,
    `https://www.google.com/url?q=${inner}&sa=D`,
    `https://l.facebook.com/l.php?u=${inner}&h=x`,
    `https://web.archive.org/web/20251001000000/${REPORT}`,
  ]) {
    expect(canonicalForm(unwrapAddress(wrapped) ?? new URL('x:')), wrapped).toBe(REPORT);
  }
  const share = `https://www.facebook.com/sharer/sharer.php?u=${inner}`;
  expect(unwrapAddress(share)?.href).toBe(share);
});
