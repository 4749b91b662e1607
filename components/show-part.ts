/** Scrolls to a part, and puts the focus there, so that a screen reader and the next Tab go on from it. */
export function showPart(within: ParentNode | null, selector: string): void {
  const part = within?.querySelector<HTMLElement>(selector);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}
