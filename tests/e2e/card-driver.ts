import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { SITE } from './card-pages.ts';
import { askToOpenCard, type Bench, inCard } from './in-browsers.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page with a marked link, and hands and eyes for the card in it. */
export interface Driver {
  readonly page: Page;
  /** Opens the card as the shortcut does. */
  ask(): Promise<void>;
  /** Reads the card's content; null where none is open. */
  read<Result, Argument = null>(
    look: (root: ShadowRoot, argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Result | null>;
  text(selector: string): Promise<string | null>;
  /** Where a part of the card is in the window; the whole card where none is named. */
  where(selector?: string): Promise<Box>;
  /** Presses the mouse on a part of the card. */
  press(selector: string): Promise<void>;
  opened(): Promise<void>;
  /** Asks the open card for all of it. */
  unfold(): Promise<void>;
  isOpen(within?: Page | Frame): Promise<boolean>;
  /** The name of what has the focus in the card. */
  focused(): Promise<string | null>;
  /** What a screen reader is told of a mark; null where nothing is there to tell it. */
  voice(): Promise<string | null>;
}

export async function openPage({ extension, open }: Bench, path: string): Promise<Driver> {
  const { href: address } = new URL(path, SITE);
  const page = await open(address);
  await page.bringToFront();
  await page.mouse.move(1, 1);
  const tabId = await findTab(extension, address);
  await annotated(extension, tabId);
  await rest(100);
  const read: Driver['read'] = (look, argument) => inCard(extension, tabId, look, argument);
  const driver: Driver = {
    page,
    read,
    ask: () => askToOpenCard(extension, tabId),
    text: (selector) => read((root, name: string) => root.querySelector(name)?.textContent ?? null, selector),
    async where(selector = '.sheet') {
      const box = await read((root, name: string) => {
        const frame = root.ownerDocument.defaultView?.frameElement?.getBoundingClientRect() ?? new DOMRect();
        const part = root.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
        const [left, top] = [frame.left + part.left, frame.top + part.top];
        return { left, top, right: left + part.width, bottom: top + part.height };
      }, selector);
      if (box === null) throw new Error('No card is open.');
      return box;
    },
    async press(selector) {
      const { left, right, top, bottom } = await driver.where(selector);
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    },
    opened: async () => void (await page.waitForSelector('[data-ifg-gloss-host=card][data-open]', { timeout: 5000 })),
    async unfold() {
      await driver.press('.show-all');
      await expect.poll(() => driver.text('.conversations h2')).not.toBeNull();
    },
    isOpen: async (within = page) => (await within.$('[data-ifg-gloss-host=card][data-open]')) !== null,
    focused: () =>
      read((root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent ?? 'nothing'),
    voice: () => readVoice(extension, tabId),
  };
  return driver;
}

/** The annotator comes a moment after the first mark. */
function annotated(extension: Page, tabId: number): Promise<void> {
  return expect
    .poll(
      () =>
        extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
          target: { tabId: ${tabId}, allFrames: true },
          func: () => globalThis.ifgGlossAnnotator === true,
        }).then((frames) => frames.some(({ result }) => result))`),
      { timeout: 5000 },
    )
    .toBe(true);
}

function readVoice(extension: Page, tabId: number): Promise<string | null> {
  return extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
    target: { tabId: ${tabId} },
    func: () => {
      const host = Document.prototype.querySelector.call(document, '[data-ifg-gloss-host=voice]');
      const root = host && (globalThis.chrome?.dom?.openOrClosedShadowRoot(host) ?? host.openOrClosedShadowRoot);
      return root && root.querySelector('[role=status]').textContent;
    },
  }).then(([{ result }]) => result ?? null)`) as Promise<string | null>;
}

/** The middle of a link's first line in the window. */
export function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** Points at a link and gives where the pointer is. */
export async function pointAt(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const point = await centreOf(page, selector);
  await page.mouse.move(point.x - 2, point.y, { steps: 2 });
  await page.mouse.move(point.x, point.y);
  return point;
}

/** Milliseconds from when the pointer came over another element until the card came, and went; null where it has not. */
interface Delays {
  readonly came: number | null;
  readonly went: number | null;
}

/** Has the page itself take the time, so that it does not matter how soon the driver looks. */
export async function timeCard(page: Page): Promise<() => Promise<Delays>> {
  await page.evaluate(() => {
    const delays: { came: number | null; went: number | null } = { came: null, went: null };
    let over = performance.now();
    let wasOpen = false;
    addEventListener('pointerover', ({ timeStamp }) => {
      over = timeStamp;
    });
    new MutationObserver(() => {
      const isOpen = document.querySelector('[data-ifg-gloss-host=card][data-open]') !== null;
      if (isOpen !== wasOpen) delays[isOpen ? 'came' : 'went'] = performance.now() - over;
      wasOpen = isOpen;
    }).observe(document, { subtree: true, childList: true, attributes: true });
    Object.assign(globalThis, { delays });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'delays') as Delays);
}

/** Moves the pointer as a hand does, in a straight way. */
export async function moveSlowly(page: Page, from: Point, to: Point, steps = 24): Promise<void> {
  for (let step = 1; step <= steps; step += 1) {
    const share = step / steps;
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    await rest(20);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function expectInWindow(box: Box, size: { readonly width: number; readonly height: number }): void {
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(size.width);
  expect(box.bottom).toBeLessThanOrEqual(size.height);
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

export function windowSize(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
}

export async function chooseSettings({ extension }: Bench, settings: object): Promise<void> {
  await extension.evaluate((chosen) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return api.storage.local.set({ settings: chosen });
  }, settings);
  await rest(300);
}

export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
