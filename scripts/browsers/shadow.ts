import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from './extension-pages.ts';

/** An element in a shadow root of ours: what it says, and its middle in the window, in pixels. */
export interface ShadowElement {
  readonly text: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** The elements that match in the shadow root of one of our hosts, which is closed to the page; none without the host. */
export function readShadow(
  extension: Page,
  tabId: number,
  host: string,
  selector: string,
): Promise<readonly ShadowElement[]> {
  return extension.evaluate(
    async (id, name, wanted) => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
      const [found] = await api.scripting.executeScript<ShadowElement[]>({
        target: { tabId: id },
        args: [name, wanted],
        func: (of: string, which: string) => {
          const element = Document.prototype.querySelector.call(document, of) as HTMLElement | null;
          if (element === null) return [];
          const dom = Reflect.get(globalThis, 'chrome')?.dom;
          const root: ShadowRoot =
            dom?.openOrClosedShadowRoot(element) ?? Reflect.get(element, 'openOrClosedShadowRoot');
          return [...root.querySelectorAll(which)].map((each) => {
            const { x, y, width, height } = each.getBoundingClientRect();
            const label = each.getAttribute('aria-label') ?? '';
            return { text: each.textContent ?? '', label, x: x + width / 2, y: y + height / 2 };
          });
        },
      });
      return found?.result ?? [];
    },
    tabId,
    host,
    selector,
  );
}
