import { expect, test } from 'vitest';
import { putLinks } from './put-links.ts';

const ids = (html: string) => [...html.matchAll(/id="put-(\w+)"/g)].map(([, name]) => name);
const PLACES = ['button', 'heading', 'list', 'plain', 'table', 'wrapped'];

test('a link stands at each place that a page has', () => {
  const page = '<body><h1>Title</h1><p>One</p><ul><li>Item</li></ul><table><tr><td>Cell</td></tr></table></body>';
  const put = putLinks(page);
  expect(ids(put).toSorted()).toEqual(PLACES);
  expect(put).toMatch(/<h1> <a id="put-heading"[^>]*>Report, heading<\/a> Title<\/h1>/);
  expect(put).toMatch(/<li> <a id="put-list"/);
  expect(put).toMatch(/<td> <a id="put-table"/);
  expect(put).toMatch(/<a id="put-button"[^>]*><button type="button">/);
  expect(put).toMatch(
    /<a id="put-wrapped" href="https:\/\/eur01\.safelinks\.protection\.outlook\.com\/\?url=https%3A%2F%2F/,
  );
});

test('what a page has not is put before a paragraph, or where the body ends', () => {
  expect(putLinks('<p>One</p>')).toMatch(
    /<table><tr><td><a id="put-table".*<ul><li><a id="put-list".*<h2><a id="put-heading".*<p>/s,
  );
  const empty = putLinks('<body><div>No paragraph</div></body>');
  expect(ids(empty).toSorted()).toEqual(PLACES);
  expect(empty).toMatch(/<div>No paragraph<\/div><.*<\/body>/s);
  expect(ids(putLinks('')).toSorted()).toEqual(PLACES);
});

test.each([
  '<script>const row = "<p><li><td><h1>";</script>',
  '<!-- <p> <li> <td> <h1> -->',
  '<template><p><li><td><h1></template>',
  '<a href="/elsewhere"><p><h1>A teaser</h1></a>',
  '<head><title><p></title></head>',
])('nothing is put into %s', (closed) => {
  expect(putLinks(`${closed}<div></div>`)).toContain(closed);
});

test('taken out again, what was put in leaves the page as it was', () => {
  const page = '<!doctype html><head><meta name=x></head><header><p>\u00e9</header><p>One<h3>Two</h3><li>Three<td>';
  expect(putLinks(page).replaceAll(/ <a id="put-.*?<\/a> /g, '')).toBe(page);
});
