import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findTab, openPopup } from './browsers/extension-pages.ts';
import { startBrowser } from './browsers/launch.ts';
import { pause } from './pictures/wait.ts';
import { demoPages, NEWS_ADDRESS, REPORT_ADDRESS } from './site/demo-pages.ts';
import { serveSite } from './site/serve.ts';

/** `npm start [-- --firefox]`: builds, opens a browser with the extension in a temporary profile on a demo page. */
const { values } = parseArgs({ options: { firefox: { type: 'boolean' } } });
const name = values.firefox ? 'firefox' : 'chrome';
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

step(`Building the extension for ${name === 'chrome' ? 'Chrome' : 'Firefox'}`);
const { status } = spawnSync(name === 'chrome' ? 'wxt build' : 'wxt build -b firefox --mv3', {
  shell: true,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

step(`Serving the demo page as ${NEWS_ADDRESS}`);
const site = await serveSite(demoPages);

step(`Opening the browser${hasDisplay ? '' : ' without a window, for there is no display'}`);
const started = await startBrowser(name, site.port, { headless: !hasDisplay, withWelcome: hasDisplay });
const { browser } = started;
console.log(await browser.version());
const page = await browser.newPage();
await page.goto(NEWS_ADDRESS);
await page.waitForSelector('[data-ifg-gloss]', { timeout: 20_000 });

step('Marked on the page:');
const marked = await page.$$eval('[data-ifg-gloss]', (links) =>
  links.map(
    (link) => `${link.getAttribute('data-ifg-gloss')}  ${link.textContent}  ${(link as HTMLAnchorElement).href}`,
  ),
);
for (const line of marked) console.log(`  ${line}`);

if (hasDisplay) {
  step('Point at a marked link to see its card. Close the browser to end.');
  await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
} else {
  step('Saving pictures to pictures/');
  await mkdir('pictures', { recursive: true });
  await page.screenshot({ path: `pictures/demo-${name}-marks.png` });
  await page.hover('[data-ifg-gloss]');
  await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
  await pause(500);
  await page.screenshot({ path: `pictures/demo-${name}-card.png` });
  await page.keyboard.press('Escape');
  await page.goto(REPORT_ADDRESS);
  const tab = await findTab(await started.openExtensionPage('options.html'), REPORT_ADDRESS);
  const popup = await openPopup(started, tab);
  await popup.waitForSelector('.sureness');
  await popup.screenshot({ path: `pictures/demo-${name}-popup.png` });
  await browser.close();
  step('Done');
}
site.close();

function step(text: string): void {
  console.log(`\n▸ ${text}`);
}
