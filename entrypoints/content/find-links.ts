export type Link = HTMLAnchorElement | HTMLAreaElement;

const IFG_SITE = /(?:^|\.)instituteforgovernment\.org\.uk$/i;
/** Wrapped addresses hold the name too: percent-encoding leaves letters alone. */
const NAMES_IFG = /instituteforgovernment/i;

/** The links below a node (and the node itself) that may lead to the Institute's site. */
export function findLinks(root: ParentNode | Element): Link[] {
  const isIfg = IFG_SITE.test(location.hostname);
  const selector = isIfg ? 'a[href], area[href]' : '[href*="instituteforgovernment" i]';
  const found = [...root.querySelectorAll<Link>(selector)];
  if (root instanceof Element && root.matches(selector)) found.push(root as Link);
  return found.filter((link) => isLink(link) && isCandidate(link, isIfg));
}

export function isLink(node: unknown): node is Link {
  return node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement;
}

/** Whether a link leads to the Institute's site by its address and stands where readers read. */
export function isCandidate(link: Link, isIfg = IFG_SITE.test(location.hostname)): boolean {
  if (!NAMES_IFG.test(link.href) || link.isContentEditable) return false;
  return !isIfg || (!link.closest('nav, header, footer, [role="navigation"]') && !isSamePage(link));
}

function isSamePage(link: Link): boolean {
  return link.pathname === location.pathname && link.host === location.host;
}
