// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { readPageNames } from '../../../page/page-names.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';

const CLOBBERED = ['title', 'querySelector'];

afterEach(() => {
  for (const name of CLOBBERED) Reflect.deleteProperty(document, name);
});

function show(head: string, body: string): void {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
}

test('a page has the title, the first main heading and the canonical address that it shows', () => {
  show(`<title>Title</title><link rel="canonical" href="${SITE}/a">`, '<h1> One <b>more</b>\n</h1><h1>Two</h1>');
  expect(readPageNames()).toEqual({ title: 'Title', heading: 'One more', canonical: `${SITE}/a` });
});

test('a page that has none of them is called nothing', () => {
  show('', '');
  expect(readPageNames()).toEqual({ title: '', heading: '', canonical: '' });
});

test('what is no link of HTML gives no canonical address', () => {
  show('<title>Title</title>', '');
  const link = document.createElementNS('http://www.w3.org/2000/svg', 'link');
  link.setAttribute('rel', 'canonical');
  document.body.append(link);
  expect(readPageNames()).toMatchObject({ title: 'Title', canonical: '' });
});

test('each name is cut to what the background reads', () => {
  const long = 'a'.repeat(3000);
  show(`<title>${long}</title><link rel="canonical" href="${SITE}/${long}">`, `<h1>  ${long}</h1>`);
  expect(Object.values(readPageNames()).map(({ length }) => length)).toEqual([2048, 2048, 2048]);
});

test('what an image of the page is called stands for nothing of its document', () => {
  show('<title>Title</title>', '<h1>One</h1><img alt="">');
  const value = document.querySelector('img');
  for (const name of CLOBBERED) Object.defineProperty(document, name, { value, configurable: true });
  expect(document.title).toBe(value);
  expect(readPageNames()).toMatchObject({ title: 'Title', heading: 'One' });
});
