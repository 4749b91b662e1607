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
