import { paint } from '../../page/paint.ts';

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
