import type { PublicationId } from '../../core/model/ids.ts';
import type { AskedLink, LinkMatch, MarkedLink } from '../../core/protocol/marks.ts';
import { ofNode } from '../../page/dom.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import type { Parent } from '../../page/node-kinds.ts';
import { findText, type WrittenAddress } from './find-text.ts';

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
    for (const [range, mark] of marked) {
      const isRead = parts.some((part) => Node.prototype.contains.call(part, range.startContainer));
      const isFound = written.some((each) => isSame(each.range, range));
      if (!isThere(range, mark) || (isRead && !isFound)) unmark(range, mark);
    }
  };
  const mark = ({ range, address }: WrittenAddress, match: LinkMatch | undefined) => {
    if (match === undefined || match.sureness === 'none') return;
    const { sureness, publication, posts } = match;
    if ([...marked.keys()].some((other) => isSame(other, range))) return;
    lastId += 1;
    marked.set(range, { id: lastId, text: range.toString(), address, sureness, publication, posts });
    onChange();
  };
  const draw = () => {
    clearTimeout(drawing);
    if (isOver()) return;
    for (const [range, { sureness }] of marked) {
      const highlight = highlightNamed(HIGHLIGHTS[sureness]);
      if (!highlight.has(range)) highlight.add(range);
    }
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
      const now = parts.flatMap(findText);
      unmarkWrong(parts, now);
      if (now.length === 0) return;
      await known.learn(now.map(askedFor));
      if (isOver()) return;
      // What the page did while the background answered counts.
      const written = parts.flatMap(findText);
      unmarkWrong(parts, written);
      for (const each of written) mark(each, known.get(askedFor(each)));
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

function highlightNamed(name: string): Highlight {
  const found = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, found);
  return found;
}

function isThere(range: Range, { text }: TextMark): boolean {
  return ofNode(range.startContainer, 'isConnected') && range.toString() === text;
}

function isSame(one: Range, other: Range): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
