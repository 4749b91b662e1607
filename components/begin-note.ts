/** Selects what begins a note, or leads to the one that is there. */
const NOTE = '[data-note]';

/** Has the reader write a note at what has the focus, or else at what is shown by itself; false where there is neither. */
export function beginNote(within: ParentNode, focused: Element | null): boolean {
  const button =
    focused?.closest('li')?.querySelector<HTMLElement>(NOTE) ??
    within.querySelector<HTMLElement>(`.post-itself ${NOTE}`) ??
    within.querySelector<HTMLElement>(`:is(.view-article, article.gloss) ${NOTE}`);
  button?.click();
  return button !== null;
}
