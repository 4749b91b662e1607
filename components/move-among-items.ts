/**
 * Moves the focus among the items that are shown below a field: from it to the first, from one to the next, and from
 * the first back up. False where the focus is elsewhere, or there is none to go to.
 */
export function moveAmongItems(content: Element | null, field: HTMLElement | null, step: 1 | -1): boolean {
  const items: Element[] = [...(content?.querySelectorAll('button.item') ?? [])].filter(isShown);
  const at = document.activeElement === null ? -1 : items.indexOf(document.activeElement);
  if (at === -1 && document.activeElement !== field) return false;
  const next = at + step < 0 ? field : items[at + step];
  if (!(next instanceof HTMLElement)) return false;
  next.focus();
  return true;
}

function isShown(element: Element): boolean {
  return element.closest('[hidden]') === null;
}
