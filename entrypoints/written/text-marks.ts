import type { PublicationId } from '../../core/model/ids.ts';
import type { AskedLink, LinkMatch, MarkedLink } from '../../core/protocol/marks.ts';
import { ofNode } from '../../page/dom.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import type { Parent } from '../../page/node-kinds.ts';
import { findText, MOST_WRITTEN, type WrittenAddress } from './find-text.ts';

/** The names of the highlights that draw marks in text. */
const HIGHLIGHTS = { exact: 'ifg-gloss-exact', likely: 'ifg-gloss-likely', related: 'ifg-gloss-related' } as const;
/** Marks in text are counted from here, those on links from 1. */
const FIRST_ID = 1_000_000;
/** Milliseconds: nothing tells when a page throws its highlights away, and ours with them. */
const DRAW_AGAIN = 1000;

interface TextMark extends MarkedLink {
  readonly sureness: keyof typeof HIGHLIGHTS;
}

/** What the scanner keeps for it. */
interface Answered {
  learn(asked: readonly AskedLink[]): Promise<void>;
  get(asked: AskedLink): LinkMatch | undefined;
}

export interface TextMarks {
  /** Marks the addresses in parts of the page as they are now, and unmarks what is there no longer. */
  consider(parts: readonly Parent[]): Promise<void>;
  list(): MarkedLink[];
  find(id: number): Range | null;
  publications(): (PublicationId | null)[];
  clear(): void;
}

/** Marks on addresses that are written out: painted over the text by the browser, with nothing put into the page. */
export function createTextMarks(known: Answered, { onEnd, isOver }: Lifetime, onChange: () => void): TextMarks {
  const marked = new Map<Range, TextMark>();
  globalThis.ifgGlossTextMarks = marked;
  // Firefox ends the script of the extension's version before at once, with its marks left.
  for (const name of Object.values(HIGHLIGHTS)) CSS.highlights.delete(name);
  let lastId = FIRST_ID;
  let drawing: ReturnType<typeof setTimeout> | undefined;

  const unmark = (range: Range, { sureness }: TextMark) => {
    marked.delete(range);
    CSS.highlights.get(HIGHLIGHTS[sureness])?.delete(range);
    onChange();
  };
  const unmarkWrong = (parts: readonly Parent[], written: readonly WrittenAddress[]) => {
    const found = byPlace(written.map(({ range }) => range));
    for (const [range, mark] of marked) {
      const isRead = parts.some((part) => Node.prototype.contains.call(part, range.startContainer));
      if (!isThere(range, mark) || (isRead && !isAmong(found, range))) unmark(range, mark);
    }
  };
  const mark = ({ range, address }: WrittenAddress, match: LinkMatch | undefined) => {
    if (match === undefined || match.sureness === 'none') return;
    const { sureness, publication, posts } = match;
    lastId += 1;
    marked.set(range, { id: lastId, text: range.toString(), address, sureness, publication, posts });
    onChange();
  };
  const draw = () => {
    clearTimeout(drawing);
    if (isOver()) return;
    for (const [range, { sureness }] of marked) highlightNamed(HIGHLIGHTS[sureness]).add(range);
    if (marked.size > 0) drawing = setTimeout(draw, DRAW_AGAIN);
  };
  const thereNow = () => [...marked].filter(([range, each]) => isThere(range, each));
  const clear = () => {
    for (const [range, each] of marked) unmark(range, each);
  };
  onEnd(clear);

  return {
    async consider(parts) {
      if (isOver()) return;
      const now = findText(parts);
      unmarkWrong(parts, now);
      if (now.length === 0) return;
      await known.learn(now.map(askedFor));
      if (isOver()) return;
      // What the page did while the background answered counts.
      const written = findText(parts);
      unmarkWrong(parts, written);
      const before = byPlace([...marked.keys()]);
      const fresh = written.filter(({ range }) => !isAmong(before, range));
      for (const each of fresh.slice(0, MOST_WRITTEN - marked.size)) mark(each, known.get(askedFor(each)));
      draw();
    },
    list: () => thereNow().map(([, each]) => each),
    publications: () => thereNow().map(([, { publication }]) => publication),
    find: (id) => thereNow().find(([, each]) => each.id === id)?.[0] ?? null,
    clear,
  };
}

/** Nobody says what it leads to but itself. */
function askedFor({ address }: WrittenAddress): AskedLink {
  return { address, text: '' };
}

/** To set one that is there has Firefox draw all of its ranges anew. */
function highlightNamed(name: string): Highlight {
  const found = CSS.highlights.get(name);
  if (found !== undefined) return found;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

function isThere(range: Range, { text }: TextMark): boolean {
  return ofNode(range.startContainer, 'isConnected') && range.toString() === text;
}

/** Ranges by where they begin: a long text may hold hundreds. */
type ByPlace = ReadonlyMap<Node, ReadonlyMap<number, Range>>;

function byPlace(ranges: readonly Range[]): ByPlace {
  const places = new Map<Node, Map<number, Range>>();
  for (const range of ranges) {
    const within = places.get(range.startContainer) ?? new Map<number, Range>();
    places.set(range.startContainer, within.set(range.startOffset, range));
  }
  return places;
}

function isAmong(places: ByPlace, range: Range): boolean {
  const found = places.get(range.startContainer)?.get(range.startOffset);
  return found?.endContainer === range.endContainer && found.endOffset === range.endOffset;
}
