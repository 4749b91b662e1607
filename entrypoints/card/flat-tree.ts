/** The closest element that matches, from an element outwards as they are drawn: out of slots and shadow roots too. */
export function closestDrawn(element: Element, selector: string): Element | null {
  let at: Element | null = element;
  while (at !== null && !at.matches(selector)) at = drawnIn(at);
  return at;
}

/** What an element is drawn in: the slot that it is put into, its parent, or the host of its shadow root. */
export function drawnIn(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
