// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createObserver, type Observer } from '../../../entrypoints/scanner/observe.ts';
import type { Link } from '../../../page/link-address.ts';
import { MARK } from '../../../page/mark.ts';

/** What the observer told of, and what the marks that it was given say. */
let told: Node[][];
let removals: number;
let marks: { own: Set<Link>; wrong: Set<Link>; rechecked: Link[] };
let life: { isOver: boolean; end: () => void };
let observer: Observer;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  told = [];
  removals = 0;
  marks = { own: new Set(), wrong: new Set(), rechecked: [] };
  observer = start();
  observer.observe(document);
});
afterEach(() => {
  life.end();
  globalThis.ifgGlossListeners = undefined;
  globalThis.ifgGlossOnFlux = undefined;
  vi.useRealTimers();
});

function start(): Observer {
  const own = { isOver: false, end: () => {} };
  life = own;
  const lifetime = {
    isOver: () => own.isOver,
    onEnd: (end: () => void) => {
      own.end = end;
    },
  };
  const { own: owned, wrong, rechecked } = marks;
  const asked = {
    isOwn: (link: Link) => owned.has(link),
    recheck: (link: Link) => {
      rechecked.push(link);
      return wrong.has(link);
    },
  };
  const onChanges = (nodes: readonly Node[]) => void told.push([...nodes]);
  const onRemoval = () => {
    removals += 1;
  };
  return createObserver(asked, onChanges, onRemoval, lifetime);
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function add(parent: Element = document.body, name = 'p'): Element {
  const element = document.createElement(name);
  parent.append(element);
  return element;
}

async function addLink(): Promise<HTMLAnchorElement> {
  const link = document.createElement('a');
  document.body.append(link);
  await pass(150);
  told = [];
  return link;
}

test('what is added is told of when the page has rested, once for many', async () => {
  const first = add();
  await pass(100);
  const second = add();
  await pass(149);
  expect(told).toEqual([]);
  await pass(1);
  expect(told).toEqual([[first, second]]);
});

test('a page that never rests is told of after a second, and again after the next', async () => {
  for (let turn = 0; turn < 19; turn += 1) {
    add();
    await pass(100);
  }
  expect(told.map(({ length }) => length > 0)).toEqual([true]);
  await pass(1000);
  expect(told).toHaveLength(2);
});

test('it is told that a page goes on changing, and when it is looked at', async () => {
  const flux: boolean[] = [];
  globalThis.ifgGlossOnFlux = (isNow) => void flux.push(isNow);
  add();
  await pass(150);
  expect(flux).toEqual([false]);
  for (let turn = 0; turn < 10; turn += 1) {
    add();
    await pass(100);
  }
  expect(flux.slice(1)).toEqual([...Array<boolean>(9).fill(true), false]);
});

test('what was added and has gone again is not told of, but that something went is', async () => {
  add().remove();
  await pass(150);
  expect(told).toEqual([[]]);
  expect(removals).toBe(1);
  add();
  await pass(150);
  expect(removals).toBe(1);
});

test('text that changes is told of', async () => {
  const text = document.createTextNode('one');
  add().append(text);
  await pass(150);
  told = [];
  text.data = 'two';
  await pass(150);
  expect(told).toEqual([[text]]);
  const next = add();
  await pass(150);
  expect(told.slice(1)).toEqual([[next]]);
});

test('a link whose address changes has its mark looked at in the same turn, and is told of where it must be considered', async () => {
  const link = await addLink();
  link.setAttribute('href', 'https://a.example/');
  await pass(0);
  expect(marks.rechecked).toEqual([link]);
  await pass(150);
  expect(told).toEqual([]);
  marks.wrong.add(link);
  link.setAttribute('href', 'https://b.example/');
  await pass(150);
  expect(told).toEqual([[link]]);
});

test('what changes within what was added is told of with it', async () => {
  const list = add(document.body, 'ul');
  const link = add(add(list, 'li'), 'a') as HTMLAnchorElement;
  marks.wrong.add(link);
  const text = document.createTextNode('an address');
  link.append(text);
  await pass(0);
  link.href = 'https://example.com/';
  text.data = 'another';
  await pass(150);
  expect(told).toEqual([[list]]);
});

test('of links by the dozen that change in one list, the list alone is told of; what has left the page is not', async () => {
  const list = add(document.body, 'ul');
  const links = Array.from({ length: 12 }, () => add(list, 'a') as HTMLAnchorElement);
  const gone = await addLink();
  for (const link of [...links, gone]) {
    marks.wrong.add(link);
    link.href = 'https://example.com/';
  }
  await pass(0);
  gone.remove();
  await pass(150);
  expect(told).toEqual([[list]]);
});

test('the mark that the scanner itself puts on is no change; one that the page changes is', async () => {
  const link = await addLink();
  marks.own.add(link);
  marks.wrong.add(link);
  link.setAttribute(MARK, 'exact');
  await pass(150);
  expect([marks.rechecked, told]).toEqual([[], []]);
  marks.own.delete(link);
  link.setAttribute(MARK, 'likely');
  await pass(150);
  expect([marks.rechecked, told]).toEqual([[link], [[link]]]);
});

test('a link that carries its own mark has another address looked at all the same', async () => {
  const link = await addLink();
  marks.own.add(link);
  link.setAttribute('href', 'https://a.example/');
  await pass(0);
  expect(marks.rechecked).toEqual([link]);
});

test('where a part of the page becomes editable, the marks in it are looked at, and it is told of', async () => {
  const part = add();
  part.innerHTML = `<a ${MARK}="exact"></a><a></a><b ${MARK}="exact"></b>`;
  await pass(150);
  told = [];
  part.setAttribute('contenteditable', '');
  await pass(150);
  expect(marks.rechecked).toEqual([part.querySelector('a')]);
  expect(told).toEqual([[part]]);
});

test('other attributes are nobody’s concern', async () => {
  const link = await addLink();
  link.setAttribute('title', 'title');
  await pass(150);
  expect([marks.rechecked, told]).toEqual([[], []]);
});

test('a document that is written anew has all listeners put on again', async () => {
  const putOn = vi.fn();
  globalThis.ifgGlossListeners = [putOn];
  add();
  await pass(0);
  expect(putOn).not.toHaveBeenCalled();
  document.append(document.createComment('written'));
  await pass(0);
  expect(putOn).toHaveBeenCalledOnce();
});

test('what waits for the next change goes on in the turn in which it comes', async () => {
  await pass(1000);
  add();
  await pass(0);
  const goOn = vi.fn();
  void observer.nextChange().then(goOn);
  await pass(100);
  expect(goOn).not.toHaveBeenCalled();
  add();
  await pass(0);
  expect(goOn).toHaveBeenCalledOnce();
});

test('what waits for the next change goes on at once where the page rests, and soon where it comes to rest', async () => {
  await pass(1000);
  const atOnce = vi.fn();
  void observer.nextChange().then(atOnce);
  await pass(0);
  expect(atOnce).toHaveBeenCalledOnce();
  add();
  await pass(100);
  const soon = vi.fn();
  void observer.nextChange().then(soon);
  await pass(49);
  expect(soon).not.toHaveBeenCalled();
  await pass(1);
  expect(soon).toHaveBeenCalledOnce();
});

test('a clock that is set back makes nobody wait', async () => {
  add();
  await pass(0);
  vi.setSystemTime(Date.now() - 3_600_000);
  const goOn = vi.fn();
  void observer.nextChange().then(goOn);
  await pass(150);
  expect(goOn).toHaveBeenCalledOnce();
});

test.each([
  ['before what was added is told of', 100],
  ['before anything is added', 0],
])('nothing is told once it is over: %s', async (_, milliseconds) => {
  if (milliseconds > 0) add();
  await pass(milliseconds);
  life.isOver = true;
  add();
  await pass(1000);
  expect(told).toEqual([]);
});

test('no mark is looked at once it is over', async () => {
  const link = await addLink();
  life.isOver = true;
  link.setAttribute('href', 'https://a.example/');
  await pass(150);
  expect(marks.rechecked).toEqual([]);
});

test('nothing is observed after the end', async () => {
  life.end();
  add();
  await pass(1000);
  expect(told).toEqual([]);
});
