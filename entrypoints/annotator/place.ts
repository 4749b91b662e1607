/** Pixels between the link and the card, and between the card and the edge of the window. */
const GAP = 6;
const EDGE = 8;

/** Puts the card below its link, or above where there is more room, and within the window. */
export function placeCard(card: HTMLElement, link: Element): void {
  const anchor = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - height;
  const fitsBelow = below + height <= innerHeight - EDGE;
  const top = fitsBelow || anchor.top < innerHeight - anchor.bottom ? below : above;
  const left = Math.min(anchor.left, document.documentElement.clientWidth - width - EDGE);
  card.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
  card.style.left = `${Math.max(EDGE, left)}px`;
}
