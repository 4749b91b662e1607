import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { OTHER_PAGE, REPORT } from './apps/addresses.ts';
import { inBrowsers, readBadge } from './in-browsers.ts';
import { putToSleep, SHORT_IDLE } from './sleep.ts';

const SITE = 'http://badge.example';
const COVERED = 'https://www.instituteforgovernment.org.uk/publication/performance-tracker-2025/schools';

/** `?links=` names what a page links to, `?frames=` what the pages in its frames do. */
const pages: Pages = ({ href, hostname, pathname, searchParams }) => {
  if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  if (href.startsWith(REPORT.replace('https', 'http')))
    return { body: `<!doctype html><title>Report</title><main><h1>Report</h1></main>` };
  if (hostname !== 'badge.example' && hostname !== 'frame.example') return null;
  const links = (searchParams.get('links') ?? '').split(' ').filter(Boolean);
  const frames = (searchParams.get('frames') ?? '').split(' ').filter(Boolean);
  return {
    body: `<!doctype html><title>Badge</title>
${links.map((link) => `<p><a href="${link}">${link}</a></p>`).join('\n')}
${frames.map((link) => `<iframe src="http://frame.example/?links=${encodeURIComponent(link)}"></iframe>`).join('\n')}`,
  };
};

function address(links: readonly string[], frames: readonly string[] = []): string {
  return `${SITE}/?${new URLSearchParams({ links: links.join(' '), frames: frames.join(' ') })}`;
}

inBrowsers(
  'the badge',
  pages,
  (bench) => {
    const open: Page[] = [];
    afterEach(async () => {
      for (const page of open.splice(0)) await page.close();
    });
    const visit = async (to: string) => {
      const page = await bench().open(to);
      open.push(page);
      return { page, tabId: await findTab(bench().extension, page.url()) };
    };
    /** Into a window of its own. */
    const moveToWindow = async (moved: number) => {
      const there = await bench().extension.evaluate(async (tabId) => {
        const { tabs, windows } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const { id: windowId } = await windows.create({ tabId });
        return (await tabs.query({ windowId })).map(({ id }: { readonly id: number }) => id);
      }, moved);
      expect(there).toEqual([moved]);
    };
    /** The marks that the popup lists. */
    const countListed = (tabId: number): Promise<number> =>
      bench().extension.evaluate(async (id) => {
        const { runtime } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return (await runtime.sendMessage({ name: 'listMarks', request: { tabId: id } })).length;
      }, tabId);
    const readCounts = (tabId: number): Promise<object> =>
      bench().extension.evaluate(async (key) => {
        const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return (await storage.session.get(key))[key] ?? {};
      }, `tab:${tabId}`);
    const expectBadge = (tabId: number, text: string) =>
      expect.poll(() => readBadge(bench().extension, tabId), { timeout: 5000 }).toBe(text);

    test('counts a post once, whatever number of links leads to it, and follows links that come and go', async () => {
      const { page, tabId } = await visit(address([REPORT, `${REPORT}?utm_source=a`, OTHER_PAGE]));
      await expectBadge(tabId, '17');
      await page.evaluate((href) => {
        const link = Object.assign(document.createElement('a'), { href, textContent: 'another', id: 'another' });
        document.body.append(link);
      }, COVERED);
      await expectBadge(tabId, '18');
      await page.$eval('#another', (link) => link.remove());
      await expectBadge(tabId, '17');
      await page.$$eval('a', (links) => {
        for (const link of links) link.setAttribute('href', 'https://example.com/');
      });
      await expectBadge(tabId, '');
    });

    test('counts what frames have, until they go', async () => {
      const { page, tabId } = await visit(address([COVERED], [REPORT, COVERED]));
      await expectBadge(tabId, '18');
      await page.$eval('iframe', (frame) => frame.remove());
      await expectBadge(tabId, '1');
      await page.$eval('iframe', (frame) => frame.setAttribute('src', 'http://frame.example/?links='));
      await page.$eval('p', (row) => row.remove());
      await expectBadge(tabId, '');
    });

    test('each tab has its own, also in the background, and a new page begins anew', async () => {
      const first = await visit(address([REPORT]));
      const second = await visit(address([COVERED]));
      await expectBadge(second.tabId, '1');
      await expectBadge(first.tabId, '17');
      await first.page.goto(address([]));
      await expectBadge(first.tabId, '');
      await expectBadge(second.tabId, '1');
      // The driver waits for a load that a page from the cache never has.
      await first.page.evaluate(() => history.back());
      await expectBadge(first.tabId, '17');
    });

    test.each([
      ['another site', 'http://frame.example/?links='],
      ['the same site', address([])],
    ])(
      'a page of %s has none of what the page before counts; back, forward and anew each has its own',
      async (_, next) => {
        const { page, tabId } = await visit(address([REPORT], [COVERED]));
        await expectBadge(tabId, '18');
        const go = async (act: string, text: string, marks: number) => {
          // The driver waits for a load that a page from the cache never has.
          await page.evaluate((code) => void setTimeout(code), act);
          // What comes late comes within this time.
          await new Promise((resolve) => setTimeout(resolve, 400));
          await expectBadge(tabId, text);
          await expect.poll(() => countListed(tabId)).toBe(marks);
        };
        await go(`location.href = ${JSON.stringify(next)}`, '', 0);
        await go('history.back()', '18', 2);
        await go('history.forward()', '', 0);
        await go('history.back()', '18', 2);
        await go('location.reload()', '18', 2);
        expect(Object.keys(await readCounts(tabId))).toHaveLength(2);
        await page.close();
        open.splice(open.indexOf(page), 1);
        await expect.poll(() => readCounts(tabId)).toEqual({});
      },
    );

    test('frames keep their count when the page around them navigates within itself', async () => {
      const { page, tabId } = await visit(address([COVERED], [REPORT]));
      await expectBadge(tabId, '18');
      await page.evaluate(() => {
        history.pushState(null, '', '/next');
        document.querySelector('a')?.remove();
      });
      await expectBadge(tabId, '17');
    });

    // When a page reports what is marked, in milliseconds after it has been loaded.
    test.each([100, 125, 175, 200])('comes along to another window, %s ms after the page has loaded', async (after) => {
      const { tabId } = await visit(address([REPORT]));
      await new Promise((resolve) => setTimeout(resolve, after));
      await moveToWindow(tabId);
      await expectBadge(tabId, '17');
    });

    test('stays right in several windows, while the background sleeps and when it has woken', async () => {
      const first = await visit(address([REPORT]));
      const second = await visit(address([COVERED]));
      await moveToWindow(second.tabId);
      await expectBadge(first.tabId, '17');
      await expectBadge(second.tabId, '1');
      await putToSleep(bench().name, bench().started);
      expect(await readBadge(bench().extension, first.tabId)).toBe('17');
      await second.page.evaluate((href) => {
        document.body.append(Object.assign(document.createElement('a'), { href, textContent: 'another' }));
      }, REPORT);
      await expectBadge(second.tabId, '18');
      await putToSleep(bench().name, bench().started);
      await second.page.$eval('a', (link) => link.remove());
      await expectBadge(second.tabId, '17');
      await expectBadge(first.tabId, '17');
    });

    test('counts what is said of the page itself', async () => {
      const { tabId } = await visit(REPORT.replace('https', 'http'));
      await expectBadge(tabId, '17');
    });

    test('goes and comes back with the switch for the site', async () => {
      const { tabId } = await visit(address([REPORT]));
      await expectBadge(tabId, '17');
      const choose = (sitesOff: readonly string[]) =>
        bench().extension.evaluate(
          (settings) => {
            const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
            return api.storage.local.set({ settings });
          },
          { sitesOff },
        );
      await choose(['badge.example']);
      await expectBadge(tabId, '');
      await choose([]);
      await expectBadge(tabId, '17');
    });
  },
  { backgroundIdle: SHORT_IDLE },
);
