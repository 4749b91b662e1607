import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** Milliseconds in which what is not in motion has not moved. */
const REST = 50;

/** Presses what has a name with the mouse, once it is there and at rest: a page that is still being filled moves it away. */
export async function press(page: Page, name: string, among = 'button'): Promise<void> {
  await (await findAtRest(page, name, among)).click();
}

/** The same where the page closes by it, so that the driver gets no answer. */
export async function pressToLeave(page: Page, name: string, among = 'button'): Promise<void> {
  const found = await findAtRest(page, name, among);
  await found.click().catch(() => null);
}

async function findAtRest(page: Page, name: string, among: string): Promise<ElementHandle<Element>> {
  await page.bringToFront();
  const names = () => page.$$eval(among, (all) => all.map((each) => each.ariaLabel ?? each.textContent?.trim()));
  await expect.poll(names, { timeout: 10_000 }).toContain(name);
  // Others may come before it meanwhile, so it is found in one step.
  const found = await page.evaluateHandle(
    (selector, wanted) =>
      [...document.querySelectorAll(selector)].find((each) => (each.ariaLabel ?? each.textContent?.trim()) === wanted),
    among,
    name,
  );
  const element = found.asElement() as ElementHandle<Element> | null;
  if (element === null) throw new Error(`${name} has gone again`);
  await element.evaluate(async (each, rest) => {
    // What sticks to an edge of the window may stand over what is at its end.
    each.scrollIntoView({ block: 'center' });
    const place = () => JSON.stringify(each.getBoundingClientRect());
    for (let before = ''; before !== place(); await new Promise((resolve) => setTimeout(resolve, rest)))
      before = place();
  }, REST);
  return element;
}
