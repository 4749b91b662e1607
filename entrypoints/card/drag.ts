import type { OwnElement } from '../../page/dom.ts';
import type { Point } from '../annotator/shown-card.ts';
import type { CardFrame } from './card-frame.ts';

/** Lets the reader drag the card by its bar. `onMove` is given where its corner is to be, in the window's pixels. */
export function enableDragging(frame: CardFrame, bar: OwnElement, onMove: (corner: Point) => void): void {
  /** Where in the box it was taken hold of. */
  let grip: Point | null = null;
  bar.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || isOtherButton(event)) return;
    const { left, top } = frame.box();
    const { x, y } = frame.toWindow(event);
    grip = { x: x - left, y: y - top };
    bar.setPointerCapture(event.pointerId);
  });
  bar.addEventListener('pointermove', (event) => {
    if (grip === null) return;
    const { x, y } = frame.toWindow(event);
    onMove({ x: x - grip.x, y: y - grip.y });
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    bar.addEventListener(end, () => {
      grip = null;
    });
}

function isOtherButton({ target }: Event): boolean {
  const button = (target as OwnElement | null)?.closest('button') ?? null;
  return button !== null && !button.classList.contains('handle');
}
