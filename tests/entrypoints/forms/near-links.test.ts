// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNearLinks, type NearLinks } from '../../../entrypoints/forms/near-links.ts';

/** A stand-in for the browser's: it owes an answer for what it has begun to look at, and gives one where that has changed. */
class Observer {
  readonly seen = new Map<Element, boolean | null>();
  readonly tell: (entries: readonly object[]) => void;
  constructor(tell: (entries: readonly object[]) => void) {
    this.tell = tell;
    observer = this;
  }
  observe(link: Element): void {
    if (!this.seen.has(link)) this.seen.set(link, null);
  }
  unobserve(link: Element): void {
    this.seen.delete(link);
  }
  disconnect(): void {
    this.seen.clear();
  }
}

let observer: Observer;
let links: Set<Element>;
let inWindow: Set<Element>;
let told: Element[];
let looks: number;
let near: NearLinks;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Observer);
  [links, inWindow, told, looks] = [new Set(), new Set(), [], 0];
  near = createNearLinks(
    () => links,
    (found) => void told.push(...found),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The browser draws a frame, and looks at each link that it is to. */
function frame(): void {
  looks += observer.seen.size;
  const boundingClientRect = { width: 10, height: 10 };
  const entries = [...observer.seen].flatMap(([target, was]) => {
    const isIntersecting = inWindow.has(target);
    observer.seen.set(target, isIntersecting);
    return was === isIntersecting ? [] : [{ target, isIntersecting, boundingClientRect }];
  });
  if (entries.length > 0) observer.tell(entries);
}

function mark(): Element {
  const link = document.createElement('a');
  links.add(link);
  near.note(link);
  return link;
}

test('a link is told of once, when it comes near', () => {
  const link = mark();
  frame();
  expect(told).toEqual([]);
  inWindow.add(link);
  frame();
  frame();
  expect(told).toEqual([link]);
});

test('while the page goes on changing, no frame looks, and what came near is told of when it rests', () => {
  const link = mark();
  frame();
  near.setFlux(true);
  looks = 0;
  inWindow.add(link);
  for (let turn = 0; turn < 60; turn += 1) frame();
  expect([looks, told]).toEqual([0, []]);
  near.setFlux(false);
  vi.advanceTimersByTime(200);
  frame();
  expect(told).toEqual([link]);
});

test('a page that never rests has its links looked at, each time that it is looked at itself', () => {
  const link = mark();
  frame();
  near.setFlux(true);
  near.setFlux(false);
  near.setFlux(true);
  inWindow.add(link);
  vi.advanceTimersByTime(200);
  looks = 0;
  for (let turn = 0; turn < 60; turn += 1) frame();
  expect([looks, told]).toEqual([1, [link]]);
});

test('an answer that is owed is waited for', () => {
  const link = mark();
  inWindow.add(link);
  near.setFlux(true);
  frame();
  frame();
  expect([looks, told]).toEqual([1, [link]]);
});

test('a new mark has all looked for in its own frame; one that comes in flux waits for the next look', () => {
  const first = mark();
  frame();
  near.setFlux(true);
  const second = mark();
  for (const link of [first, second]) inWindow.add(link);
  frame();
  expect(told).toEqual([]);
  near.setFlux(false);
  const third = mark();
  inWindow.add(third);
  frame();
  expect(new Set(told)).toEqual(new Set([first, second, third]));
});

test('all are told of anew, whatever was told; none that is marked no longer', () => {
  const [first, second] = [mark(), mark()];
  for (const link of [first, second]) inWindow.add(link);
  frame();
  told = [];
  links.delete(second);
  near.noteAll();
  frame();
  expect(told).toEqual([first]);
});

test('what draws a picture map is its picture', () => {
  const area = document.createElement('area');
  inWindow.add(area);
  links.add(area);
  near.noteAll();
  frame();
  expect(told).toEqual([]);
});
