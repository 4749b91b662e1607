// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WhenToMark } from '../../../entrypoints/scanner/marks.ts';
import { scanPage } from '../../../entrypoints/scanner/scan.ts';
import type { Link } from '../../../page/link-address.ts';
import { MARK } from '../../../page/mark.ts';

/** What the scanner looked at, and when the last of it may be marked. */
let considered: (string | null)[];
let rechecked: string[];
let read: Node[];
let removals: number;
let whenToMark: WhenToMark;
let wrong: boolean;
let life: { isOver: boolean; end: () => void };
/** Shadow roots that are closed to the page, which the browser gives to extensions. */
let closed: WeakMap<Element, ShadowRoot>;
/** The elements that it was asked about. */
let askedFor: Element[];
let scanAnew: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  considered = [];
  rechecked = [];
  read = [];
  removals = 0;
  wrong = false;
  closed = new WeakMap();
  askedFor = [];
  const openOrClosedShadowRoot = (element: Element) => {
    askedFor.push(element);
    return closed.get(element) ?? element.shadowRoot;
  };
  vi.stubGlobal('chrome', { runtime: { id: 'stand-in' }, dom: { openOrClosedShadowRoot } });
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
  globalThis.ifgGlossHosts = new WeakSet();
  // Where links are relative to the Institute's site, each is looked at, whatever it says.
  document.head.innerHTML = '<base href="https://www.instituteforgovernment.org.uk/">';
});
afterEach(() => {
  life.isOver = true;
  life.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const nameOf = (link: Link) => link.getAttribute('href');

function start(markup: string): void {
  document.body.innerHTML = markup;
  const own = { isOver: false, end: () => {} };
  life = own;
  const lifetime = {
    isOver: () => own.isOver,
    onEnd: (end: () => void) => {
      own.end = end;
    },
  };
  const marks = {
    isOwn: () => false,
    recheck: (link: Link) => {
      rechecked.push(nameOf(link) ?? '');
      return wrong;
    },
    consider: async (links: readonly Link[], when: WhenToMark) => {
      considered.push(...links.map(nameOf));
      whenToMark = when;
    },
  };
  const texts = { consider: (nodes: readonly Node[]) => void read.push(...nodes) };
  const onRemoval = () => {
    removals += 1;
  };
  scanAnew = scanPage(marks, texts, onRemoval, lifetime);
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function find(selector: string): Element {
  return document.querySelector(selector) ?? expect.unreachable();
}

function attach(host: Element, href: string, mode: ShadowRootMode = 'open'): ShadowRoot {
  const root = host.attachShadow({ mode });
  if (mode === 'closed') closed.set(host, root);
  root.innerHTML = `<a href="${href}">link</a>`;
  return root;
}

/** When a promise was fulfilled, in milliseconds from now; null where it was not. */
async function timeOf(promise: Promise<unknown>, most: number): Promise<number | null> {
  const start = Date.now();
  let time: number | null = null;
  void promise.then(() => {
    time = Date.now() - start;
  });
  await pass(most);
  return time;
}

test('links are found at once, texts when the page is idle', async () => {
  start('<a href="a">link</a><p>text</p>');
  expect(considered).toEqual(['a']);
  expect(read).toEqual([]);
  await pass(1);
  expect(read).toEqual([document]);
});

test('links in shadow roots are found, in those within them, and in closed ones; each root is looked through once', async () => {
  start('<x-open></x-open><x-closed></x-closed>');
  const inner = attach(find('x-open'), 'a').appendChild(document.createElement('div'));
  attach(inner, 'b');
  attach(find('x-closed'), 'c', 'closed');
  await pass(10);
  expect(considered.toSorted()).toEqual(['a', 'b', 'c']);
});

test('for an open root the browser is not asked', async () => {
  start('<x-open></x-open>');
  attach(find('x-open'), 'a');
  await pass(10);
  expect(considered).toEqual(['a']);
  expect(askedFor).not.toContain(find('x-open'));
});

test('in what is ours nothing is looked for', async () => {
  start('<x-ours></x-ours>');
  attach(find('x-ours'), 'a');
  globalThis.ifgGlossHosts?.add(find('x-ours'));
  await pass(10_000);
  expect(considered).toEqual([]);
});

test.each([200, 1000, 3000, 8000])('an element that has no root at first is asked again after %i ms', async (time) => {
  start('<div class="late"></div>');
  await pass(time - 50);
  attach(find('.late'), 'a');
  expect(considered).toEqual([]);
  await pass(100);
  expect(considered).toEqual(['a']);
});

test('an element that the page has taken off by then is not looked into', async () => {
  start('<div class="late"></div>');
  await pass(100);
  attach(find('.late'), 'a');
  find('.late').remove();
  await pass(10_000);
  expect(considered).toEqual([]);
});

test('a plain element is asked no more after eight seconds', async () => {
  start('<div class="late"></div>');
  await pass(8100);
  attach(find('.late'), 'a');
  await pass(60_000);
  expect(considered).toEqual([]);
});

test('where a custom element waits to be defined, the page is asked on, each three seconds', async () => {
  start('<x-late></x-late>');
  await pass(60_100);
  attach(find('x-late'), 'a');
  await pass(2800);
  expect(considered).toEqual([]);
  await pass(200);
  expect(considered).toEqual(['a']);
});

test('so are the roots in it', async () => {
  start('<x-open></x-open>');
  const inner = attach(find('x-open'), 'a').appendChild(document.createElement('x-late'));
  await pass(60_000);
  attach(inner, 'b');
  await pass(3100);
  expect(considered).toEqual(['a', 'b']);
});

test('a page that is not seen is not asked on', async () => {
  start('<x-late></x-late>');
  await pass(60_100);
  vi.spyOn(Document.prototype, 'visibilityState', 'get').mockReturnValue('hidden');
  attach(find('x-late'), 'a');
  await pass(10_000);
  expect(considered).toEqual([]);
});

test('what comes is looked at when the page rests, in the page and in its roots', async () => {
  start('<x-open></x-open>');
  const root = attach(find('x-open'), 'a');
  await pass(1000);
  considered = [];
  read = [];
  const link = Object.assign(document.createElement('a'), { href: 'b' });
  const inRoot = Object.assign(document.createElement('a'), { href: 'c' });
  document.body.append(link);
  root.append(inRoot);
  await pass(200);
  expect(considered.toSorted()).toEqual(['b', 'c']);
  expect(new Set(read)).toEqual(new Set([link, inRoot]));
});

test('a link whose words change is looked at, for what it says counts', async () => {
  start(`<a href="a" ${MARK}="exact"><b>one</b></a>`);
  await pass(1000);
  considered = [];
  wrong = true;
  (find('b').firstChild as Text).data = 'two';
  await pass(200);
  expect(considered).toEqual(['a']);
});

test.each([
  [true, ['a', 'b']],
  [false, ['a']],
])('of links that carry a mark, those are considered whose mark is wrong (%s)', (isWrong, expected) => {
  wrong = isWrong;
  start(`<a href="a">link</a><a href="b" ${MARK}="exact">link</a>`);
  expect(rechecked).toEqual(['b']);
  expect(considered).toEqual(expected);
});

test('marks wait for the page’s load and for the answer, and then for an idle turn', async () => {
  const state = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('interactive');
  start('<a href="a">link</a>');
  const look = vi.fn();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const marking = whenToMark(answered, look);
  await pass(500);
  state.mockReturnValue('complete');
  window.dispatchEvent(new Event('load'));
  expect(await timeOf(marking, 500)).toBeNull();
  expect(look).not.toHaveBeenCalled();
  answer();
  expect(await timeOf(marking, 500)).toBe(0);
  expect(look).toHaveBeenCalledOnce();
});

test('a page that does not finish loading keeps marks waiting for two seconds', async () => {
  vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('interactive');
  start('<a href="a">link</a>');
  const time = await timeOf(whenToMark(Promise.resolve(), vi.fn()), 5000);
  // And for an idle turn.
  expect(Math.round((time ?? 0) / 40) * 40).toBe(2000);
});

test('what comes later is marked with the page’s next change', async () => {
  start('<div class="list"></div>');
  await pass(1000);
  find('.list').innerHTML = '<a href="a">link</a>';
  await pass(151);
  const look = vi.fn();
  const marking = whenToMark(new Promise((resolve) => setTimeout(resolve, 300)), look);
  await pass(299);
  find('.list').append('x');
  expect(await timeOf(marking, 100)).toBeNull();
  find('.list').append('y');
  expect(await timeOf(marking, 100)).toBe(0);
  expect(look).toHaveBeenCalledOnce();
});

test('a root that the page throws away is left alone, and looked through when it is put back', async () => {
  start('<div class="place"><x-open></x-open></div>');
  attach(find('x-open'), 'a');
  await pass(1000);
  const host = find('x-open');
  host.remove();
  await pass(200);
  expect(removals).toBe(1);
  considered = [];
  scanAnew();
  expect(considered).toEqual([]);
  find('.place').append(host);
  await pass(200);
  expect(considered).toEqual(['a']);
});

test('all of the page and its roots is looked through anew when that is asked for', async () => {
  start('<a href="a">link</a><x-open></x-open>');
  attach(find('x-open'), 'b');
  await pass(1000);
  considered = [];
  read = [];
  scanAnew();
  expect(considered).toEqual(['a', 'b']);
  await pass(1);
  expect(read).toHaveLength(2);
});

test.each([0, 100, 60_000])('once it is over, after %i ms, nothing more is looked for', async (time) => {
  start('<x-late></x-late>');
  await pass(time);
  read = [];
  life.isOver = true;
  attach(find('x-late'), 'a');
  document.body.append(Object.assign(document.createElement('a'), { href: 'b' }));
  await pass(20_000);
  expect([considered, read]).toEqual([[], []]);
});
