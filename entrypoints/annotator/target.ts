/** What a card can be opened at: a marked link, or a marked address in a text. */
export interface Target {
  /** The link itself, or the range of the text: the same one for the same mark. */
  readonly place: Element | Range;
  readonly address: string;
  readonly text: string;
}

const MARKED = '[data-ifg-gloss]';

/** The marked link that an event is about, also within shadow roots that are closed to the page. */
export function targetOf(event: Event): Target | null {
  const inner = event instanceof PointerEvent ? elementWithin(event) : null;
  const path = [...(inner === null ? [] : [inner]), ...event.composedPath()];
  for (const node of path) {
    const link = node instanceof Element ? node.closest(MARKED) : null;
    if (link !== null) return linkTarget(link);
  }
  return null;
}

/** The marked link that has the focus, through all shadow roots. */
export function focusedTarget(): Target | null {
  let focused = document.activeElement;
  for (let root = focused && shadowRootOf(focused); root?.activeElement; root = focused && shadowRootOf(focused))
    focused = root.activeElement;
  return focused?.matches(MARKED) ? linkTarget(focused) : null;
}

/** The marked address in a text at a point of the window. */
export function textTargetAt(x: number, y: number): Target | null {
  for (const [range, { address }] of globalThis.ifgGlossTextMarks ?? []) {
    const isAt = range.startContainer.isConnected && [...range.getClientRects()].some((rect) => isWithin(rect, x, y));
    if (isAt) return { place: range, address, text: '' };
  }
  return null;
}

/** Whether there are marks in text at all. */
export function hasTextTargets(): boolean {
  return (globalThis.ifgGlossTextMarks?.size ?? 0) > 0;
}

export function isThere({ place }: Target): boolean {
  return place instanceof Range ? place.startContainer.isConnected : place.isConnected;
}

/** Where a target is in the window: the line of it that comes first. */
export function rectOf({ place }: Target): DOMRect {
  return place.getClientRects()[0] ?? place.getBoundingClientRect();
}

export function focusTarget({ place }: Target): void {
  if (place instanceof HTMLElement || place instanceof SVGElement) place.focus();
}

function linkTarget(link: Element): Target {
  return { place: link, address: addressOf(link), text: (link.textContent ?? '').trim().slice(0, 600) };
}

function addressOf(link: Element): string {
  if (!(link instanceof SVGAElement)) return (link as HTMLAnchorElement).href;
  return URL.canParse(link.href.baseVal, document.baseURI) ? new URL(link.href.baseVal, document.baseURI).href : '';
}

function elementWithin({ target, clientX, clientY }: PointerEvent): Element | null {
  let element = target instanceof Element ? target : null;
  for (let root = element && shadowRootOf(element); root; root = element && shadowRootOf(element)) {
    const inner: Element | null = root.elementFromPoint(clientX, clientY);
    if (inner === null || inner === element) break;
    element = inner;
  }
  return element;
}

declare const chrome: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
type Openable = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  if (import.meta.env.FIREFOX) return (element as Openable).openOrClosedShadowRoot ?? null;
  return chrome.dom?.openOrClosedShadowRoot(element) ?? null;
}

function isWithin({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
