import type { Page } from 'puppeteer-core';
import type { Started } from '../../scripts/browsers/launch.ts';
import { openToolbarPopup } from './firefox-window.ts';

/** The extension's pages that are no tabs: what the toolbar's button opens, and what stands beside pages. */
export type View = 'popup' | 'sidepanel';

/** Opens the popup itself, at the toolbar, for the tab in front. */
export async function openToolbarButton({ browser, extensionRoot }: Started, extension: Page): Promise<void> {
  if (extensionRoot.startsWith('moz')) await openToolbarPopup(browser);
  else await extension.evaluate(() => Reflect.get(globalThis, 'chrome').action.openPopup());
  await viewIsOpen(extension, 'popup');
}

export async function viewIsOpen(extension: Page, view: View): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const isOpen = await readView(extension, view, 'main').then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    if (attempt > 200) throw new Error(`no ${view} opened`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The text of an element of a view that is open, or null where it has no such element; rejects where none is open. */
export function readView(extension: Page, view: View, selector: string): Promise<string | null> {
  return extension.evaluate(
    (path, selected) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const found = (api.extension.getViews() as Window[]).find(
        ({ location }) => location.pathname === path && !location.search,
      );
      if (found === undefined) throw new Error(`no ${path} is open`);
      return found.document.querySelector(selected)?.textContent ?? null;
    },
    `/${view}.html`,
    selector,
  );
}

export interface Drawing {
  /** Milliseconds from the view's navigation to the first text in view. */
  readonly drawn: number;
  /** How much has moved since, as Chromium counts layout shifts; Firefox counts none. */
  readonly shift: number;
  /** Pixels that do not fit across. */
  readonly overflow: number;
}

/** How a view that is open came into being. */
export function readDrawing(extension: Page, view: View): Promise<Drawing> {
  return extension.evaluate(async (path) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const found = (api.extension.getViews() as (Window & typeof globalThis)[]).find(
      ({ location }) => location.pathname === path && !location.search,
    );
    if (found === undefined) throw new Error(`no ${path} is open`);
    const shifts: number[] = [];
    const observer = new found.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [paint] = found.performance.getEntriesByName('first-contentful-paint');
    const { scrollWidth, clientWidth } = found.document.documentElement;
    return {
      drawn: paint?.startTime ?? Number.NaN,
      shift: shifts.reduce((sum, shift) => sum + shift, 0),
      overflow: scrollWidth - clientWidth,
    };
  }, `/${view}.html`);
}

/** Closes a view, and waits until the browser no longer counts it. */
export async function closeView(extension: Page, view: View): Promise<void> {
  await extension.evaluate(async (path) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const isView = ({ pathname, search }: URL | Location) => pathname === path && !search;
    for (const open of api.extension.getViews() as Window[]) if (isView(open.location)) open.close();
    const isCounted = async () =>
      ((await api.runtime.getContexts?.({})) ?? []).some(
        ({ documentUrl }: { readonly documentUrl?: string }) => documentUrl && isView(new URL(documentUrl)),
      );
    while (await isCounted()) await new Promise((resolve) => setTimeout(resolve, 20));
  }, `/${view}.html`);
}
