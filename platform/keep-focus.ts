/** What takes the focus and does nothing when it is pressed by mistake. */
const MARKS = 'h1, h2, h3, h4, legend, summary, main';

/**
 * Has the focus never fall to nothing: where what had it goes, as a button that is pressed and no longer of use, the heading of
 * what it stood in has it. Whoever knows a better place puts it there first.
 */
export function keepFocus(page: Document): void {
  /** What has the focus, and what that stands in, the nearest first. */
  let path: readonly Element[] = [];
  const isNowhere = () => page.activeElement === null || page.activeElement === page.body;
  page.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? pathOf(target) : [];
  });
  page.addEventListener('focusout', () =>
    // Who has left it for nothing finds nothing.
    queueMicrotask(() => {
      if (isNowhere() && path[0]?.isConnected === true) path = [];
    }),
  );
  new MutationObserver(() => {
    if (path.length === 0 || path[0]?.isConnected === true || !isNowhere() || !page.hasFocus()) return;
    const left = path.filter((each) => each.isConnected);
    path = [];
    for (const each of left) if (reachMark(each)) return;
  }).observe(page.body, { childList: true, subtree: true });
}

function pathOf(element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) path.push(each);
  return path;
}

/** Puts the focus on the first mark in an element that takes it, or on itself. */
function reachMark(element: Element): boolean {
  const marks = [...element.querySelectorAll(MARKS), ...(element.matches(MARKS) ? [element] : [])];
  return marks.some((mark) => {
    if (!(mark instanceof HTMLElement)) return false;
    if (mark.tabIndex < 0) mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    return mark.ownerDocument.activeElement === mark;
  });
}
