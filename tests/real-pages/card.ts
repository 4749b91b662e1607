import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from '../../scripts/browsers/extension-pages.ts';
import type { Box } from './judge-mark.ts';

/** Milliseconds in which a card opens after the pointer has come to rest. */
const OPENS_WITHIN = 1500;

/** An open card. */
export interface SeenCard {
  /** Milliseconds from when the pointer came over what it is over, as the page takes them; null where it could not tell. */
  readonly after: number | null;
  readonly box: Box;
  /** The size of the window that it stands in. */
  readonly view: { readonly width: number; readonly height: number };
  /** Whether a pointer meets it in its middle and in each corner. */
  readonly isMet: readonly boolean[];
}

/** Points at a link, looks at the card that opens, and closes it; why it is not as it should be, or null. */
export async function tryCard(
  page: Page,
  look: () => Promise<SeenCard | null>,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<string | null> {
  await page.mouse.move(1, 1);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  if ((await until(look, (seen) => seen !== null, 2 * OPENS_WITHIN)) === null) return 'no card opens';
  // It appears over a few frames.
  const why = judgeCard(await until(look, (seen) => judgeCard(seen) === null, 500));
  await page.keyboard.press('Escape');
  // In a frame that has not the focus no key is heard.
  await page.mouse.move(1, 1);
  const left = await until(look, (seen) => seen === null, 2000);
  return why ?? (left === null ? null : 'the card does not go');
}

/** Why a card is not where it should be, or null. */
export function judgeCard(card: SeenCard | null): string | null {
  if (card === null) return 'the card goes by itself';
  const { after, box, view, isMet } = card;
  if (after !== null && after > OPENS_WITHIN) return `the card opens after ${Math.round(after)} ms`;
  if (box.left < 0 || box.top < 0 || box.right > view.width || box.bottom > view.height)
    return `the card is outside the window: ${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')}`;
  return isMet.every(Boolean) ? null : 'the card cannot be pointed at everywhere';
}

async function until<Value>(
  look: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
  within: number,
): Promise<Value> {
  const start = performance.now();
  for (;;) {
    const value = await look();
    if (isWanted(value) || performance.now() - start > within) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Has a tab's frames take the time from when the pointer comes over something until a card is open. */
export async function timeCards(extension: Page, tabId: number): Promise<void> {
  await extension.evaluate(async (id) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
    await api.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: () => {
        let over = performance.now();
        let after: number | null = null;
        const opened = () =>
          Document.prototype.querySelector.call(document, '[data-ifg-gloss-host=card][data-open]') !== null;
        const look = () => {
          after = opened() ? (after ?? performance.now() - over) : null;
          Object.assign(globalThis, { cardOpenedAfter: after });
        };
        addEventListener(
          'pointerover',
          ({ timeStamp }) => {
            over = timeStamp;
          },
          true,
        );
        new MutationObserver(look).observe(document, {
          subtree: true,
          childList: true,
          attributeFilter: ['data-open'],
        });
      },
    });
  }, tabId);
}

/** The card that is open in a tab, in whatever frame and shadow root, as the browser lets extensions see it. */
export function seeCard(extension: Page, tabId: number): Promise<SeenCard | null> {
  return extension.evaluate(async (id) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
    const frames = await api.scripting.executeScript<SeenCard | null>({
      target: { tabId: id, allFrames: true },
      func: () => {
        const rootOf = (element: Element): ShadowRoot | null => {
          const dom = Reflect.get(globalThis, 'chrome')?.dom;
          return dom === undefined
            ? (Reflect.get(element, 'openOrClosedShadowRoot') ?? null)
            : element instanceof HTMLElement
              ? dom.openOrClosedShadowRoot(element)
              : null;
        };
        const hostIn = (root: ParentNode): Element | null => {
          const host = root.querySelector('[data-ifg-gloss-host=card][data-open]');
          if (host !== null) return host;
          for (const element of root.querySelectorAll('*')) {
            const inner = rootOf(element);
            const found = inner === null ? null : hostIn(inner);
            if (found !== null) return found;
          }
          return null;
        };
        const host = hostIn(Reflect.get(Document.prototype, 'documentElement', document));
        const part = host === null ? undefined : rootOf(host)?.querySelector('.box');
        if (host === null || part == null) return null;
        const { left, top, right, bottom } = part.getBoundingClientRect();
        const isOurs = (x: number, y: number) => {
          let root: Document | ShadowRoot | null = document;
          let found: Element | null = null;
          while (root !== null && found !== host) {
            const next: Element | null = root.elementFromPoint(x, y);
            root = next === null || next === found ? null : rootOf(next);
            found = next;
          }
          return found === host;
        };
        const INSET = 6;
        const [xs, ys] = [
          [left + INSET, right - INSET],
          [top + INSET, bottom - INSET],
        ] as const;
        return {
          after: Reflect.get(globalThis, 'cardOpenedAfter') ?? null,
          box: { left, top, right, bottom },
          view: { width: document.documentElement.clientWidth, height: innerHeight },
          isMet: [isOurs((left + right) / 2, (top + bottom) / 2), ...xs.flatMap((x) => ys.map((y) => isOurs(x, y)))],
        };
      },
    });
    return frames.map(({ result }) => result ?? null).find((result) => result !== null) ?? null;
  }, tabId);
}
