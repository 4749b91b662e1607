/** Pixels between the target and the card, and between the card and the edge of the window. */
const GAP = 6;
const EDGE = 8;
const TALLEST = 512;

/** Puts the card below what it is about, or above where there is more room: within the window, and never over it. */
export function placeCard(card: HTMLElement, anchor: DOMRect): void {
  const roomBelow = innerHeight - anchor.bottom - GAP - EDGE;
  const roomAbove = anchor.top - GAP - EDGE;
  const isBelow = roomBelow >= Math.min(card.scrollHeight, TALLEST) || roomBelow >= roomAbove;
  card.style.maxHeight = `${Math.min(TALLEST, isBelow ? roomBelow : roomAbove)}px`;
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(anchor.left, document.documentElement.clientWidth - width - EDGE);
  card.style.top = `${isBelow ? anchor.bottom + GAP : anchor.top - GAP - height}px`;
  card.style.left = `${Math.max(EDGE, left)}px`;
}
