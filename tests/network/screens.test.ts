import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentAddress } from '../../core/network/consent-page.ts';
import { findOwnPage, findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, KINDS_ADDRESS, PLAIN_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { findAxeViolations } from '../e2e/axe.ts';
import { answerFirefox } from '../e2e/firefox-window.ts';
import { type Bench, inBrowsers } from '../e2e/in-browsers.ts';
import { press, pressToLeave } from '../e2e/press.ts';
import { setNetwork } from './extension-driver.ts';
import { type Hostile, startHostile } from './hostile.ts';
import type { SharedNetwork } from './network.ts';
import { about, post } from './report-posts.ts';
import { createSeedAccount, type SeedAccount } from './seed-account.ts';
import { joinNetwork } from './shared-network.ts';

const SOON = { timeout: 10_000 };
const FEED = 'text-page:drbenpaxton.bsky.social';
const HANDLE = 'ada-of-screens.test';
/** In all, and those of them that speak of a report: the oldest. */
const POSTS = 150;
const SPEAKING = ['Aubergines are bought badly', 'So are artichokes'];

let network: SharedNetwork;
let seed: SeedAccount;

beforeAll(async () => {
  network = await joinNetwork();
  seed = await createSeedAccount(network, 'ben-of-screens.test');
  const ada = await network.createAccount({ handle: HANDLE, displayName: 'Ada', bio: 'Writes about buying.' });
  const silent = Array.from({ length: POSTS - SPEAKING.length }, (_, at) => post(`Lunch ${at}`, '02-01', at));
  await ada.post(...SPEAKING.map((text, at) => about(text, '01-02', at)), ...silent);
  await network.processAll();
});

describe('with a real network', () => {
  inBrowsers('the way through the screens', demoPages, (bench) => {
    let appView: Hostile;
    beforeAll(async () => {
      appView = await startHostile(network.appView, (path) =>
        path.replace('drbenpaxton.bsky.social', seed.account.handle),
      );
    });
    afterAll(() => appView.stop());

    const text = (page: Page, selector: string) =>
      page.$$eval(selector, (all) => all.map(({ textContent }) => textContent).join(' '));
    const see = async (page: Page, title: string) => {
      expect(await findAxeViolations(page)).toEqual([]);
      await bench().picture(page, `screens-${title}`);
    };
    const lookUp = async (asked: string) => {
      const plain = await bench().open(PLAIN_ADDRESS);
      const popup = await openPopup(bench().started, await findTab(bench().extension, PLAIN_ADDRESS));
      await popup.bringToFront();
      await popup.type('.look-up input', asked);
      return { popup, leave: () => Promise.all([popup.close(), plain.close()]) };
    };

    test('a handle is typed, looked at and added, and its posts are found', async () => {
      const { started, extension, name } = bench();
      await setNetwork(extension, appView.address, {});
      const before = await lookUp('aubergines');
      await expect.poll(() => text(before.popup, 'h1.title'), SOON).toContain('No results');
      await before.leave();

      const first = await openAccounts(bench());
      await first.type('#accounts-add-field', HANDLE);
      await press(first, 'Preview');
      const consent = await findOwnPage(started, consentAddress({ purpose: 'accounts', add: HANDLE }));
      expect(appView.asked).toEqual([]);
      await press(consent, 'Switch on and go to accounts');
      if (name === 'firefox') await answerFirefox(started.browser, 'button');
      await consent.waitForSelector('#accounts-add-field');
      // What was written is there.
      await expect
        .poll(() => consent.$eval('#accounts-add-field', (field) => (field as HTMLInputElement).value), SOON)
        .toBe(HANDLE);
      await consent.close();

      await press(first, 'Preview');
      await first.waitForSelector('.accounts-preview');
      expect(await text(first, '.accounts-preview')).toContain('Ada');
      expect(await text(first, '.accounts-preview')).toContain('Writes about buying.');
      expect(await text(first, '.accounts-preview .about')).toContain(`${POSTS} posts in all.`);
      await see(first, 'preview');
      const answer = appView.hold((path) => path.includes('cursor='));
      await press(first, 'Add');
      const figures = () => text(first, '.accounts-figures');
      await expect.poll(figures, SOON).toBe(`100 posts read, of about ${POSTS}`);
      await see(first, 'progress');
      answer();
      await expect.poll(() => text(first, '.accounts-state'), SOON).toMatch(/^2 posts kept\./);
      await see(first, 'added');
      await first.close();

      const after = await lookUp('aubergines');
      await expect.poll(() => text(after.popup, '.item-text'), SOON).toBe(SPEAKING[0]);
      await see(after.popup, 'found');
      await after.leave();
    });

    test('the bundled feed is brought up to date from the popup, and then has nothing new', async () => {
      const { started, name } = bench();
      const page = await bench().open(KINDS_ADDRESS);
      const markOf = (id: string) => page.$eval(`#${id}`, (link) => link.getAttribute('data-ifg-gloss'));
      await expect.poll(() => markOf('likely'), SOON).toBe('likely');
      const popup = await openPopup(started, await findTab(bench().extension, KINDS_ADDRESS));
      await popup.waitForSelector('footer [aria-label]');
      // The popup closes itself.
      await pressToLeave(popup, 'Bring up to date: Ben Paxton');
      const consent = await findOwnPage(started, consentAddress({ purpose: 'refresh', feed: FEED }));
      await press(consent, 'Switch on and bring up to date');
      if (name === 'firefox') await answerFirefox(started.browser, 'button');
      await expect.poll(() => text(consent, '.accounts-done'), SOON).toBe('Up to date: 1 post added.');
      await see(consent, 'up-to-date');
      await consent.close();
      await expect.poll(() => markOf('likely'), SOON).toBe('exact');
      await page.close();

      const accounts = await openAccounts(bench());
      await accounts.waitForSelector('.accounts-item');
      expect(await text(accounts, '.accounts-state')).toMatch(
        /2 posts kept.*31 posts kept|31 posts kept.*2 posts kept/,
      );
      await press(accounts, 'Refresh Ben Paxton');
      await expect.poll(() => text(accounts, '.accounts-done'), SOON).toBe('Up to date: nothing new.');
      await see(accounts, 'nothing-new');
      appView.misbehave('500');
      await press(accounts, 'Refresh Ada');
      await expect
        .poll(() => text(accounts, '.accounts-item .accounts-trouble'), SOON)
        .toMatch(/^The server has a fault \(error 500\)\..*It will be tried again/);
      await see(accounts, 'fault');
      appView.behave();
      await accounts.close();
    });

    test('what is switched off is given back to Firefox', async () => {
      const { extension, name } = bench();
      const accounts = await openAccounts(bench());
      const given = () =>
        extension.evaluate(async () => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          return (await api.permissions.getAll()).data_collection?.toSorted() ?? null;
        });
      const left = (...types: string[]) => expect.poll(given, SOON).toEqual(name === 'firefox' ? types : null);
      await left('browsingActivity', 'searchTerms');
      await accounts.$eval('#accounts-refresh', (box) => (box as HTMLInputElement).click());
      await left('searchTerms');
      await accounts.$eval('#accounts-accounts', (box) => (box as HTMLInputElement).click());
      await left();
      await expect
        .poll(() => accounts.$$eval('.switch', (all) => all.map((box) => (box as HTMLInputElement).checked)))
        .toEqual([false, false, false]);
      await accounts.close();
    });

    test('all that was asked is listed', async () => {
      const page = await bench().started.openExtensionPage('requests.html');
      await page.waitForSelector('tbody tr');
      const host = new URL(appView.address).host;
      const rows = await page.$$eval('tbody tr', (all) =>
        all.map((row) =>
          ['td:nth-child(2)', '.requests-method'].map((each) => row.querySelector(each)?.textContent).join(' '),
        ),
      );
      expect(rows.toReversed()).toEqual(appView.asked.map(({ path }) => `${host} ${methodOf(path)}`));
      await see(page, 'requests');
      await page.close();
    });
  });
});

/** The page with the accounts, wherever that is: the page that asks for consent leads there. */
async function openAccounts({ started }: Bench): Promise<Page> {
  const consent = await started.openExtensionPage(consentAddress({ purpose: 'accounts', add: null }));
  const way = await consent.waitForSelector('.consent-ways a:last-of-type');
  const path = await way?.evaluate((link) => link.getAttribute('href') ?? '');
  await consent.close();
  const accounts = await started.openExtensionPage(path?.slice(1) ?? '');
  await accounts.waitForSelector('#accounts-add-field');
  return accounts;
}

function methodOf(path: string): string {
  return new URL(path, 'http://any.example').pathname.slice('/xrpc/'.length);
}
