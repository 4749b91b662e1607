import { MAX_ADDRESS_LENGTH } from '../../core/address/canonical.ts';
import { withoutFragment } from '../../core/address/without-fragment.ts';
import { ofDocument, ofElement } from '../../page/dom.ts';
import { isEditable } from '../../page/editable.ts';
import type { Link } from '../../page/link-address.ts';
import { MARK } from '../../page/mark.ts';
import { isHtml } from '../../page/node-kinds.ts';

const NAME = 'instituteforgovernment';
/** For addresses as browsers write them; `URL` and `location` would have to be built for the page's world. */
const ON_IFG_SITE = /^https?:\/\/([^/]*[@.])?instituteforgovernment\.org\.uk(:\d+)?\//;
/** Encodings keep the letters of the name, but for base64: "http" is "aHR0c" there, or anything within GovDelivery's tokens. */
const MAY_LEAD_TO_IFG = /instituteforgovernment|aHR0c|lnks\.gd/i;
const UNMARKED = `:not([${MARK}])`;
/** As the name is written in any case, and addresses in base64. */
const TO_IFG = `[*|href*=instituteforgovernment i]${UNMARKED},[href*=aHR0c]${UNMARKED},[href*="lnks.gd"]${UNMARKED}`;
/** As it is nearly always written: the first condition is quick to deny, for comparing without case takes five times as long. */
const TO_IFG_PLAINLY = `[*|href*=nst][*|href*=instituteforgovernment i]${UNMARKED}`;
const FURNITURE = 'nav,header,footer,[role=navigation],[role=banner],[role=contentinfo]';

/**
 * The selector for links without a mark that may lead to the Institute's site; for any where those without its name
 * may. In a huge page, only for those that name it plainly.
 */
export function linkSelector(isRelative: boolean, isHuge: boolean): string {
  if (isRelative) return `:is(a,area)${UNMARKED}`;
  return isHuge ? TO_IFG_PLAINLY : TO_IFG;
}

export function isLink(element: Element): element is Link {
  const name = ofElement(element, 'localName');
  return name === 'a' || (name === 'area' && isHtml(element));
}

/** Whether a link with such an address may lead to the Institute's site and stands where readers read, not where they write. */
export function isCandidate(link: Link, address: string): boolean {
  if (address.length > MAX_ADDRESS_LENGTH || !MAY_LEAD_TO_IFG.test(address) || isEditable(link)) return false;
  if (!isOnIfgSite()) return true;
  return !isSamePage(address) && link.closest(FURNITURE) === null;
}

/** Links without the Institute's name in them lead to its site where the page's base is there. */
export function readsRelative(): boolean {
  return isOnSite(ofDocument('baseURI'));
}

export function isOnIfgSite(): boolean {
  return isOnSite(ofDocument('URL'));
}

/** Whether the page's address names the Institute, as those of its own pages do, and those of copies and translations. */
export function isNamedByAddress(): boolean {
  return ofDocument('URL').includes(NAME);
}

/** The expression is compiled where it can fit only. */
function isOnSite(address: string): boolean {
  return address.includes(NAME) && ON_IFG_SITE.test(address);
}

function isSamePage(address: string): boolean {
  return withoutFragment(address) === withoutFragment(ofDocument('URL'));
}
