import { expect, test } from 'vitest';
import { type ExtensionApi, findTab } from '../../scripts/browsers/extension-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { inBrowsers, readBadge } from './in-browsers.ts';

const FRONT = 'http://prerender.example/';

/** A page without a report that has the browser prepare the next one, which links to one. */
const pages: Pages = ({ hostname, pathname }) => {
  if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  if (hostname !== 'prerender.example') return null;
  if (pathname === '/next')
    return {
      body: `<!doctype html><title>Next</title><script>const wasPrepared = document.prerendering === true;
      document.documentElement.dataset.prepared = wasPrepared</script><a id="link" href="${REPORT}">report</a>`,
    };
  return {
    body: `<!doctype html><title>Front</title><a id="next" href="/next">next</a>
    <script type="speculationrules">{"prerender":[{"urls":["/next"],"eagerness":"immediate"}]}</script>`,
  };
};

inBrowsers('a page that the browser prepares', pages, (bench) => {
  test('counts for nothing until the reader goes there; then it is marked, and drawn so', async () => {
    const page = await bench().open(FRONT);
    const { extension, name } = bench();
    const tabId = await findTab(extension, FRONT);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await readBadge(extension, tabId)).toBe('');
    // The driver loses the page that is replaced by the prepared one.
    void page.evaluate(() => document.querySelector<HTMLElement>('#next')?.click()).catch(() => null);
    const look = () =>
      extension.evaluate(async (id) => {
        const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
        const [found] = await api.scripting.executeScript({
          target: { tabId: id },
          args: [],
          func: () => {
            const link = document.querySelector('#link');
            return {
              wasPrepared: document.documentElement.dataset.prepared,
              mark: link?.getAttribute('data-ifg-gloss'),
              line: link && getComputedStyle(link).textDecorationStyle,
              hasAnnotator: Reflect.get(globalThis, 'ifgGlossAnnotator'),
            };
          },
        });
        return found?.result;
      }, tabId);
    await expect.poll(look, { timeout: 5000 }).toEqual({
      wasPrepared: String(name === 'chrome'),
      mark: 'exact',
      line: 'double',
      hasAnnotator: true,
    });
    await expect.poll(() => readBadge(extension, tabId), { timeout: 5000 }).toBe('17');
  });
});
