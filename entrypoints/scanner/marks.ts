import type { MarkedLink } from '../../core/messages.ts';
import type { Sureness } from '../../core/model.ts';
import { resolveLinks } from './extension.ts';
import { addressOf, isCandidate, isLink, type Link } from './find-links.ts';
import type { Lifetime } from './lifetime.ts';
import { isElement } from './node-kinds.ts';
import { styleRoot } from './style.ts';
import { afterLoad } from './turns.ts';

/** The attribute that is a mark; its value says how sure it is. */
export const MARK = 'data-ifg-gloss';
/** A page that takes a mark off so many times does not want it. */
const MOST_RENEWALS = 3;

export interface Marks {
  /** Marks those of the links that match, and unmarks those that no longer do. */
  consider(links: readonly Link[]): Promise<void>;
  /** Takes off a mark that is wrong by now; true where the link must be considered. */
  recheck(link: Link): boolean;
  /** The same for a node and all below it: copies of marked links, and marks that another version left. */
  recheckWithin(node: Element | Document | DocumentFragment): void;
  list(): MarkedLink[];
  find(id: number): Link | null;
  /** Asks again for addresses that were asked for. */
  forget(): void;
  clear(): void;
}

interface Mark extends MarkedLink {
  renewals: number;
}

/** The marks of one frame. A mark is one attribute on the link and nothing else in the page. */
export function createMarks({ signal, isOver }: Lifetime, onFirst: () => void): Marks {
  const marked = new Map<Link, Mark>();
  /** What the background said, so that an address is asked for once a page. */
  const known = new Map<string, Sureness>();
  const loaded = afterLoad();
  let lastId = 0;

  const unmark = (link: Link) => {
    if (marked.delete(link)) link.removeAttribute(MARK);
  };
  const mark = (link: Link, address: string, sureness: Sureness) => {
    const before = marked.get(link);
    if (before?.address === address && before.sureness === sureness) return renew(link, before);
    lastId += 1;
    marked.set(link, { id: lastId, text: textOf(link), address, sureness, renewals: 0 });
    link.setAttribute(MARK, sureness);
    styleRoot(link.getRootNode());
  };
  const learn = async (addresses: ReadonlySet<string>) => {
    const unknown = [...addresses].filter((address) => !known.has(address));
    if (unknown.length === 0) return;
    onFirst();
    const answers = await resolveLinks(unknown, 'link');
    for (const [index, address] of unknown.entries()) {
      const sureness = answers[index];
      if (sureness !== undefined) known.set(address, sureness);
    }
  };
  const decide = (link: Link) => {
    // What the page did while the background answered counts.
    const address = addressOf(link);
    const sureness = known.get(address) ?? 'none';
    if (sureness === 'none' || !link.isConnected || !isCandidate(link)) unmark(link);
    else mark(link, address, sureness);
  };
  const recheck = (link: Link) => {
    const own = marked.get(link);
    if (own === undefined) {
      link.removeAttribute(MARK);
      return true;
    }
    const isRight = own.address === addressOf(link) && isCandidate(link);
    if (isRight) renew(link, own);
    else unmark(link);
    return !isRight;
  };
  const recheckElement = (element: Element) => {
    if (isLink(element)) recheck(element);
    else element.removeAttribute(MARK);
  };
  const clear = () => {
    for (const link of [...marked.keys()]) unmark(link);
  };
  signal.addEventListener('abort', clear);

  return {
    recheck,
    clear,
    forget: () => known.clear(),
    list: () => [...marked].filter(([link]) => link.isConnected).map(([, { renewals: _, ...own }]) => own),
    find: (id) => [...marked].find(([link, own]) => own.id === id && link.isConnected)?.[0] ?? null,
    recheckWithin(node) {
      if (isElement(node) && node.hasAttribute(MARK)) recheckElement(node);
      for (const element of node.querySelectorAll(`[${MARK}]`)) recheckElement(element);
    },
    async consider(links) {
      if (links.length === 0 || isOver()) return;
      await Promise.all([learn(new Set(links.filter(isCandidate).map(addressOf))), loaded]);
      if (isOver()) return;
      for (const link of links) decide(link);
      for (const link of marked.keys()) if (!link.isConnected) marked.delete(link);
    },
  };
}

/** Puts back a mark that was taken off with a link's other attributes. */
function renew(link: Link, own: Mark): void {
  if (link.getAttribute(MARK) === own.sureness || own.renewals >= MOST_RENEWALS) return;
  own.renewals += 1;
  link.setAttribute(MARK, own.sureness);
}

function textOf(link: Link): string {
  const image = link.querySelector('img[alt]')?.getAttribute('alt');
  return ((link.textContent ?? '').trim() || image || link.getAttribute('alt') || '').slice(0, 120);
}
