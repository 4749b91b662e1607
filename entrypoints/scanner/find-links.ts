import { isDocument, isElement, isHtml } from './node-kinds.ts';
import { isHuge } from './page-size.ts';

export type Link = HTMLAnchorElement | HTMLAreaElement | SVGAElement;

const NAME = 'instituteforgovernment';
const IFG_SITE = /(?:^|\.)instituteforgovernment\.org\.uk$/i;
/** The first condition is quick to deny: comparing without case takes five times as long. */
const TO_IFG = `[*|href*="nst"][*|href*="${NAME}" i]`;
/** Hosts in capitals, and addresses in base64, where "http" is "aHR0c". Other encodings keep the letters. */
const TO_IFG_IN_DISGUISE = `:is([*|href*="NST"],[*|href*="Nst"],[href*="aHR0c"])`;
const ANY_LINK = 'a,area';
const FURNITURE = 'nav,header,footer,[role="navigation"],[role="banner"],[role="contentinfo"]';
const EDITABLE = '[contenteditable]';

/** The links below a root, and the root itself, that may lead to the Institute's site. In a huge page, not those in disguise. */
export function findLinks(root: Element | Document | DocumentFragment): Link[] {
  const selector = selectorFor(root);
  const found: Link[] = [];
  for (const element of root.querySelectorAll(selector)) if (isLink(element)) found.push(element);
  if (isElement(root) && isLink(root) && root.matches(selector)) found.push(root);
  return found.filter(isCandidate);
}

function selectorFor(root: Element | Document | DocumentFragment): string {
  if (readsRelative()) return ANY_LINK;
  return isDocument(root) && isHuge(root) ? TO_IFG : `${TO_IFG},${TO_IFG_IN_DISGUISE}`;
}

export function isLink(element: Element): element is Link {
  return element.localName === 'a' || (element.localName === 'area' && isHtml(element));
}

/** The address that a link leads to; empty where it has none. */
export function addressOf(link: Link): string {
  if (isHtml(link)) return link.href;
  const { baseVal } = (link as SVGAElement).href;
  return URL.canParse(baseVal, document.baseURI) ? new URL(baseVal, document.baseURI).href : '';
}

/** Whether a link may lead to the Institute's site and stands where readers read, not where they write. */
export function isCandidate(link: Link): boolean {
  const address = addressOf(link);
  if (!/instituteforgovernment|aHR0c/i.test(address) || isEditable(link)) return false;
  if (!isOnIfgSite()) return true;
  return !isSamePage(address) && link.closest(FURNITURE) === null;
}

/** Whether an element is in a region that its reader edits: nothing may be added to what an editor saves. */
export function isEditable(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on') return true;
  // Not `isContentEditable`, which makes the browser work out styles first.
  const region = element.closest(EDITABLE)?.getAttribute('contenteditable') ?? 'false';
  return region.toLowerCase() !== 'false';
}

/** Links without the Institute's name in them lead to its site where the page's base is there. */
function readsRelative(): boolean {
  return URL.canParse(document.baseURI) && IFG_SITE.test(new URL(document.baseURI).hostname);
}

export function isOnIfgSite(): boolean {
  return IFG_SITE.test(location.hostname);
}

function isSamePage(address: string): boolean {
  return address.split('#', 1)[0] === location.href.split('#', 1)[0];
}
