const OF_THE_FOCUS = ['focusout', 'blur', 'focusin', 'focus'] as const;

/**
 * Moves the focus into the card, or lets the browser do it in this task, without the page's elements hearing of it:
 * pages pull it back to their dialogs where it leaves them.
 */
export function moveFocusQuietly(move?: () => void): void {
  const swallow = (event: Event) => event.stopImmediatePropagation();
  for (const name of OF_THE_FOCUS) window.addEventListener(name, swallow, { capture: true });
  move?.();
  setTimeout(() => {
    for (const name of OF_THE_FOCUS) window.removeEventListener(name, swallow, { capture: true });
  });
}
