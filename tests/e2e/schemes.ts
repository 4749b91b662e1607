import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Options } from '../../scripts/browsers/launch.ts';
import { findAxeViolations } from './axe.ts';
import type { Bench } from './in-browsers.ts';
import { prefer } from './shared-browsers.ts';

/** What a reader has chosen, of which pages are told. */
export type Chosen = Pick<Options, 'scheme' | 'textSize'>;

/** A page is told while it is looked at what its reader has chosen; afterwards what most have. */
export async function chosen(
  { name, started }: Pick<Bench, 'name' | 'started'>,
  page: Page,
  choice: Chosen,
  look: () => Promise<void>,
): Promise<void> {
  const choose = (of: Chosen) => (name === 'firefox' ? prefer(started, of) : tellInChrome(page, of));
  await choose(choice);
  try {
    await look();
  } finally {
    await choose({});
  }
}

async function tellInChrome(page: Page, { scheme, textSize = 16 }: Chosen): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' },
    { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: scheme === 'forced' ? 'reduce' : 'no-preference' },
  ]);
  const session = await page.createCDPSession();
  await session.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
  await session.detach();
}

export function inDark(bench: Pick<Bench, 'name' | 'started'>, page: Page, look: () => Promise<void>): Promise<void> {
  return chosen(bench, page, { scheme: 'dark' }, look);
}

/** That a page breaks no rule of accessibility, light or dark, with a picture of either. */
export async function seeInBoth(bench: Bench, page: Page, what: string, title: string): Promise<void> {
  await page.bringToFront();
  expect(await findAxeViolations(page)).toEqual([]);
  await bench.picture(page, `${what}-light-${title}`);
  await inDark(bench, page, async () => {
    expect(await findAxeViolations(page, { ofLooks: true })).toEqual([]);
    await bench.picture(page, `${what}-dark-${title}`);
  });
}
