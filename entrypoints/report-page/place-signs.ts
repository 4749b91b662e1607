import type { Sign } from '../../components/margin-signs.tsx';
import { withoutUnseen } from '../../core/text/unseen-letters.ts';
import { closest } from '../../page/dom.ts';
import { createSight, intersect, type Sight } from '../../page/visibility.ts';
import { elementOf } from './bring-into-view.ts';
import type { PlacedPassage } from './passages-in-page.ts';
import { windowWidth } from './place-remarks.ts';

/** A sign with the passages that it stands for, and where they are, in pixels from where the signs begin. */
export interface PlacedSign extends Sign {
  readonly passages: readonly PlacedPassage[];
  readonly boxes: readonly DOMRect[];
}

/** Pixels: how far a sign stands from its text, and signs from one another. */
const DISTANCE = 30;
const SIZE = 24;
const EDGE = 2;
const BEGINNING = 80;
/** A list's bullets stand between its own edge and that of its items. */
const BLOCK = 'ul, ol, p, blockquote, dd, td, figcaption, div, details, section, article, main';

/**
 * Puts a sign beside the first line that is seen of each passage; passages that begin on the same line share one, and one
 * of which nothing is seen has none.
 */
export function placeSigns(passages: readonly PlacedPassage[], origin: DOMRect): PlacedSign[] {
  const sight = createSight();
  const signs: PlacedSign[] = [];
  for (const passage of passages) {
    const boxes = sight
      .linesOf(passage.range)
      .map(({ x, y, width, height }) => new DOMRect(x - origin.left, y - origin.top, width, height));
    const [first] = boxes;
    if (first === undefined) continue;
    const { top } = first;
    const before = signs.at(-1);
    if (before !== undefined && Math.abs(top - before.top) < SIZE)
      signs[signs.length - 1] = {
        ...before,
        passages: [...before.passages, passage],
        boxes: [...before.boxes, ...boxes],
      };
    else {
      const left = besideBlock(passage.range, sight) - origin.left;
      signs.push({ id: passage.id, left, top, passage: beginningOf(passage.range), passages: [passage], boxes });
    }
  }
  return signs;
}

/** The sign whose passage is at a point, or null. */
export function signAt(signs: readonly PlacedSign[], x: number, y: number): PlacedSign | null {
  const isAt = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top && y <= bottom;
  return signs.find(({ boxes }) => boxes.some(isAt)) ?? null;
}

function besideBlock(range: Range, sight: Sight): number {
  const parent = elementOf(range);
  const block = (parent && closest(parent, BLOCK)) ?? parent;
  if (block === null) return EDGE;
  const { left, right } = intersect(Element.prototype.getBoundingClientRect.call(block), sight.edgesOf(block));
  const isRightToLeft = getComputedStyle(block).direction === 'rtl';
  const widest = windowWidth() - SIZE - EDGE;
  return isRightToLeft ? Math.min(right + DISTANCE - SIZE, widest) : Math.max(left - DISTANCE, EDGE);
}

function beginningOf(range: Range): string {
  const text = withoutUnseen(range.toString()).replace(/\s+/g, ' ').trim();
  return text.length > BEGINNING ? `${text.slice(0, BEGINNING).replace(/\s\S*$/, '')} …` : text;
}
