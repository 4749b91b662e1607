import type { MarkedLink } from '../../core/messages.ts';
import type { PublicationId } from '../../core/model.ts';
import { ofNode } from '../../page/dom.ts';
import { resolveLinks } from './extension.ts';
import type { WrittenAddress } from './find-text.ts';
import type { Lifetime } from './lifetime.ts';

/** The names of the highlights that draw marks in text. */
const HIGHLIGHTS = { exact: 'ifg-gloss-exact', likely: 'ifg-gloss-likely', related: 'ifg-gloss-related' } as const;
/** Marks in text are counted from here, those on links from 1. */
const FIRST_ID = 1_000_000;

export interface TextMarks {
  consider(written: readonly WrittenAddress[]): Promise<void>;
  list(): MarkedLink[];
  find(id: number): Range | null;
  publications(): (PublicationId | null)[];
  clear(): void;
}

/** Marks on addresses that are written out: painted over the text by the browser, with nothing put into the page. */
export function createTextMarks({ onEnd, isOver }: Lifetime, onFirst: () => void, onChange: () => void): TextMarks {
  const marked = new Map<Range, MarkedLink>();
  globalThis.ifgGlossTextMarks = marked;
  let lastId = FIRST_ID;

  const clear = () => {
    for (const name of Object.values(HIGHLIGHTS)) CSS.highlights.delete(name);
    marked.clear();
  };
  const list = () => [...marked].filter(([range]) => isThere(range)).map(([, mark]) => mark);
  onEnd(clear);

  return {
    async consider(written) {
      if (written.length === 0 || isOver()) return;
      onFirst();
      const answers = await resolveLinks(
        written.map(({ address }) => address),
        'text',
      );
      if (isOver()) return;
      for (const [index, { range, address }] of written.entries()) {
        const { sureness = 'none', publication = null } = answers[index] ?? {};
        if (sureness === 'none' || !isThere(range) || isMarked(marked, range)) continue;
        lastId += 1;
        marked.set(range, { id: lastId, text: range.toString(), address, sureness, publication });
        highlightNamed(HIGHLIGHTS[sureness]).add(range);
        onChange();
      }
      for (const range of marked.keys()) if (!isThere(range)) marked.delete(range);
    },
    list,
    publications: () => list().map(({ publication }) => publication),
    find: (id) => [...marked].find(([range, mark]) => mark.id === id && isThere(range))?.[0] ?? null,
    clear,
  };
}

function highlightNamed(name: string): Highlight {
  const found = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, found);
  return found;
}

function isThere(range: Range): boolean {
  return !range.collapsed && ofNode(range.startContainer, 'isConnected');
}

function isMarked(marked: ReadonlyMap<Range, unknown>, range: Range): boolean {
  return [...marked.keys()].some(
    (other) => other.startContainer === range.startContainer && other.startOffset === range.startOffset,
  );
}
