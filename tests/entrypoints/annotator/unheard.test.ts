// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createUnheard } from '../../../entrypoints/annotator/unheard.ts';

/** What the pointer is over, beside the page itself. */
let hovered: Element | null = null;
const { matches } = Element.prototype;
const OWN = { configurable: true, writable: true };
const marks = new Map<
  Element,
  { readonly address: string; readonly posts: number; readonly sureness: string; waits: boolean }
>();

beforeEach(() => {
  hovered = null;
  Object.defineProperty(Element.prototype, 'matches', {
    ...OWN,
    value(this: Element, selector: string) {
      if (selector === ':hover') return this === hovered || this === document.documentElement;
      return matches.call(this, selector);
    },
  });
  marks.clear();
  globalThis.ifgGlossLinkMarks = marks;
});
afterEach(() => {
  Object.defineProperty(Element.prototype, 'matches', { ...OWN, value: matches });
});

function addLink(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = 'https://www.instituteforgovernment.org.uk/publication/x';
  link.setAttribute('data-ifg-gloss', 'exact');
  document.body.append(link);
  marks.set(link, { address: '', posts: 1, sureness: 'exact', waits: false });
  return link;
}

const targetAt = (link: Element) => ({ place: link, element: link, sureness: 'exact', address: '', text: '' });

test('a link that the pointer comes over without an event is found, and so is its leaving', () => {
  const unheard = createUnheard(() => {});
  const link = addLink();
  expect(unheard.hovered()).toBeUndefined();
  hovered = link;
  expect(unheard.hovered()).toMatchObject({ place: link });
  hovered = null;
  expect(unheard.hovered()).toBeNull();
});

test('a link that was marked beneath the pointer is not meant', () => {
  const unheard = createUnheard(() => {});
  hovered = addLink();
  expect(unheard.hovered()).toBeUndefined();
});

test('what an event has told is not taken back where another link was found before', () => {
  const unheard = createUnheard(() => {});
  const link = addLink();
  unheard.hovered();
  hovered = link;
  unheard.hovered();
  // The page writes another in its place, and the pointer comes back to it before the next look.
  link.remove();
  hovered = addLink();
  unheard.note(targetAt(hovered));
  expect(unheard.hovered()).toBeUndefined();
});

test('what a finger has touched is not what the pointer came over, however late the browser takes it for hovered', () => {
  const unheard = createUnheard(() => {});
  const [first, second] = [addLink(), addLink()];
  unheard.hovered();
  hovered = first;
  expect(unheard.hovered()).toMatchObject({ place: first });
  hovered = null;
  unheard.touch(targetAt(second));
  expect(unheard.hovered()).toBeNull();
  hovered = second;
  expect(unheard.hovered()).toBeUndefined();
  // The mouse is used again.
  hovered = null;
  unheard.note(null);
  unheard.hovered();
  hovered = second;
  expect(unheard.hovered()).toMatchObject({ place: second });
});
