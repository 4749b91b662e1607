import { paint } from '../../page/paint.ts';

/** A stretch of the page that is marked. */
interface Mark {
  readonly range: Range;
  /** What it said when it was marked. */
  readonly said: string;
}

export type MarkKind = 'passage' | 'evidence';

/** What is marked in the page: painted over its text, with nothing put into it. */
export interface Marks {
  /** Takes the place of all of that kind. */
  set(kind: MarkKind, ranges: ReadonlyMap<string, Range>): void;
  put(kind: MarkKind, id: string, range: Range): void;
  /** Null for what is not marked, or says something else by now. */
  find(id: string): Range | null;
  /** Paints the one that the reader is led to. */
  point(range: Range): void;
  /** Takes the mark off what says something else by now. */
  dropChanged(): void;
  /** Paints again what the page has thrown away. */
  draw(): void;
  clear(): void;
}

/** The names that `bearing-passage.css` draws. */
const NAMES = {
  passage: 'ifg-gloss-bearing',
  evidence: 'ifg-gloss-evidence',
  current: 'ifg-gloss-bearing-current',
} as const;

export function createMarks(): Marks {
  const marks = { passage: new Map<string, Mark>(), evidence: new Map<string, Mark>() };
  let current: Mark | null = null;
  const rangesOf = (kind: MarkKind) => Array.from(marks[kind].values(), ({ range }) => range);
  const draw = () => {
    paint(NAMES.passage, rangesOf('passage'));
    paint(NAMES.evidence, rangesOf('evidence'));
    paint(NAMES.current, current === null ? [] : [current.range]);
  };
  return {
    set(kind, ranges) {
      marks[kind] = new Map(Array.from(ranges, ([id, range]) => [id, markOf(range)]));
      current = null;
      draw();
    },
    put(kind, id, range) {
      marks[kind].set(id, markOf(range));
      draw();
    },
    find(id) {
      const mark = marks.passage.get(id) ?? marks.evidence.get(id);
      return mark !== undefined && isThere(mark) ? mark.range : null;
    },
    point(range) {
      current = markOf(range);
      draw();
    },
    dropChanged() {
      for (const kind of ['passage', 'evidence'] as const)
        for (const [id, mark] of marks[kind]) if (!isThere(mark)) marks[kind].delete(id);
      if (current !== null && !isThere(current)) current = null;
      draw();
    },
    draw,
    clear() {
      marks.passage.clear();
      marks.evidence.clear();
      current = null;
      draw();
    },
  };
}

function markOf(range: Range): Mark {
  return { range, said: range.toString() };
}

function isThere({ range, said }: Mark): boolean {
  return range.startContainer.isConnected && range.endContainer.isConnected && range.toString() === said;
}
