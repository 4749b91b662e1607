import { readdir } from 'node:fs/promises';
import type { Started } from '../../scripts/browsers/launch.ts';

/** What Firefox's driver sets aside of a profile while the browser runs. */
const ASIDE = '.puppeteer';

/** Ends a whole browser as a crash does, and settles when another may be started with its profile. */
export async function killBrowser({ browser }: Started, profile: string): Promise<void> {
  const process = browser.process();
  const ended = new Promise((resolve) => process?.once('exit', resolve));
  process?.kill('SIGKILL');
  await ended;
  // The driver puts back what it set aside only after the end, and tells nobody.
  while ((await readdir(profile)).some((name) => name.endsWith(ASIDE)))
    await new Promise((resolve) => setTimeout(resolve, 20));
}
