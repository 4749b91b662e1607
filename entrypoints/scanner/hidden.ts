import type { Link } from '../../page/link-address.ts';

/**
 * Whether nothing of a link is drawn, wherever the page is scrolled to. What draws an area is its picture, and what has no
 * box of its own is drawn by what it holds.
 */
export function isHidden(link: Link): boolean {
  const isDrawn = link.checkVisibility() || link.localName === 'area';
  return !isDrawn && getComputedStyle(link).display !== 'contents';
}
