import type { LinkMatch, MarkedLink } from '../../core/messages.ts';
import type { PublicationId } from '../../core/model.ts';
import { attributeOf } from '../../page/dom.ts';
import { MARK } from '../../page/mark.ts';
import { resolveLinks } from './extension.ts';
import { addressOf, isCandidate, type Link } from './find-links.ts';
import type { Lifetime } from './lifetime.ts';
import type { Reports } from './reports.ts';
import { nextTurn } from './turns.ts';

/** Links that are marked in one turn, so that none is long. */
const A_TURN = 100;
/** A page that takes a mark off so many times does not want it. */
const MOST_RENEWALS = 3;

export interface Marks {
  /**
   * Marks those of the links that match, and unmarks those that no longer do. `turn` is given what is waited for
   * anyway, and says when marks may be put on.
   */
  consider(links: readonly Link[], turn: Turn): Promise<void>;
  /** Whether a link carries the mark that it was given, and no other. */
  isOwn(link: Link): boolean;
  /** Takes off a mark that is wrong by now; true where the link must be considered. */
  recheck(link: Link): boolean;
  list(): MarkedLink[];
  find(id: number): Link | null;
  /** The publications that the page's links are claimed to lead to, with repeats. */
  publications(): (PublicationId | null)[];
  /** Asks again for addresses that were asked for. */
  forget(): void;
  clear(): void;
}

export type Turn = (answered: Promise<void>) => Promise<unknown>;

interface Mark extends LinkMatch {
  readonly id: number;
  readonly address: string;
  renewals: number;
}

const NONE: LinkMatch = { sureness: 'none', publication: null, posts: 0 };

/** The marks of one frame. A mark is one attribute on the link and nothing else in the page. */
export function createMarks({ onEnd, isOver }: Lifetime, onFirst: () => void, onChange: Reports['note']): Marks {
  const marked = new Map<Link, Mark>();
  /** What the background said, so that an address is asked for once a page. */
  const known = new Map<string, LinkMatch>();
  globalThis.ifgGlossLinkMarks = marked;
  let lastId = 0;

  const unmark = (link: Link) => {
    if (!marked.delete(link)) return;
    link.removeAttribute(MARK);
    onChange();
  };
  const mark = (link: Link, address: string, match: LinkMatch) => {
    const before = marked.get(link);
    if (before?.address === address && before.sureness === match.sureness) return renew(link, before);
    lastId += 1;
    marked.set(link, { ...match, id: lastId, address, renewals: 0 });
    link.setAttribute(MARK, match.sureness);
    globalThis.ifgGlossOnMark?.(link);
    onChange(before === undefined ? match.publication : undefined);
  };
  const learn = async (addresses: Iterable<string>) => {
    const unknown = [...new Set(addresses)].filter((address) => !known.has(address));
    if (unknown.length === 0) return;
    onFirst();
    const answers = await resolveLinks(unknown, 'link');
    for (const [index, address] of unknown.entries()) {
      const match = answers[index];
      if (match !== undefined) known.set(address, match);
    }
  };
  const decide = (link: Link) => {
    // What the page did while the background answered counts.
    const address = addressOf(link);
    const match = known.get(address) ?? NONE;
    if (match.sureness === 'none' || !link.isConnected || !isCandidate(link, address)) unmark(link);
    else mark(link, address, match);
  };
  const recheck = (link: Link) => {
    const own = marked.get(link);
    if (own === undefined) {
      link.removeAttribute(MARK);
      return true;
    }
    const address = addressOf(link);
    const isRight = own.address === address && isCandidate(link, address);
    if (isRight) renew(link, own);
    else unmark(link);
    return !isRight || !known.has(address);
  };
  const clear = () => {
    for (const link of [...marked.keys()]) unmark(link);
  };
  onEnd(clear);

  return {
    isOwn: (link) => marked.get(link)?.sureness === surenessOn(link),
    recheck,
    clear,
    forget: () => known.clear(),
    list: () =>
      [...marked]
        .filter(([link]) => link.isConnected)
        .map(([link, { id, address, sureness, publication }]) => ({
          id,
          text: textOf(link),
          address,
          sureness,
          publication,
        })),
    find: (id) => [...marked].find(([link, own]) => own.id === id && link.isConnected)?.[0] ?? null,
    publications() {
      for (const link of marked.keys()) if (!link.isConnected) marked.delete(link);
      return [...marked.values()].map(({ publication }) => publication);
    },
    async consider(links, turn) {
      if (links.length === 0 || isOver()) return;
      const candidates = new Map<Link, string>();
      for (const link of links) {
        const address = addressOf(link);
        if (isCandidate(link, address)) candidates.set(link, address);
      }
      if (candidates.size === 0) return;
      await turn(learn(candidates.values()));
      if (isOver()) return;
      for (const [index, link] of [...candidates.keys()].entries()) {
        if (index > 0 && index % A_TURN === 0) await nextTurn();
        decide(link);
      }
    },
  };
}

/** Puts back a mark that was taken off with a link's other attributes. */
function renew(link: Link, own: Mark): void {
  if (surenessOn(link) === own.sureness || own.renewals >= MOST_RENEWALS) return;
  own.renewals += 1;
  link.setAttribute(MARK, own.sureness);
  globalThis.ifgGlossOnMark?.(link);
}

/** How sure the mark on a link says it is; behind that the annotator may have written how it is drawn. */
function surenessOn(link: Link): string | undefined {
  return link.getAttribute(MARK)?.split(' ', 1)[0];
}

function textOf(link: Link): string {
  const image = link.querySelector('img[alt]');
  const alternative = image === null ? link.getAttribute('alt') : attributeOf(image, 'alt');
  return ((link.textContent ?? '').trim() || alternative || '').slice(0, 120);
}
