import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings, isSiteOff, parseSettings, siteOf, switchSite } from '../../core/settings.ts';

test.each([
  undefined,
  null,
  'settings',
  [],
  {
    marks: 'yes',
    relatedMarks: 1,
    sitesOff: 'example.org',
    cardOpens: 'hover',
    dwell: '400',
    cardIsWhole: 'yes',
    panel: null,
    passages: {},
    letterKeys: 0,
    language: 'constructor',
  },
  { dwell: 99 },
  { dwell: 3001 },
  { dwell: Number.NaN },
])('what is missing or wrong in %j gets its default', (stored) => {
  expect(parseSettings(stored)).toEqual(defaultSettings);
});

test('what was chosen is kept, and what a later version knows is left out', () => {
  const chosen = {
    marks: false,
    relatedMarks: false,
    sitesOff: ['example.org'],
    cardOpens: 'modifier-click',
    dwell: 100,
    cardIsWhole: true,
    panel: false,
    passages: false,
    letterKeys: false,
    language: 'cy',
  };
  expect(parseSettings({ ...chosen, colour: 'red' })).toEqual(chosen);
  expect(parseSettings({ sitesOff: ['example.org', 7] }).sitesOff).toEqual(['example.org']);
});

test.each([
  ['https://News.Example:8080/a', 'news.example'],
  ['http://example.org', 'example.org'],
  ['chrome://extensions', null],
  ['file:///tmp/a.html', null],
  ['', null],
])('the site of %s is %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test('a site is switched off once and on again', () => {
  const off = switchSite(switchSite(defaultSettings, 'a.example', false), 'a.example', false);
  expect(off.sitesOff).toEqual(['a.example']);
  expect(isSiteOff(off, 'https://a.example/b')).toBe(true);
  expect(isSiteOff(off, 'https://b.a.example/')).toBe(false);
  expect(switchSite(off, 'a.example', true).sitesOff).toEqual([]);
});

const sitesOf = (...sitesOff: readonly unknown[]) => parseSettings({ sitesOff }).sitesOff;

test.each([
  ['example.org', 'example.org'],
  ['News.Example', 'news.example'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
  ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
  ['localhost', 'localhost'],
  ['a_b.example', 'a_b.example'],
  ['a.example.', 'a.example.'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
])('%s is a site', (stored, site) => {
  expect(sitesOf(stored)).toEqual([site]);
  expect(siteOf(`https://${stored}/a`)).toBe(site);
});

test.each([
  ...[
    '',
    ' ',
    '*',
    '*.example',
    'a.*',
    '<all_urls>',
    '*://*/*',
    'a*b.example',
    '%2a.example',
    'ex%61mple.org',
    'a.example/*',
  ],
  ...[
    'https://a.example',
    'a.example/',
    'a.example/b',
    'a.example:80',
    'a.example:',
    '[::1]:80',
    '::1',
    '[::1',
    'x@a.example',
  ],
  ...[
    'a b.example',
    ' a.example',
    'a.example ',
    'a\tb.example',
    'a\n.example',
    'a\u00a0b.example',
    'a\\b',
    'a?b',
    'a#b',
  ],
  ...[
    'a..example',
    '.example',
    '.',
    'a,b.example',
    'a;b',
    'a(b)',
    "a'b",
    'a"b',
    'a$b',
    'a!b',
    'a~b',
    'a|b',
    'a^b',
    '{a}',
    '`a`',
  ],
  ...[
    'xn--\u00fc.example',

    '1.2.3.4.5',
    '999.1.1.1',
    'a.1',
    '\u00ad',
    '\ud800.example',
    `${'a'.repeat(64)}.example`,
  ],
  ...[`${'a.'.repeat(127)}example`, `${'ü.'.repeat(60)}example`, 'a'.repeat(100_000)],
  ...[7, null, undefined, true, ['a.example'], { site: 'a.example' }],
])('%j is no site, and is left out', (stored) => {
  expect(sitesOf('a.example', stored, 'b.example')).toEqual(['a.example', 'b.example']);
});

test('a site is kept once, and of too many the newest are', () => {
  expect(sitesOf('a.example', 'A.example', 'b.example', 'ü.example', 'xn--tda.example')).toEqual([
    'a.example',
    'b.example',
    'xn--tda.example',
  ]);
  const many = sitesOf(...Array.from({ length: 20_000 }, (_, index) => `a${index}.example`));
  expect([many.length, many[0], many.at(-1)]).toEqual([10_000, 'a10000.example', 'a19999.example']);
});

test('anything that can be stored gives settings that are read as they are', () => {
  const keys = fc.constantFrom(...Object.keys(defaultSettings), '__proto__', 'constructor');
  const site = fc.string({ unit: fc.constantFrom(...'aA1-_.*:/[]%@ üß。あ'), maxLength: 12 });
  const stored = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.array(site), fc.double(), fc.boolean())),
  );
  fc.assert(
    fc.property(stored, (value) => {
      const settings = parseSettings(value);
      expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings));
      expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      for (const each of settings.sitesOff) expect(siteOf(`https://${each}/`)).toBe(each);
    }),
    { numRuns: 2000 },
  );
});
