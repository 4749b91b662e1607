import { ofDocument } from './dom.ts';

export type Link = HTMLAnchorElement | HTMLAreaElement | SVGAElement;

/** The address that a link leads to; empty where it has none. Formulas have links too, whose address no script is given. */
export function linkAddress(link: Link): string {
  const { href } = link as Partial<Link>;
  if (typeof href === 'string') return href;
  return href === undefined ? '' : (URL.parse(href.baseVal, ofDocument('baseURI'))?.href ?? '');
}
