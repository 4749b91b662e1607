// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createArrival } from '../../../entrypoints/library/arrival.ts';
import type { Place } from '../../../entrypoints/library/router.ts';

const LEFT = '/library.html?view=post&id=post%3A7';
let grow: () => void;
let isWatched: boolean;
class StandInObserver {
  constructor(told: () => void) {
    grow = () => isWatched && told();
  }
  observe(): void {
    isWatched = true;
  }
  disconnect(): void {
    isWatched = false;
  }
}
vi.stubGlobal('ResizeObserver', StandInObserver);

let scrollTo: ReturnType<typeof vi.spyOn>;
let intoView: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  document.body.innerHTML = '<main><h1 tabindex="-1">Search</h1></main>';
  scrollTo = vi.spyOn(window, 'scrollTo');
  intoView = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A place that its reader goes back to, from a link in it. */
function back(left: string | null = LEFT, scroll = 3000): Place {
  return {
    route: { view: 'search', text: '', order: 'day' },
    by: 'back',
    kept: { scroll, items: 0, left, sitting: null },
  };
}

/** The link comes, so many pixels below the window's upper edge. */
function showLink(top: number): HTMLElement {
  const link = document.createElement('a');
  link.href = LEFT;
  link.getBoundingClientRect = () => new DOMRect(0, top, 200, 20);
  document.querySelector('main')?.append(link);
  return link;
}

test('who goes back comes to the height and the link that they left from, as soon as these are there', () => {
  createArrival(window).begin(back());
  grow();
  expect(isWatched).toBe(true);
  const link = showLink(100);
  grow();
  expect(document.activeElement).toBe(link);
  expect(scrollTo).toHaveBeenLastCalledWith(0, 3000);
  expect(intoView).not.toHaveBeenCalled();
  expect(isWatched).toBe(false);
});

test.each([-1700, window.innerHeight - 10])('a link that stands elsewhere by then is brought into view: %i', (top) => {
  createArrival(window).begin(back());
  const link = showLink(top);
  grow();
  expect(document.activeElement).toBe(link);
  expect(intoView.mock.contexts).toEqual([link]);
});

test('who has begun to do something else is not led there', () => {
  createArrival(window).begin(back());
  window.dispatchEvent(new Event('wheel'));
  const link = showLink(100);
  grow();
  expect(document.activeElement).not.toBe(link);
});

test('the heading of what was asked for has the focus, and of what is gone back to where no link was left', () => {
  const arrival = createArrival(window);
  const heading = document.querySelector('h1') as HTMLElement;
  arrival.begin(back());
  arrival.onHeading(heading);
  expect(document.activeElement).toBe(document.body);
  arrival.begin({ ...back(), by: 'link' });
  arrival.onHeading(heading);
  expect(document.activeElement).toBe(heading);
  expect(scrollTo).toHaveBeenLastCalledWith(0, 0);
  heading.blur();
  arrival.begin(back(null));
  arrival.onHeading(heading);
  expect(document.activeElement).toBe(heading);
});

test('who asks for a view is led to its heading; who writes is not', () => {
  const arrival = createArrival(window);
  const heading = document.querySelector('h1') as HTMLElement;
  const field = document.body.appendChild(document.createElement('input'));
  const place: Place = { ...back(), by: 'link' };
  field.focus();
  arrival.begin(place);
  arrival.onHeading(heading);
  expect(document.activeElement).toBe(field);
  field.blur();
  arrival.begin(place);
  arrival.onHeading(heading);
  expect(document.activeElement).toBe(heading);
});
