import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/find.ts';

/**
 * A script of a page's that tries, before ours come, all ways into what is ours: `reached` says by which it came to a node
 * that does not stand in the page's own tree, and `look` tries those of a point of the window.
 */
export const HOSTILE = `<script>(${invade})()</script>`;

/**
 * What no extension can take back (decision 7). Firefox tells every listener of an event's own node, gives the node at a
 * point of the window, also in a root that is closed, and searches all; where there is no frame, it gives the ends of the
 * selection too, and Chromium searches.
 */
const OPEN = {
  chrome: { framed: [], unframed: ['find'] },
  firefox: {
    framed: ['originalTarget', 'explicitOriginalTarget', 'caret', 'find'],
    unframed: ['originalTarget', 'explicitOriginalTarget', 'caret', 'find', 'selection'],
  },
} as const;

/** The ways by which a page's script came to what is ours, and should not. */
export async function waysOf(page: Page, browser: BrowserName, kind: 'framed' | 'unframed'): Promise<string[]> {
  const reached = await page.evaluate(() => (window as unknown as Invaded).reached);
  const open: readonly string[] = OPEN[browser][kind];
  return reached.filter((way) => !open.includes(way.split(':')[0] ?? ''));
}

/** What a page that runs the script has. */
export interface Invaded extends Window {
  readonly reached: string[];
  /** The names of the elements that were put beside its body. */
  readonly strangers: string[];
  look(x: number, y: number): void;
  /** Searches as the browser's own search does, in frames too. */
  seek(text: string): void;
}

/** Runs in the page, and stands by itself. */
function invade(): void {
  const reached: string[] = [];
  const strangers: string[] = [];
  const note = (way: string, found: unknown) => {
    const node = found as Partial<Node> | null | undefined;
    if (typeof node?.nodeType === 'number' && node.getRootNode?.() !== document)
      reached.push(`${way}: ${node.nodeName}`);
  };
  const attempt = (way: string, get: () => unknown) => {
    try {
      note(way, get());
    } catch {
      // Refused.
    }
  };
  const enter = (element: Element) => {
    attempt('shadowRoot', () => element.shadowRoot);
    attempt('internals', () => (element as HTMLElement).attachInternals().shadowRoot);
    attempt('attachShadow', () => element.attachShadow({ mode: 'open' }));
  };

  customElements.define(
    'evil-div',
    class extends HTMLDivElement {
      static disabledFeatures = ['shadow'];
    },
    { extends: 'div' },
  );
  for (const [owner, names] of [
    [Element.prototype, ['attachShadow', 'append', 'prepend', 'remove', 'setAttribute', 'matches']],
    [Node.prototype, ['appendChild', 'insertBefore', 'getRootNode']],
    [Document.prototype, ['createElement', 'createElementNS', 'hasFocus']],
    [HTMLElement.prototype, ['showPopover', 'focus']],
    [EventTarget.prototype, ['addEventListener']],
  ] as const)
    for (const name of names) {
      const own = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
      Reflect.set(owner, name, function patched(this: unknown, ...given: unknown[]) {
        const made = own.apply(this, given);
        if (name !== 'getRootNode') for (const each of [this, made, ...given]) note(name, each);
        return made;
      });
    }
  const HEARD =
    'pointerover pointermove pointerout pointerdown pointerup mouseover mouseout mousedown click wheel focusin focusout focus blur keydown keyup copy selectionchange scroll toggle beforetoggle animationstart transitionend load';
  for (const type of HEARD.split(' '))
    for (const at of [window, document])
      at.addEventListener(
        type,
        (event) => {
          for (const node of event.composedPath()) note(type, node);
          note(type, event.target);
          note(type, Reflect.get(event, 'relatedTarget'));
          for (const name of ['originalTarget', 'explicitOriginalTarget']) note(name, Reflect.get(event, name));
        },
        true,
      );
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of target === document.documentElement ? addedNodes : []) {
        if (!(node instanceof HTMLElement) || node === document.body || node === document.head) continue;
        strangers.push(node.localName);
        enter(node);
      }
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      for (const name of ['target', 'element']) note(entry.entryType, Reflect.get(entry, name));
      for (const { node } of Reflect.get(entry, 'sources') ?? []) note(entry.entryType, node);
    }
  }).observe({
    entryTypes: ['event', 'first-input', 'layout-shift', 'largest-contentful-paint'].filter((type) =>
      PerformanceObserver.supportedEntryTypes.includes(type),
    ),
  });
  const watch = () => {
    for (const { effect } of document.getAnimations()) note('animation', (effect as KeyframeEffect | null)?.target);
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);

  const look = (x: number, y: number) => {
    for (const element of document.querySelectorAll('html > :not(head, body)')) enter(element);
    note('activeElement', document.activeElement);
    for (const element of document.elementsFromPoint(x, y)) note('elementsFromPoint', element);
    note('caret', document.caretPositionFromPoint?.(x, y)?.offsetNode);
    const selection = getSelection();
    for (const node of [selection?.anchorNode, selection?.focusNode]) note('selection', node);
    for (let index = 0; index < window.length; index += 1) attempt('frames', () => window[index]?.document);
    for (const frame of document.querySelectorAll('iframe')) note('iframe', frame.contentDocument);
  };
  const seek = (text: string) => {
    const find = Reflect.get(window, 'find') as (sought: string, ...options: boolean[]) => boolean;
    if (find(text, false, false, true, false, true)) reached.push('find: text');
  };
  Object.assign(window, { reached, strangers, look, seek });
}
