import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { BUILT, type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { demoPages, PLAIN_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { closeView, openToolbarButton, readDrawing } from '../e2e/views.ts';
import { median, wait } from './measure.ts';

/**
 * `npm run bench:views`: how soon the popup at the toolbar and the extension's pages in tabs are drawn, with the bundled feed: the
 * median of the milliseconds from a view's navigation to its first content. Of several builds, whose folders are given, each
 * view is opened in one after the other, so that what else the machine does falls to all of them alike.
 */
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const PAGES = ['library', 'options', 'consent', 'welcome', 'own-frame'] as const;
const VIEWS = ['popup', ...PAGES] as const;
type View = (typeof VIEWS)[number];

/** Milliseconds in which a page is drawn. */
const SETTLE = 400;

const builds = positionals.length === 0 ? [BUILT] : positionals.map((folder) => pathToFileURL(`${folder}/`));
const rounds = Number(values.rounds);
const site = await serveSite(demoPages);
for (const name of ['chrome', 'firefox'] as const) await measure(name);
site.close();
process.exit(0);

async function measure(name: BrowserName): Promise<void> {
  const sides = await Promise.all(builds.map((built) => open(name, built)));
  // The first of each is not counted: what it reads is in memory then.
  for (let round = 0; round <= rounds; round += 1)
    for (const view of VIEWS)
      for (const { drawn, openView } of sides) {
        const milliseconds = await openView(view);
        if (round > 0) drawn[view].push(milliseconds);
      }
  for (const [index, { drawn, started }] of sides.entries()) {
    const figures = VIEWS.map((view) => `${view} ${median(drawn[view]).toFixed(0)}`);
    console.log(`${await started.browser.version()}, ${positionals[index] ?? 'as built'}, ms: ${figures.join(', ')}`);
    await started.browser.close();
  }
}

async function open(name: BrowserName, built: URL) {
  const started = await startBrowser(name, site.port, { built });
  const extension = await started.openExtensionPage('requests.html');
  const front = await started.browser.newPage();
  await front.goto(PLAIN_ADDRESS);
  const drawn: Record<View, number[]> = {
    popup: [],
    library: [],
    options: [],
    consent: [],
    welcome: [],
    'own-frame': [],
  };
  const openPopup = async () => {
    await front.bringToFront();
    await openToolbarButton(started, extension);
    const { drawn: milliseconds } = await readDrawing(extension, 'popup');
    await closeView(extension, 'popup');
    return milliseconds;
  };
  return { started, drawn, openView: (view: View) => (view === 'popup' ? openPopup() : openTab(started, view)) };
}

/** What draws nothing by itself, as the frame of a card does, is drawn when its scripts have run. */
async function openTab(started: Started, view: View): Promise<number> {
  const page = await started.openExtensionPage(`${view}.html`);
  await page.bringToFront();
  await wait(SETTLE);
  const milliseconds = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return paint?.startTime ?? navigation?.domContentLoadedEventEnd ?? Number.NaN;
  });
  await page.close();
  return milliseconds;
}
