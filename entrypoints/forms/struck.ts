import { attributeOf, closest, ofNode } from '../../page/dom.ts';
import { MARK } from '../../page/mark.ts';

/** What pages call that which they strike through; to look at each link would be seen by whoever observes the page. */
const NAMES = [
  'through',
  'strike',
  'struck',
  'done',
  'complete',
  'cross',
  'delete',
  'removed',
  'cancel',
  'expired',
  'old',
  'deprecat',
  'withdrawn',
  'obsolete',
  'supersed',
  'retired',
];
const MAY_BE_STRUCK = ['[style*=through i]', ...NAMES.map((name) => `[class*=${name} i]`)].join();

/**
 * Those of the links that their page strikes through. A mark's line takes the place of the page's, so that they are without
 * their marks for a moment, in which nothing is drawn.
 */
export function struckAmong(links: Iterable<Element>): Set<Element> {
  const marks = new Map<Element, string>();
  for (const link of links) {
    const mark = ofNode(link, 'isConnected') && closest(link, MAY_BE_STRUCK) ? attributeOf(link, MARK) : null;
    if (mark !== null) marks.set(link, mark);
  }
  for (const link of marks.keys()) Element.prototype.removeAttribute.call(link, MARK);
  const struck = [...marks.keys()].filter((link) => getComputedStyle(link).textDecorationLine.includes('line-through'));
  for (const [link, mark] of marks) Element.prototype.setAttribute.call(link, MARK, mark);
  return new Set(struck);
}
