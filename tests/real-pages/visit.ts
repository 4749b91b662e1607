import type { Page } from 'puppeteer-core';
import type { Started } from '../../scripts/browsers/launch.ts';
import type { Tree } from './compare.ts';
import { drawSameLots, goThrough, readTree } from './in-page.ts';

/** A page that is open, and what it has called an error so far. */
export interface Visit {
  readonly page: Page;
  readonly errors: readonly string[];
}

const WINDOW = { width: 1280, height: 800 };
/** Times that it is looked whether a page has come to rest; some never do. */
const RESTS_WITHIN = 10;
/** What Chromium says of what is refused, which is all that is not saved. */
const UNREACHED = /^Failed to load resource/;
/** Milliseconds in which a page loads; what it waits for longer it does without. */
const LOADS_WITHIN = 15_000;

export async function openVisit({ browser }: Started, address: string): Promise<Visit> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (said) => said.type() === 'error' && !UNREACHED.test(said.text()) && errors.push(said.text()));
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => null));
  await page.setViewport(WINDOW);
  await page.evaluateOnNewDocument(drawSameLots);
  await page.bringToFront();
  await page.goto(address, { timeout: LOADS_WITHIN }).catch(() => null);
  return { page, errors };
}

/** The page's tree when it has been gone through and has come to rest. */
export async function readVisit({ page }: Visit): Promise<Tree> {
  await page.evaluate(goThrough);
  let tree = await page.evaluate(readTree);
  for (let attempt = 0; attempt < RESTS_WITHIN; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = await page.evaluate(readTree);
    if (JSON.stringify(next) === JSON.stringify(tree)) return next;
    tree = next;
  }
  return tree;
}
