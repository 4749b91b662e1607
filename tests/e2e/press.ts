import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** Milliseconds in which what is not in motion has not moved. */
const REST = 50;
const SOON = { timeout: 10_000 };

/** Presses what has a name with the mouse, once it is there and at rest: a page that is still being filled moves it away. */
export async function press(page: Page, name: string, among = 'button'): Promise<void> {
  await (await findAtRest(page, name, among)).click();
}

/** The same where the page closes by it, so that the driver gets no answer. */
export async function pressToLeave(page: Page, name: string, among = 'button'): Promise<void> {
  const found = await findAtRest(page, name, among);
  await found.click().catch(() => null);
}

/** What there is to press, by name. */
export function namesOf(page: Page, among = 'button'): Promise<string[]> {
  return page.$$eval(among, (all) => all.map((each) => each.ariaLabel ?? each.textContent?.trim() ?? ''));
}

async function findAtRest(page: Page, name: string, among: string): Promise<ElementHandle<Element>> {
  await page.bringToFront();
  await expect.poll(() => namesOf(page, among), SOON).toContain(name);
  let found: ElementHandle<Element> | null = null;
  const isFoundAtRest = async () => {
    found = await find(page, name, among);
    return found !== null && (await isAtRest(found));
  };
  await expect.poll(isFoundAtRest, SOON).toBe(true);
  if (found === null) throw new Error(`no ${name}`);
  return found;
}

/** In one step, for others may come before it meanwhile. */
async function find(page: Page, name: string, among: string): Promise<ElementHandle<Element> | null> {
  const found = await page.evaluateHandle(
    (selector, wanted) =>
      [...document.querySelectorAll(selector)].find((each) => (each.ariaLabel ?? each.textContent?.trim()) === wanted),
    among,
    name,
  );
  return found.asElement() as ElementHandle<Element> | null;
}

/** False also where another has taken its place meanwhile. */
function isAtRest(element: ElementHandle<Element>): Promise<boolean> {
  return element.evaluate(async (each, rest) => {
    // What sticks to an edge of the window may stand over what is at its end.
    each.scrollIntoView({ block: 'center' });
    const place = () => JSON.stringify(each.getBoundingClientRect());
    const before = place();
    await new Promise((resolve) => setTimeout(resolve, rest));
    return each.isConnected && place() === before;
  }, REST);
}
