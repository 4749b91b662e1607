import type { Tree } from './compare.ts';
import type { Box } from './judge-mark.ts';

/** A link to the report, as it is in the window now. */
export interface ShownLink {
  readonly index: number;
  /** All that is drawn of it, and where a mark around it would be. */
  readonly box: Box;
  /** Where a pointer meets it. */
  readonly point: { readonly x: number; readonly y: number };
}

/** What is kept in a page that is looked at, by `keepLinks`. */
interface Kept {
  readonly savedPageLinks: readonly Element[];
}

/** A link to the report, as the page has it. */
export interface KeptLink {
  readonly name: string;
  readonly isMarked: boolean;
  /** What is not drawn, as in a menu that is closed, has no mark. */
  readonly isDrawn: boolean;
}

/** Runs in the page. Keeps all links to the report in it, also those in open shadow roots and in frames of its own origin. */
export function keepLinks(slug: string): readonly KeptLink[] {
  const links: Element[] = [];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'a' && element.getAttribute('href')?.includes(slug)) links.push(element);
      if (element.shadowRoot !== null) walk(element.shadowRoot);
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
      if (inner !== null) walk(inner);
    }
  };
  walk(document);
  Object.assign(globalThis, { savedPageLinks: links });
  return links.map((link, index) => ({
    name: link.id || `link ${index + 1}, “${link.textContent.trim().slice(0, 20)}”`,
    isMarked: link.hasAttribute('data-ifg-gloss'),
    isDrawn: link.checkVisibility() || getComputedStyle(link).display === 'contents',
  }));
}

/** Runs in the page. Brings one of the kept links into the middle of the window, and what slides in to its end. */
export function showLink(index: number): void {
  for (const animation of Document.prototype.getAnimations.call(document))
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  const link = (globalThis as unknown as Kept).savedPageLinks[index];
  // What is not drawn itself is not scrolled to.
  const drawn = [link, ...(link?.querySelectorAll('*') ?? [])].find((each) => (each?.getClientRects().length ?? 0) > 0);
  drawn?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

/** Runs in the page. Those of the kept links that can be seen and pointed at in the window, as far as one can be, others whole. */
export function linksInWindow(middle: number, indexes: readonly number[]): readonly ShownLink[] {
  const BAND = 8;
  const { savedPageLinks } = globalThis as unknown as Kept;
  /** The innermost element at a point of the window. */
  const elementAt = (x: number, y: number) => {
    let [root, left, top]: [Document | ShadowRoot, number, number] = [document, x, y];
    let found: Element | null = null;
    for (;;) {
      const next: Element | null = root.elementFromPoint(left, top);
      if (next === null || next === found) return found;
      found = next;
      const inner: Document | null = next.localName === 'iframe' ? (next as HTMLIFrameElement).contentDocument : null;
      if (inner !== null) {
        const frame = next.getBoundingClientRect();
        [left, top] = [left - frame.left - next.clientLeft, top - frame.top - next.clientTop];
      }
      const deeper: Document | ShadowRoot | null = inner ?? next.shadowRoot;
      if (deeper === null) return found;
      root = deeper;
    }
  };
  // Forms call their fields, and documents their images, by any name.
  const above = (node: Node): Node | null =>
    (node instanceof Element ? Reflect.get(Element.prototype, 'assignedSlot', node) : null) ??
    Reflect.get(Node.prototype, 'parentNode', node) ??
    (node instanceof ShadowRoot ? node.host : null);
  const isWithin = (inner: Element | null, link: Element) => {
    let node: Node | null = inner;
    while (node !== null && node !== link) node = above(node);
    return node === link;
  };
  const placeOf = (link: Element) => {
    let [left, top] = [0, 0];
    for (
      let view = link.ownerDocument.defaultView;
      view?.frameElement;
      view = view.frameElement.ownerDocument.defaultView
    ) {
      const frame = view.frameElement.getBoundingClientRect();
      left += frame.left + view.frameElement.clientLeft;
      top += frame.top + view.frameElement.clientTop;
    }
    return { left, top };
  };
  return indexes.flatMap((index) => {
    const link = savedPageLinks[index];
    if (
      link?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === false &&
      getComputedStyle(link).display !== 'contents'
    )
      return [];
    if (link === undefined) return [];
    const from = placeOf(link);
    const parts = [link, ...link.querySelectorAll('*')].slice(0, 50).flatMap((each) => [...each.getClientRects()]);
    const boxes = parts
      .filter(({ width, height }) => width > 3 && height > 3)
      .map((part) => new DOMRect(part.left + from.left, part.top + from.top, part.width, part.height));
    const point = boxes
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
      .find(({ x, y }) => isWithin(elementAt(x, y), link));
    if (point === undefined) return [];
    const box = {
      left: Math.min(...boxes.map((each) => each.left)) - BAND,
      top: Math.min(...boxes.map((each) => each.top)) - BAND,
      right: Math.max(...boxes.map((each) => each.right)) + BAND,
      bottom: Math.max(...boxes.map((each) => each.bottom)) + BAND,
    };
    const isWhole = box.left >= -BAND && box.top >= 0 && box.right <= innerWidth + BAND && box.bottom <= innerHeight;
    return isWhole || index === middle ? [{ index, box, point }] : [];
  });
}

/**
 * Runs in the page. All of its nodes but the marks, and the place of each element. Forms call their fields by any name:
 * nothing is asked of a node by its own properties. Where a page puts the focus on a marked link, a screen reader is told.
 */
export function readTree(): Tree {
  const lines: string[] = [];
  const boxes: Tree['boxes'][number][] = [];
  const attributeOf = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name);
  // What moves by itself, with all that is in it, has no place to compare.
  const animations = Document.prototype.getAnimations.call(document);
  const moving = new Set<Node | null>(
    animations.map(({ effect }) => (effect as KeyframeEffect | null)?.target ?? null),
  );
  moving.delete(null);
  const placeOf = (element: Element) => {
    if (moving.has(element) || moving.has(Reflect.get(Node.prototype, 'parentNode', element) as Node | null)) {
      moving.add(element);
      return [];
    }
    const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element);
    return [left + scrollX, top + scrollY, width, height];
  };
  const add = (node: Node) => {
    if (node instanceof Element && attributeOf(node, 'data-ifg-gloss-host') === 'voice') return;
    if (!(node instanceof Element))
      return lines.push(
        `${Reflect.get(Node.prototype, 'nodeName', node)} ${Reflect.get(Node.prototype, 'nodeValue', node)}`,
      );
    const name = Reflect.get(Element.prototype, 'localName', node);
    const attributes = Element.prototype.getAttributeNames.call(node).filter((each) => each !== 'data-ifg-gloss');
    lines.push(`<${name}${attributes.map((each) => ` ${each}="${attributeOf(node, each)}"`).join('')}>`);
    const id = attributeOf(node, 'id');
    boxes.push({
      name: `<${name}${id === null ? '' : ` id="${id}"`}>`,
      place: placeOf(node),
    });
    const root = Reflect.get(Element.prototype, 'shadowRoot', node) as ShadowRoot | null;
    if (root !== null) walk(root);
  };
  const walk = (root: Node) => {
    const walker = Document.prototype.createTreeWalker.call(document, root);
    while (walker.nextNode()) add(walker.currentNode);
  };
  walk(document);
  return { lines, boxes };
}

/** Runs in the page. Goes through it once, so that all that comes with being seen has come, and back. */
export async function goThrough(): Promise<void> {
  const WINDOWS = 8;
  const FRAMES_WITHIN = 2000;
  const rest = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // Parts that wait until they are seen are drawn with one frame, and what is kept of their size is so with the next:
  // a browser that does much else has none for longer than any rest.
  const frame = async () => {
    await Promise.race([drawn().then(drawn), rest(FRAMES_WITHIN)]);
    await rest(60);
  };
  const bottom = Math.min(document.documentElement.scrollHeight, WINDOWS * innerHeight);
  for (let top = innerHeight; top < bottom; top += innerHeight) {
    scrollTo({ top, behavior: 'instant' });
    await frame();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await frame();
}

/** Runs in the page before its own scripts. Has each visit draw the same lots, for pages name what they ask for by them. */
export function drawSameLots(): void {
  let last = 1;
  Math.random = () => {
    last = (last * 48_271) % 2_147_483_647;
    return last / 2_147_483_647;
  };
}
