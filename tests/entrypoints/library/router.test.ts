// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "navigation": { "disableChildPageNavigation": true } } }
import { beforeEach, expect, test, vi } from 'vitest';
import { type LibraryRoute, recommendationsRoute } from '../../../core/library-route.ts';
import { PROGRESS, RESPONSES } from '../../../core/model/own.ts';
import { createRouter, type Place, type Router, type RouterNeeds } from '../../../entrypoints/library/router.ts';

const ORIGIN = 'https://extension.example';
const PUBLICATIONS: LibraryRoute = { view: 'publications', order: 'said', kind: null };
const RECOMMENDATIONS = recommendationsRoute();
const WORDS = { sitting: 'words' };
const searchFor = (text: string): LibraryRoute => ({ view: 'search', text, order: text === '' ? 'day' : 'relevance' });

let entries: { address: string; state: unknown }[];
let at: number;
let listeners: Map<string, () => void>;
let places: Place[];
let router: Router;
let body: HTMLElement;
let scrollY: number;

beforeEach(() => {
  vi.useFakeTimers();
  open('/library.html');
});

/** A page as a browser has it, as far as the router knows. */
function open(address: string): void {
  entries = [{ address, state: null }];
  at = 0;
  scrollY = 0;
  listeners = new Map();
  places = [];
  body = document.createElement('body');
  const to = (given: string | undefined) => given ?? here().address;
  const page = {
    document: body,
    get scrollY() {
      return scrollY;
    },
    location: {
      origin: ORIGIN,
      pathname: '/library.html',
      get search() {
        return new URL(here().address, ORIGIN).search;
      },
    },
    history: {
      scrollRestoration: 'auto',
      get state() {
        return here().state;
      },
      pushState(state: unknown, _: string, given?: string) {
        entries = [...entries.slice(0, at + 1), { address: to(given), state }];
        at += 1;
      },
      replaceState(state: unknown, _: string, given?: string) {
        entries[at] = { address: to(given), state };
      },
    },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
  };
  router = createRouter(page as unknown as RouterNeeds, (place) => places.push(place));
  router.start();
}

const here = () => entries[at] ?? { address: '', state: null };
const addresses = () => entries.map((entry) => entry.address);
const last = () => places.at(-1);
function goBack(by = 1): void {
  at -= by;
  listeners.get('popstate')?.();
}
/** Clicks a link; true where the browser is left to follow it. */
function click(href: string, how: MouseEventInit & { readonly target?: string } = {}): boolean {
  const link = body.appendChild(document.createElement('a'));
  link.href = new URL(href, ORIGIN).href;
  link.target = how.target ?? '';
  let isLeft = false;
  const look = (event: Event) => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  body.addEventListener('click', look, { once: true });
  link
    .appendChild(document.createElement('b'))
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
  return isLeft;
}

test('what the address names is shown, and where the reader was before a reload', () => {
  open('/library.html?view=threads');
  expect(last()).toEqual({
    route: { view: 'threads' },
    by: 'start',
    kept: { scroll: 0, items: 0, left: null, sitting: null },
  });
});

test('a link leads on, and Back to where one was, with the link that was left by', () => {
  scrollY = 740;
  expect(click('/library.html?view=threads')).toBe(false);
  expect(last()).toMatchObject({ route: { view: 'threads' }, by: 'link' });
  expect(addresses()).toEqual(['/library.html', '/library.html?view=threads']);
  goBack();
  expect(last()).toMatchObject({
    route: searchFor(''),
    by: 'back',
    kept: { scroll: 740, left: '/library.html?view=threads' },
  });
});

test('as much of a list as was shown is kept at its step, and of no other text', () => {
  router.keepItems(300);
  click('/library.html?view=threads');
  expect(last()?.kept.items).toBe(0);
  goBack();
  expect(last()?.kept.items).toBe(300);
  router.go(searchFor('p'), WORDS);
  router.keepItems(150);
  router.go(searchFor('pr'), WORDS);
  click('/library.html?view=threads');
  goBack();
  expect(last()).toMatchObject({ route: searchFor('pr'), kept: { items: 0 } });
});

test('a link to what is shown is no step', () => {
  click('/library.html?view=threads');
  click('/library.html?view=threads');
  expect(addresses()).toEqual(['/library.html', '/library.html?view=threads']);
});

test.each([
  ['with Ctrl', '/library.html?view=threads', { ctrlKey: true }],
  ['with Shift', '/library.html?view=threads', { shiftKey: true }],
  ['with the middle button', '/library.html?view=threads', { button: 1 }],
  ['to a new tab', '/library.html?view=threads', { target: '_blank' }],
  ['to another page', '/options.html', {}],
  ['to elsewhere', 'https://bsky.app/library.html', {}],
  ['to a part of the page', '/library.html#main', {}],
])('a click %s is the browser’s', (_, href, how) => {
  expect(click(href, how)).toBe(true);
  expect(places).toHaveLength(1);
});

test('what is typed is one step, whose address follows', () => {
  for (const text of ['p', 'pr', 'pro']) router.go(searchFor(text), WORDS);
  expect(last()).toMatchObject({ route: searchFor('pro'), by: 'same' });
  vi.runAllTimers();
  expect(addresses()).toEqual(['/library.html', '/library.html?q=pro']);
});

test('after Enter, or another step, the next text is a step of its own', () => {
  router.go(searchFor('pro'), WORDS);
  router.go(searchFor('pro'), 'replace');
  router.go(searchFor('gcf'), WORDS);
  router.go(PUBLICATIONS, 'push');
  goBack();
  router.go(searchFor('gcfs'), WORDS);
  vi.runAllTimers();
  expect(addresses()).toEqual(['/library.html', '/library.html?q=pro', '/library.html?q=gcf', '/library.html?q=gcfs']);
});

test('what is not written yet is written before the page is left for another view', () => {
  router.go(searchFor('p'), WORDS);
  router.go(searchFor('pro'), WORDS);
  click('/library.html?view=threads');
  expect(addresses()).toEqual(['/library.html', '/library.html?q=pro', '/library.html?view=threads']);
});

test('and Back leads to what was before it', () => {
  router.go(searchFor('p'), WORDS);
  router.go(searchFor('pro'), WORDS);
  goBack();
  vi.runAllTimers();
  expect(here().address).toBe('/library.html');
  expect(last()).toMatchObject({ route: searchFor(''), by: 'back' });
});

test('who goes back before that is written finds it whole at the way forward', () => {
  router.go(searchFor('p'), WORDS);
  router.go(searchFor('pro'), WORDS);
  goBack();
  vi.runAllTimers();
  listeners.get('pagehide')?.();
  goBack(-1);
  expect(last()).toMatchObject({ route: searchFor('pro'), by: 'back' });
  expect(here().address).toBe('/library.html?q=pro');
});

test('the values that one field passes are one step, and those of another one more', () => {
  router.go(RECOMMENDATIONS, 'push');
  for (const response of RESPONSES) router.go(recommendationsRoute({ response }), { sitting: 'response' });
  for (const progress of PROGRESS) router.go(recommendationsRoute({ progress }), { sitting: 'progress' });
  expect(entries).toHaveLength(4);
  goBack();
  expect(last()?.route).toEqual(recommendationsRoute({ response: RESPONSES.at(-1) ?? null }));
  goBack();
  expect(last()?.route).toEqual(RECOMMENDATIONS);
});

test.each<[LibraryRoute, LibraryRoute, Place['by']]>([
  [PUBLICATIONS, { ...PUBLICATIONS, order: 'day' } as LibraryRoute, 'step'],
  [{ view: 'post', id: 'a' }, { view: 'post', id: 'b' }, 'link'],
  [{ view: 'compare', first: 'a', second: null }, { view: 'compare', first: 'a', second: 'b' }, 'link'],
  [searchFor('a'), searchFor('b'), 'step'],
])('from %o to %o', (from, to, by) => {
  router.go(from, 'push');
  router.go(to, 'push');
  expect(last()).toMatchObject({ route: to, by });
});

test('a history of another make does no harm', () => {
  entries = [{ address: '/library.html', state: { scroll: '7', left: 3 } }];
  router.start();
  expect(last()?.kept).toEqual({ scroll: 0, items: 0, left: null, sitting: null });
});
