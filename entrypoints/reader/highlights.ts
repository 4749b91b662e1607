/** The names that `passage.css` draws. */
const PASSAGE = 'ifg-gloss-passage';
const CURRENT = 'ifg-gloss-passage-current';

/** Paints passages over the text: nothing of the page changes. */
export function highlightPassages(ranges: readonly Range[]): void {
  paint(PASSAGE, ranges);
}

/** Paints the one that the reader is at. */
export function highlightCurrent(ranges: readonly Range[]): void {
  paint(CURRENT, ranges);
}

const painted = new Map<string, readonly Range[]>();

function paint(name: string, ranges: readonly Range[]): void {
  const before = painted.get(name) ?? [];
  const isSame = before.length === ranges.length && before.every((range, index) => range === ranges[index]);
  if (isSame && CSS.highlights.has(name) === ranges.length > 0) return;
  painted.set(name, ranges);
  if (ranges.length === 0) return void CSS.highlights.delete(name);
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
}
