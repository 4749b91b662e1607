import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { startBrowser } from '../tests/e2e/browser.ts';
import { serveSite } from '../tests/e2e/site.ts';

/** `npm start [-- --firefox]`: builds, opens a browser with the extension in a temporary profile on a demo page. */
const name = process.argv.includes('--firefox') ? 'firefox' : 'chrome';
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

step(`Building the extension for ${name === 'chrome' ? 'Chrome' : 'Firefox'}`);
const { status } = spawnSync(name === 'chrome' ? 'wxt build' : 'wxt build -b firefox --mv3', {
  shell: true,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

step('Serving the demo page as http://news.example/');
const site = await serveSite();

step(`Opening the browser${hasDisplay ? '' : ' without a window, for there is no display'}`);
const { browser, openExtensionPage } = await startBrowser(name, site.port, !hasDisplay);
console.log(await browser.version());
const page = await browser.newPage();
await page.goto('http://news.example/');
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
  await page.waitForSelector('ifg-gloss-card[data-open]');
  await page.screenshot({ path: `pictures/demo-${name}-card.png` });
  await page.keyboard.press('Escape');
  await page.goto('http://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery');
  const popup = await openExtensionPage('popup.html');
  await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: '*://www.instituteforgovernment.org.uk/*' });
    location.replace(`popup.html?tab=${tab?.id}`);
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await popup.setViewport({ width: 400, height: 600 });
  await popup.screenshot({ path: `pictures/demo-${name}-popup.png` });
  await browser.close();
  step('Done');
}
site.close();

declare const chrome: { readonly tabs: { query(of: object): Promise<{ readonly id?: number }[]> } };

function step(text: string): void {
  console.log(`\n▸ ${text}`);
}
