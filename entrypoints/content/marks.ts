import type { MarkedLink } from '../../core/messages.ts';
import { ask } from './extension.ts';
import { findLinks, isCandidate, type Link } from './find-links.ts';

const ATTRIBUTE = 'data-ifg-gloss';

export interface Marks {
  /** Marks those of the links that match, and unmarks those that no longer do. */
  consider(links: readonly Link[]): void;
  list(): MarkedLink[];
  find(id: number): Link | null;
  refresh(): void;
}

/** The marks of one frame. A mark is one attribute on the link and nothing else in the page. */
export function createMarks(isValid: () => boolean): Marks {
  const marked = new Map<Link, MarkedLink>();
  let lastId = 0;

  const unmark = (link: Link) => {
    if (marked.delete(link)) link.removeAttribute(ATTRIBUTE);
  };
  const consider = async (links: readonly Link[]) => {
    const candidates = links.filter((link) => link.isConnected && isCandidate(link));
    for (const link of links) if (marked.get(link)?.address !== link.href) unmark(link);
    const addresses = [...new Set(candidates.map((link) => link.href))];
    if (addresses.length === 0 || !isValid()) return;
    const answers = await askTwice(addresses);
    const surenessOf = new Map(addresses.map((address, index) => [address, answers[index] ?? 'none']));
    for (const link of candidates) {
      const sureness = surenessOf.get(link.href);
      if (sureness === undefined || !link.isConnected) continue;
      if (sureness === 'none') unmark(link);
      else {
        link.setAttribute(ATTRIBUTE, sureness);
        lastId += 1;
        marked.set(link, {
          id: lastId,
          text: (link.textContent ?? '').trim().slice(0, 120),
          address: link.href,
          sureness,
        });
      }
    }
  };

  return {
    consider: (links) => void consider(links),
    list: () => [...marked].filter(([link]) => link.isConnected).map(([, mark]) => mark),
    find: (id) => [...marked].find(([link, mark]) => mark.id === id && link.isConnected)?.[0] ?? null,
    refresh() {
      for (const link of [...marked.keys()]) unmark(link);
      void consider(findLinks(document));
    },
  };
}

/** The background may be waking up, or gone after an update: one more try, then the links stay as they are. */
async function askTwice(addresses: readonly string[]) {
  try {
    return await ask('resolveLinks', { addresses }).catch(() => ask('resolveLinks', { addresses }));
  } catch {
    return [];
  }
}
