import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { consentAddress } from '../../core/network/consent-page.ts';
import type { LoggedRequest } from '../../core/network/logged-request.ts';
import { findOwnPage, findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { readShadow } from '../../scripts/browsers/shadow.ts';
import { demoPages, PLAIN_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { openPage } from './card-driver.ts';
import { cardPages } from './card-pages.ts';
import { answerFirefox, inFirefoxWindow } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';
import { press, pressToLeave } from './press.ts';
import { seeInBoth } from './schemes.ts';

const FEED = 'text-page:drbenpaxton.bsky.social';
/** Nobody answers there, and what is sent there does not leave the machine. */
const CLOSED = 'http://127.0.0.1:9';
const UPDATE = consentAddress({ purpose: 'refresh', feed: FEED });

inBrowsers(
  'consent',
  (address) => demoPages(address) ?? cardPages(address),
  (bench) => {
    const see = (page: Page, title: string) => seeInBoth(bench(), page, 'consent', title);
    const openOwn = async (path: string) => {
      const page = await bench().started.openExtensionPage(path);
      await page.bringToFront();
      await page.waitForSelector('h1');
      return page;
    };
    const findOwn = (path: string) => findOwnPage(bench().started, path);
    const tabsAt = (path: string) =>
      bench().extension.evaluate(async (address) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const tabs: { id: number; url?: string; active: boolean }[] = await api.tabs.query({});
        if (api.runtime.getContexts === undefined)
          return tabs.filter(({ url }) => url === address).map(({ active }) => active);
        const contexts: { tabId: number; documentUrl: string }[] = await api.runtime.getContexts({
          contextTypes: ['TAB'],
        });
        const own = contexts.filter(({ documentUrl }) => documentUrl === address).map(({ tabId }) => tabId);
        return tabs.filter(({ id }) => own.includes(id)).map(({ active }) => active);
      }, bench().started.extensionRoot + path);
    const store = (items: object) =>
      bench().extension.evaluate((kept) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return api.storage.local.set(kept);
      }, items as never);
    const read = (key: string): Promise<never> =>
      bench().extension.evaluate(async (of) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return ((await api.storage.local.get(of)) as Record<string, unknown>)[of] as never;
      }, key);
    const letAsk = (refresh: boolean) =>
      store({ network: { on: { refresh }, services: { appView: CLOSED } }, requests: [] });
    const isOn = async () => ((await read('network')) as { on: { refresh?: boolean } }).on.refresh === true;
    const hostsAsked = async () => ((await read('requests')) as LoggedRequest[]).map(({ host }) => host);
    const text = (page: Page, selector: string) => page.$eval(selector, ({ textContent }) => textContent);

    test('says what is asked of whom before it is switched on, and leaves where that is not wanted', async () => {
      await letAsk(false);
      for (const path of [UPDATE, consentAddress({ purpose: 'accounts', add: null })]) {
        const page = await openOwn(path);
        expect(await tabsAt(path)).toHaveLength(1);
        expect(await text(page, 'dd')).toMatch(/^127\.0\.0\.1:9/);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await see(page, path === UPDATE ? 'refresh' : 'accounts');
        await pressToLeave(page, 'Not now');
        await expect.poll(() => tabsAt(path)).toEqual([]);
      }
      expect(await isOn()).toBe(false);
      expect(await hostsAsked()).toEqual([]);
    });

    test('is opened from a card and from the panel, once, and a click there asks nobody', async () => {
      await letAsk(false);
      const card = await openPage(bench(), '/');
      await card.page.focus('#first');
      await card.ask();
      await card.opened();
      const click = () => card.read((root) => root.querySelector<HTMLElement>('footer button')?.click());
      await click();
      const page = await findOwn(UPDATE);
      await card.page.bringToFront();
      await click();
      await expect.poll(() => tabsAt(UPDATE)).toEqual([true]);
      await page.close();
      await card.page.close();

      const report = await bench().open(REPORT_ADDRESS);
      await report.bringToFront();
      const tabId = await findTab(bench().extension, REPORT_ADDRESS);
      const where = (selector: string) => readShadow(bench().extension, tabId, '[data-ifg-gloss-host=panel]', selector);
      await expect.poll(() => where('.tab')).not.toEqual([]);
      const [tab = { x: 0, y: 0 }] = await where('.tab');
      await report.mouse.click(tab.x, tab.y);
      await expect.poll(() => where('footer button')).toHaveLength(1);
      await bench().extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
        target: { tabId: ${tabId} },
        func: () => {
          const host = document.querySelector('[data-ifg-gloss-host=panel]');
          const root = globalThis.chrome?.dom?.openOrClosedShadowRoot(host) ?? host.openOrClosedShadowRoot;
          root.querySelector('footer button').click();
        },
      })`);
      await (await findOwn(UPDATE)).close();
      await report.close();
      expect(await hostsAsked()).toEqual([]);
    });

    test('switches it on at a click, asks then, and says what became of it', async () => {
      await letAsk(false);
      const { name, started } = bench();
      const page = await openOwn(UPDATE);
      if (name === 'firefox') {
        await press(page, 'Switch on and bring up to date');
        await answerFirefox(bench().started.browser, 'secondaryButton');
        await expect.poll(() => text(page, '[role=status]')).toMatch(/^Firefox did not give its permission/);
        await see(page, 'refused');
        expect(await isOn()).toBe(false);
      }
      await press(page, 'Switch on and bring up to date');
      if (name === 'firefox') await answerFirefox(bench().started.browser, 'button');
      await expect
        .poll(() => text(page, '.accounts-who .accounts-trouble'), { timeout: 10_000 })
        .toMatch(/could not be reached/);
      expect(await isOn()).toBe(true);
      expect(await hostsAsked()).toEqual(['127.0.0.1:9']);
      await see(page, 'failed');
      await pressToLeave(page, 'Close');
      await expect.poll(() => tabsAt(UPDATE)).toEqual([]);
      if (name !== 'firefox') return;
      // What is taken back in the browser's own settings is off.
      await inFirefoxWindow(
        started.browser,
        `(async () => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('ifg-gloss@gloss.example');
          await ExtensionPermissions.remove(
            extension.id,
            { permissions: [], origins: [], data_collection: ['browsingActivity'] },
            extension,
          );
        })()`,
      );
      await expect.poll(isOn).toBe(false);
    });

    test('what is on already begins at a click, and the popup and the options need no page for it', async () => {
      await letAsk(true);
      const page = await openOwn(UPDATE);
      expect(await text(page, '.consent-choice')).toMatch(/^You have switched this on already/);
      await see(page, 'on');
      await page.close();
      expect(await hostsAsked()).toEqual([]);

      const plain = await bench().open(PLAIN_ADDRESS);
      const popup = await openPopup(bench().started, await findTab(bench().extension, PLAIN_ADDRESS));
      await popup.waitForSelector('footer [aria-label]');
      await press(popup, 'Bring up to date: Ben Paxton');
      await expect.poll(() => text(popup, '.pane-foot')).toMatch(/could not be reached/);
      await see(popup, 'popup');
      await popup.close();
      await plain.close();

      const { extension } = bench();
      await extension.waitForSelector('.feed button');
      await extension.bringToFront();
      await extension.click('.feed button');
      await expect.poll(() => text(extension, '.feed')).toMatch(/could not be reached/);
      await extension.$eval('.feed', (feed) => feed.scrollIntoView({ block: 'center' }));
      await see(extension, 'options');
      expect(await hostsAsked()).toEqual(['127.0.0.1:9', '127.0.0.1:9']);
      expect(await tabsAt(UPDATE)).toEqual([]);
    });

    test('the popup opens it where it is off, and closes', async () => {
      await letAsk(false);
      const plain = await bench().open(PLAIN_ADDRESS);
      const popup = await openPopup(bench().started, await findTab(bench().extension, PLAIN_ADDRESS));
      await popup.waitForSelector('footer [aria-label]');
      await pressToLeave(popup, 'Bring up to date: Ben Paxton');
      await (await findOwn(UPDATE)).close();
      await plain.close();
      expect(await hostsAsked()).toEqual([]);
    });

    test('what was asked of whom is listed while it is asked, and is cleared', async () => {
      const page = await openOwn('requests.html');
      await store({ requests: [] });
      await expect.poll(() => text(page, 'main')).toMatch(/asks nobody anything until you switch that on/);
      await see(page, 'requests-none');
      const first: LoggedRequest = {
        host: 'public.api.bsky.app',
        what: 'app.bsky.actor.getProfile',
        purpose: 'refresh',
        at: Date.UTC(2026, 10, 23, 12, 0, 1),
        outcome: 'answered',
        status: 200,
        bytes: 1433,
      };
      const what = 'app.bsky.feed.getAuthorFeed';
      const outcomes = ['answered', 'timed-out', 'under-way'] as const;
      const later = outcomes.map((outcome, place) => ({
        ...first,
        ...(outcome !== 'answered' && { status: null, bytes: 0 }),
        what,
        outcome,
        at: first.at + place + 1,
      }));
      await store({ requests: [first, ...later] });
      const answers = () =>
        page.$$eval('td:last-child', (cells) => cells.map(({ textContent }) => textContent?.slice(0, 9)));
      await expect.poll(answers).toEqual(['Under way', 'No answer', 'Answered ', 'Answered ']);
      await see(page, 'requests');
      await press(page, 'Clear the list');
      await expect.poll(() => page.$('table')).toBeNull();
      expect(await read('requests')).toEqual([]);
      await page.close();
    });
  },
);
