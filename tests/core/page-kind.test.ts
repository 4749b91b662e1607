import { expect, test } from 'vitest';
import { patternsOfSite, sitesOf } from '../../core/access.ts';
import { kindOfClosed, kindOfTab } from '../../core/page-kind.ts';

const ALL = { all: true, here: true };
const HERE = { all: false, here: true };
const NONE = { all: false, here: false };

test.each([
  ['https://news.example/', ALL, 'web'],
  ['http://news.example/', HERE, 'web'],
  ['https://news.example/', NONE, 'withheld'],
  ['', { all: true, here: true }, 'unseen'],
  ['', NONE, 'unknown'],
  ['file:///home/a.html', NONE, 'file'],
  ['view-source:https://news.example/', NONE, 'source'],
  ['about:reader?url=https%3A%2F%2Fnews.example', ALL, 'reader'],
  ['about:config', ALL, 'browser'],
  ['chrome://settings/', NONE, 'browser'],
  ['moz-extension://1/options.html', ALL, 'extension'],
  ['chrome-extension://a/options.html', NONE, 'extension'],
  ['data:text/html,x', NONE, 'unseen'],
  ['constructor:x', ALL, 'unseen'],
] as const)('%j is %3$s', (address, access, kind) => {
  expect(kindOfTab({ address, isAsleep: false }, access)).toBe(kind);
});

test('a tab may sleep, or be none', () => {
  expect(kindOfTab({ address: 'https://news.example/', isAsleep: true }, ALL)).toBe('asleep');
  expect(kindOfTab(null, ALL)).toBe('gone');
});

test.each([
  ['https://addons.mozilla.org/firefox/', 'store'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://www.instituteforgovernment.org.uk/Report.PDF?a=b', 'pdf'],
  ['https://news.example/pdf', 'closed'],
  ['', 'closed'],
])('%s that lets no script in is %s', (address, kind) => {
  expect(kindOfClosed(address)).toBe(kind);
});

test('sites are named by the patterns that let the extension in', () => {
  const patterns = [
    ...patternsOfSite('news.example'),
    '*://a.example:8080/*',
    'https://*/*',
    '<all_urls>',
    'file:///*',
  ];
  expect(sitesOf(patterns)).toEqual(['a.example:8080', 'news.example']);
});
