import type { Page } from 'puppeteer-core';
import type { Started } from '../../scripts/browsers/launch.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { stopWorker } from './sleep.ts';

/** Stops the background whatever it is at, in either browser; rejects where it goes on. */
export async function stopBackground(started: Started): Promise<void> {
  if (started.extensionRoot.startsWith('moz')) await stopPage(started);
  else await stopWorkers(started);
}

/**
 * Waits, after an update, until Chromium has registered the new worker: one that is stopped before is given up until the browser
 * starts anew. `page` is one of the extension's.
 */
export async function untilRegistered(page: Page): Promise<void> {
  while (!(await page.evaluate(isRegistered))) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Runs in the page. Firefox has no workers of extensions. */
async function isRegistered(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return true;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === 'activated';
}

/** Rests grow, in ms, for what wakes it has to be taken before it is stopped again: 40 attempts take half a minute. */
const LONGEST_REST = 1000;
const MOST_ATTEMPTS = 40;

async function stopWorkers(started: Started): Promise<void> {
  for (let attempt = 0; await isRunning(started); attempt += 1) {
    if (attempt > MOST_ATTEMPTS) throw new Error('the background cannot be stopped');
    // A page that was not answered asks again, and an event that was not taken is sent again, which wakes it again.
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(50 * attempt, LONGEST_REST)));
    await stopWorker(started);
  }
}

async function isRunning({ browser, extensionRoot }: Started): Promise<boolean> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  return targetInfos.some(({ type, url }) => type === 'service_worker' && url.startsWith(extensionRoot));
}

/** As Firefox does with an idle one, and as its own tests do with any. */
async function stopPage({ browser }: Started): Promise<void> {
  const state = await inFirefoxWindow(
    browser,
    `(async () => {
      const { extension } = WebExtensionPolicy.getByID('ifg-gloss@gloss.example');
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    })()`,
  );
  if (state !== 'stopped') throw new Error(`the background is ${state}`);
}
