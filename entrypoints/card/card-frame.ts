import glanceCss from '../../components/glance.css?inline';
import glossCss from '../../components/gloss.css?inline';
import glossTouchCss from '../../components/gloss-touch.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { createHtml, type OwnElement } from '../../page/dom.ts';
import { putWithinReach } from '../../page/flat-tree.ts';
import { createOwnHost } from '../../page/own-hosts.ts';
import type { Scheme } from '../../page/scheme.ts';
import { styleRoot } from '../../page/style-root.ts';
import type { Point } from '../annotator/shown-card.ts';
import contentCss from './card-content.css?inline';
import frameCss from './card-frame.css?inline';
import { intersection } from './clip.ts';
import type { Box, Place, Size } from './place.ts';
import { watchSeenFrame } from './seen-frame.ts';

/** Where a card is drawn: a box over the page, and a document of its own within it. */
export interface CardFrame {
  /** What holds the card's content. */
  readonly root: ShadowRoot;
  /** The window as far as a card may stand in it and is seen, in its pixels. */
  view(): Box;
  /** Where the box is in the window. */
  box(): DOMRect;
  /** How large the box is in the window with content of some height, which is in pixels of the content. */
  sizeFor(contentHeight: number): Size;
  put(place: Place): void;
  /** Where an event within the content is in the page's window. */
  toWindow(event: PointerEvent): Point;
  show(): void;
  /** Tells the language that the content is in, as BCP 47, which way it runs, and what a screen reader calls the frame. */
  speak(language: string, direction: string, title: string): void;
  /** Whether it is where it was put: a page may take it out, close it or move it, which empties the frame. */
  isStanding(): boolean;
  isPointedAt(): boolean;
  hasFocus(): boolean;
  contains(event: Event): boolean;
  remove(): void;
}

/** The frame's, into which no page puts anything. */
interface OwnDocument {
  readonly documentElement: OwnElement;
  readonly body: OwnElement;
}

/**
 * Puts the frame of a card for an element into the page, not yet to be seen. The content is a document of its own: its keys, its copying and its selection
 * are no events of the page then, and its sizes follow the reader's letters, not the page's (decision 7).
 */
export async function openCardFrame(element: Element, scheme: Scheme): Promise<CardFrame> {
  const { host, root: outer } = createOwnHost('card');
  styleRoot(outer, frameCss);
  // A page hears of a popover of its own tree, and its rules may ask for one (`:has(:popover-open)`).
  const layer = createHtml('div');
  layer.className = 'layer';
  layer.setAttribute('popover', 'manual');
  const box = createHtml('div');
  box.className = 'box';
  const frame = createHtml('iframe');
  frame.style.colorScheme = scheme;
  box.append(frame);
  layer.append(box);
  outer.append(layer);
  // Firefox replaces the first about:blank at `load`: the document is touched only then.
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  putWithinReach(host, element);
  layer.showPopover();
  // Where the page enlarges its root, the card would grow with it, beyond the window.
  box.style.zoom = `${1 / (layer.currentCSSZoom ?? 1)}`;
  const [seenFrame] = await Promise.all([watchSeenFrame(layer), loaded]);
  const inner = frame.contentDocument as OwnDocument | null;
  const root = openRoot(frame, inner, scheme);
  // Of a frame that the page has emptied Firefox lets nothing be asked: no property of what was in it is read here.
  const isDrawn = () => layer.matches(':popover-open') && layer.getClientRects().length > 0;
  const isStanding = () => isDrawn() && frame.contentDocument === inner;
  return {
    root,
    view: () => seenOf(layer.getBoundingClientRect(), seenFrame.part()),
    box: () => box.getBoundingClientRect(),
    sizeFor(contentHeight) {
      box.style.blockSize = `${contentHeight}px`;
      const { width, height } = box.getBoundingClientRect();
      return { width: Math.ceil(width), height: Math.ceil(height) };
    },
    put: (place) => put(box, place),
    toWindow(event) {
      // The box first: with it the browser works out where the frame is now, and what the event's point in it is.
      const { left, top } = frame.isConnected ? frame.getBoundingClientRect() : new DOMRect();
      return { x: left + event.clientX, y: top + event.clientY };
    },
    show() {
      box.classList.add('placed');
      host.setAttribute('data-open', '');
    },
    speak(language, direction, title) {
      frame.title = title;
      const content = root.host as OwnElement;
      content.lang = language;
      content.dir = direction;
      if (inner !== null) inner.documentElement.lang = language;
    },
    isStanding,
    isPointedAt: () => layer.matches(':hover'),
    hasFocus: () => isStanding() && root.activeElement !== null && Document.prototype.hasFocus.call(root.ownerDocument),
    contains: (event) => event.composedPath().includes(host),
    remove() {
      seenFrame.end();
      host.remove();
    },
  };
}

/** What is seen of the window: a part of it where fingers have enlarged the page, or the window is a frame's. */
function seenOf(view: Box, frame: Box | null): Box {
  const seen = frame === null ? view : intersection(view, frame);
  if (visualViewport === null || visualViewport.scale === 1) return seen;
  const { offsetLeft, offsetTop, width, height } = visualViewport;
  return intersection(seen, new DOMRect(offsetLeft, offsetTop, width, height));
}

/**
 * Moves the box to a place in the window, whatever the page makes of lengths there: the box says how far it got. What is moved
 * so is no shift of the page's layout, which pages measure.
 */
function put(box: OwnElement, { x, y, height }: Place): void {
  box.style.blockSize = `${height}px`;
  const at = (left: number, top: number) => {
    const [across, down] = [left, top].map((length) => Math.round(length * devicePixelRatio) / devicePixelRatio);
    box.style.translate = `${across}px ${down}px`;
    return box.getBoundingClientRect();
  };
  const from = at(0, 0);
  // As far as it is to go: browsers round both ends.
  const to = at(x, y);
  const [scaleX, scaleY] = [(to.left - from.left) / x || 1, (to.top - from.top) / y || 1];
  at((x - from.left) / scaleX, (y - from.top) / scaleY);
}

/**
 * The frame's body bears the content's root, for the scanner of that frame asks no body for one. In a page that is
 * sandboxed without an origin, the frame has another one and is closed: the content does without.
 */
function openRoot(frame: HTMLIFrameElement, inner: OwnDocument | null, scheme: Scheme): ShadowRoot {
  const host = inner?.body ?? createHtml('div');
  if (inner === null) frame.replaceWith(host);
  else {
    inner.documentElement.style.cssText = `color-scheme: ${scheme}; overflow: hidden`;
    host.style.cssText = 'margin: 0; height: 100vh';
  }
  host.style.colorScheme = scheme;
  const root = host.attachShadow({ mode: 'closed' });
  styleRoot(root, tokensCss + glossCss + glossTouchCss + glanceCss + contentCss);
  return root;
}
