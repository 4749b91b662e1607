import type { PublicationId } from '../../core/model/ids.ts';
import type { AskedLink, LinkMatch, MarkedLink } from '../../core/protocol/marks.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import { type Link, linkAddress } from '../../page/link-address.ts';
import { linkText } from '../../page/link-text.ts';
import { MARK } from '../../page/mark.ts';
import { isCandidate } from './find-links.ts';
import { isHidden } from './hidden.ts';
import { createKnown } from './known.ts';
import type { Reports } from './reports.ts';
import { nextTurn } from './scheduling.ts';

/** Links that are marked in one turn, so that none is long. */
const BATCH_SIZE = 100;
/**
 * Milliseconds in which putting a mark back is forgiven. A page that writes its links anew each second keeps its marks; what
 * it takes off when more than two of these are left, it does not want for now.
 */
const FORGIVEN = 1000;
/** Milliseconds until a mark is tried again that the page did not want: many take off all that comes while they start. */
const TRIED_AGAIN = 30_000;

export interface Marks {
  /**
   * Marks those of the links that match, and unmarks those that no longer do. `whenToMark` says when marks may be put on.
   */
  consider(links: readonly Link[], whenToMark: WhenToMark): Promise<void>;
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

/** Waits for what it is given, and for the page; has its layout looked at while that is cheap, before the page changes it. */
export type WhenToMark = (answered: Promise<void>, look: () => void) => Promise<unknown>;

interface Mark extends LinkMatch, AskedLink {
  readonly id: number;
  /** When all times that it was put back are forgiven, in milliseconds of the page. */
  forgiven: number;
  /** Whether the link was not drawn: until it is, the annotator keeps its mark, which only the page would see. */
  waits: boolean;
}

/** The marks of one frame. A mark is one attribute on the link and nothing else in the page. */
export function createMarks({ onEnd, isOver }: Lifetime, onFirst: () => void, onChange: Reports['update']): Marks {
  const marked = new Map<Link, Mark>();
  const known = createKnown('link', onFirst);
  globalThis.ifgGlossLinkMarks = marked;
  let lastId = 0;

  /** Puts back a mark that was taken off with a link's other attributes. */
  const renew = (link: Link, own: Mark) => {
    // Another mark may have taken its place, or none.
    if (marked.get(link) !== own || own.waits || surenessOn(link) === own.sureness) return;
    const now = performance.now();
    own.forgiven = Math.max(own.forgiven, now);
    if (own.forgiven > now + 2 * FORGIVEN) setTimeout(renew, TRIED_AGAIN, link, own);
    else {
      own.forgiven += FORGIVEN;
      putOn(link, own);
    }
  };
  const unmark = (link: Link): false => {
    link.removeAttribute(MARK);
    if (marked.delete(link)) onChange();
    return false;
  };
  const mark = (link: Link, asked: AskedLink, match: LinkMatch, isHidden: boolean) => {
    const before = marked.get(link);
    const isSame = before?.address === asked.address && before.sureness === match.sureness;
    lastId += 1;
    const own = { id: lastId, forgiven: 0, waits: isHidden, ...(isSame && before), ...match, ...asked };
    marked.set(link, own);
    if (isSame) renew(link, own);
    else putOn(link, own);
    if (before?.publication !== match.publication) onChange(before === undefined ? match.publication : undefined);
  };
  const decide = (link: Link, isHidden: boolean) => {
    // What the page did while the background answered counts.
    const asked = evidenceOf(link);
    const match = known.get(asked);
    if (match === undefined && marked.get(link)?.address === asked.address) return;
    if (match === undefined || match.sureness === 'none' || !link.isConnected || !isCandidate(link, asked.address))
      unmark(link);
    else mark(link, asked, match, isHidden);
  };
  const recheck = (link: Link) => {
    const own = marked.get(link);
    // A page that wrote the mark may put it back at once, and again: it goes in a later turn, so that others have theirs.
    if (own === undefined) return true;
    const asked = evidenceOf(link);
    if (own.address !== asked.address || !isCandidate(link, asked.address)) {
      unmark(link);
      return true;
    }
    renew(link, own);
    // What it says may make another claim: until that is known the mark stays.
    return own.text !== asked.text || known.get(asked) === undefined;
  };
  /** Without the links that the page has thrown away, which are not held. */
  const standing = () => {
    for (const link of marked.keys()) if (!link.isConnected) marked.delete(link);
    return [...marked];
  };
  const clear = () => {
    for (const link of [...marked.keys()]) unmark(link);
  };
  onEnd(clear);

  return {
    isOwn: (link) => marked.get(link)?.sureness === surenessOn(link),
    recheck,
    clear,
    forget: known.forget,
    list: () => standing().map(([link, { forgiven: _, waits: _w, ...mark }]) => ({ ...mark, text: linkText(link) })),
    find: (id) => standing().find(([, own]) => own.id === id)?.[0] ?? null,
    publications: () => standing().map(([, { publication }]) => publication),
    async consider(links, whenToMark) {
      const candidates = links.filter((link) => isCandidate(link, linkAddress(link)) || unmark(link));
      if (candidates.length === 0 || isOver()) return;
      let hidden = new Set<Link>();
      // All is asked before anything is marked, for each mark makes the browser work out styles anew. Asking also has it take
      // in the marks' style: Chromium applies a user's sheet in shadow roots only to what is marked there afterwards.
      await whenToMark(known.learn(candidates.map(evidenceOf)), () => {
        hidden = new Set(candidates.filter(isHidden));
      });
      if (isOver()) return;
      for (const [index, link] of candidates.entries()) {
        if (index > 0 && index % BATCH_SIZE === 0) await nextTurn();
        decide(link, hidden.has(link));
      }
    },
  };
}

/** What mark and card are decided from. */
function evidenceOf(link: Link): AskedLink {
  return { address: linkAddress(link), text: linkText(link) };
}

function putOn(link: Link, { sureness, waits }: Mark): void {
  if (!waits) link.setAttribute(MARK, sureness);
  globalThis.ifgGlossOnMark?.(link);
}

/** How sure the mark on a link says it is; behind that the annotator may have written how it is drawn. */
function surenessOn(link: Link): string | undefined {
  return link.getAttribute(MARK)?.split(' ', 1)[0];
}
