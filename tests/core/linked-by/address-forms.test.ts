import { expect, test } from 'vitest';
import { canonicalAddress } from '../../../core/address/canonical.ts';
import { formsOf, isPublic } from '../../../core/linked-by/address-forms.ts';

function forms(...addresses: readonly string[]): readonly string[] {
  return formsOf(addresses.map((address) => canonicalAddress(address) ?? expect.unreachable(address)));
}

test('a page has four forms, none with what a tracker, a fragment or another scheme adds', () => {
  const asked = 'http://www.instituteforgovernment.org.uk/publication/a-report/?utm_source=x&fbclid=y#chapter-2';
  expect(forms(asked)).toEqual([
    'https://www.instituteforgovernment.org.uk/publication/a-report',
    'https://instituteforgovernment.org.uk/publication/a-report',
    'https://www.instituteforgovernment.org.uk/publication/a-report/',
    'https://instituteforgovernment.org.uk/publication/a-report/',
  ]);
});

test.each(['#/thread/secret', '#!/me?key=abc', '#/a#/b', '#:~:text=x', '#%2Fsecret'])(
  'what stands behind # is sent to nobody, also where it tells a page from another: %s',
  (fragment) => {
    for (const address of [
      `https://app.org/inbox${fragment}`,
      `https://app.org/?q=1${fragment}`,
      `https://app.org${fragment}`,
    ])
      expect(forms(address).join(' ')).not.toMatch(/#|secret|key/);
    expect(forms(`https://app.org/inbox${fragment}`)).toEqual(forms('https://app.org/inbox'));
  },
);

test('a file has no slash at its end, nor what has a query; a front page has nothing but that', () => {
  expect(forms('https://news.org/a.pdf')).toEqual(['https://www.news.org/a.pdf', 'https://news.org/a.pdf']);
  expect(forms('https://news.org/a?id=7')).toEqual(['https://www.news.org/a?id=7', 'https://news.org/a?id=7']);
  expect(forms('https://news.org')).toEqual(['https://www.news.org/', 'https://news.org/']);
  expect(forms('https://news.org/?id=7')).toEqual(['https://www.news.org/?id=7', 'https://news.org/?id=7']);
});

test('two addresses of a page are asked about, the first before the second, and no more', () => {
  const all = forms('https://a.org/1', 'https://a.org/2', 'https://a.org/3');
  expect(all).toHaveLength(8);
  expect(all.join(' ')).not.toContain('a.org/3');
});

test.each([
  ['https://www.instituteforgovernment.org.uk/publication/a', true],
  ['https://gov.uk/guidance/a', true],
  ['http://192.168.1.1/a', false],
  ['http://10.1/a', false],
  ['http://[2001:db8::1]/a', false],
  ['https://printer.local/a', false],
  ['https://wiki.corp.internal/a', false],
  ['https://localhost.localhost/a', false],
  ['https://nas.localdomain/a', false],
  ['https://wiki.corp/a', false],
  ['https://router.home/a', false],
  ['https://fritz.box/a', false],
  ['https://hidden.onion/a', false],
  ['https://1.0.168.192.in-addr.arpa/a', false],
  ['https://mylocal.org/a', true],
  ['https://a.box/a', true],
])('%s may be linked to by others: %s', (address, isLinked) => {
  const canonical = canonicalAddress(address);
  expect(canonical !== null && isPublic(canonical)).toBe(isLinked);
});
