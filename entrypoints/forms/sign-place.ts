import { attributeOf, boxOf, matches, ofElement } from '../../page/dom.ts';
import { MARK } from '../../page/mark.ts';
import { clipWithin, meet } from './clipping.ts';

/** What has no room for a sign in its own content. */
const WITHOUT_CONTENT = 'img, svg, video, canvas, object, embed, iframe, input, select, textarea, br, hr';
const MAX_LEVELS = 3;
/** Pixels that a sign takes with its margins. */
const WIDTH = 26;
const HEIGHT = 13;

/** Where it stands in what it does not fill: in the line, above it, or where a block would begin. */
const PLACES = new Map([
  ['inline', 'line'],
  ['contents', 'above'],
]);

interface Host {
  readonly element: Element;
  readonly level: number;
}

/**
 * Where a sign can be drawn within a link, as the words of its mark; null where there is no place for one. A sign is
 * content that CSS generates, and the page may have put its own there.
 */
export function signPlace(link: Element): string | null {
  const own = attributeOf(link, MARK)?.split(' ') ?? [];
  const hosts = [...hostsIn(link)].filter(({ element }) => hasCorner(element));
  const free = ({ element, level }: Host, pseudo: 'before' | 'after') => {
    const word = `${pseudo}-${level}`;
    return own.includes(word) || isFree(element, `::${pseudo}`) ? word : null;
  };
  for (const host of hosts) {
    if (getComputedStyle(host.element).position === 'static') continue;
    const word = free(host, 'before') ?? free(host, 'after');
    if (word !== null) return `${word} corner`;
  }
  for (const host of hosts.reverse()) {
    const word = free(host, 'before');
    if (word === null) continue;
    return `${word} ${PLACES.get(getComputedStyle(host.element).display) ?? 'block'}`;
  }
  return null;
}

/** The link and what it begins with, from outside inwards. */
function* hostsIn(link: Element): Generator<Host> {
  let element: Element | null = link;
  for (let level = 0; element !== null && level <= MAX_LEVELS; level += 1) {
    if (matches(element, WITHOUT_CONTENT)) return;
    yield { element, level };
    element = ofElement(element, 'firstElementChild');
  }
}

/** Whether a sign at the upper left of an element would be seen. */
function hasCorner(element: Element): boolean {
  // It has no box; only text stands at its beginning.
  if (getComputedStyle(element).display === 'contents') return ofElement(element, 'firstElementChild') === null;
  const { left, top } = boxOf(element);
  const seen = meet({ left, top, right: left + WIDTH, bottom: top + HEIGHT }, clipWithin(element));
  return seen.right - seen.left > WIDTH - 6 && seen.bottom - seen.top > HEIGHT - 3;
}

/** Whether the page generates nothing there. */
function isFree(element: Element, pseudo: string): boolean {
  return /^(?:none|normal)$/.test(getComputedStyle(element, pseudo).content);
}
