import type { Page } from 'puppeteer-core';
import type { Started } from '../../scripts/browsers/launch.ts';

/** Milliseconds of scrolling. */
const SCROLLED = 3000;

/** Milliseconds from the library page's opening, with all posts by day, to its first content; the background runs. */
export async function timeLibraryPage(started: Started): Promise<number> {
  return withLibraryPage(started, (page) =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
  );
}

/** Of a hundred frames in which a list of hits is scrolled through, those that were not drawn in time; more hits come meanwhile. */
export async function countDropped(started: Started): Promise<number> {
  return withLibraryPage(started, async (page) => {
    await page.bringToFront();
    return page.evaluate(scroll, SCROLLED);
  });
}

async function withLibraryPage<Answer>(started: Started, measure: (page: Page) => Promise<Answer>): Promise<Answer> {
  const page = await started.openExtensionPage('library.html');
  await page.waitForSelector('.hit');
  const answer = await measure(page);
  await page.close();
  return answer;
}

/** Runs in the page: as fast as a wheel that is turned quickly. */
function scroll(duration: number): Promise<number> {
  const FRAME = 1000 / 60;
  const STEP = 100;
  const { promise, resolve } = Promise.withResolvers<number>();
  let [first, before, dropped] = [0, 0, 0];
  const next = (now: number) => {
    if (first === 0) first = now;
    else dropped += Math.max(0, Math.round((now - before) / FRAME) - 1);
    before = now;
    if (now - first >= duration) return resolve((100 * dropped) / ((now - first) / FRAME));
    window.scrollBy(0, STEP);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return promise;
}
