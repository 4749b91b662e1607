import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gloss } from '../../core/gloss/gloss.ts';
import { demoPages, KINDS_ADDRESS, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { inBrowsers } from '../e2e/in-browsers.ts';
import { letIn } from '../e2e/site-access.ts';
import { askFrom, readToEnd, setNetwork } from './extension-driver.ts';
import { type Hostile, startHostile } from './hostile.ts';
import { type Network, startNetwork } from './network.ts';
import { createSeedAccount, type SeedAccount } from './seed-account.ts';

/** Pages are marked soon, but other tests run beside these. */
const SOON = { timeout: 10_000 };
const FEED = 'text-page:drbenpaxton.bsky.social';

let network: Network;
let seed: SeedAccount;
let appView: Hostile;

beforeAll(async () => {
  network = await startNetwork();
  seed = await createSeedAccount(network);
  await network.processAll();
  // Outside, the account has the handle that the bundled feed names.
  appView = await startHostile(network.appView, (path) => path.replace('drbenpaxton.bsky.social', seed.account.handle));
}, 120_000);
afterAll(async () => {
  await appView?.stop();
  await network?.stop();
});

describe('with a real network', () => {
  inBrowsers('the bundled feed', demoPages, (bench) => {
    const ask: typeof askFrom = (extension, name, request) => askFrom(extension, name, request);
    const markOf = (page: Page, id: string) => page.$eval(`#${id}`, (link) => link.getAttribute('data-ifg-gloss'));
    const readReport = async () => {
      const found = await ask(bench().extension, 'lookUp', { asked: REPORT_ADDRESS, linkText: '' });
      return found.kind === 'address' ? found.gloss : expect.unreachable();
    };

    test('asks nobody before its reader has switched that on', async () => {
      const { extension } = bench();
      await setNetwork(extension, appView.address, {});
      const before = appView.asked.length;
      expect(await ask(extension, 'bringUpToDate', { feed: FEED })).toEqual({
        ok: false,
        error: { kind: 'failed', failure: { kind: 'not-allowed', purpose: 'refresh' } },
      });
      const news = await bench().open(NEWS_ADDRESS);
      await expect.poll(() => news.$$eval('[data-ifg-gloss]', (marks) => marks.length), SOON).toBe(5);
      await news.close();
      expect(appView.asked).toHaveLength(before);
    });

    test('asks nobody of itself with everything switched on', async () => {
      const { extension } = bench();
      await setNetwork(extension, appView.address);
      const before = appView.asked.length;
      const news = await bench().open(NEWS_ADDRESS);
      await expect.poll(() => news.$$eval('[data-ifg-gloss]', (marks) => marks.length), SOON).toBe(5);
      await ask(extension, 'readAccounts', {});
      await news.close();
      expect(appView.asked).toHaveLength(before);
    });

    test('is brought up to date: marks become sure in pages that are open, and nothing is doubled', async () => {
      const { extension } = bench();
      const page = await bench().open(KINDS_ADDRESS);
      await expect.poll(() => markOf(page, 'likely'), SOON).toBe('likely');
      expect(await ask(extension, 'bringUpToDate', { feed: FEED })).toEqual({ ok: true, value: null });
      const { accounts, bundled } = await readToEnd(extension);
      expect(accounts).toMatchObject([
        { did: seed.account.did, isBundled: true, failure: null, hidden: null, posts: 31 },
      ]);
      expect(bundled).toEqual([]);
      await expect.poll(() => markOf(page, 'likely'), SOON).toBe('exact');
      await page.close();
      const gloss = await readReport();
      expect(gloss.match.sureness).toBe('exact');
      expect(gloss.sections.flatMap(({ recommendations }) => recommendations)).toHaveLength(14);
      expect(Math.max(...gloss.conversations.map(({ posts }) => posts.length))).toBe(17);
      expectNothingDoubled(gloss);
      const { feeds } = await ask(extension, 'readLibraryState', {});
      expect(feeds).toMatchObject([{ id: FEED, isBundled: false, posts: 31, recommendations: 14 }]);
    });

    test('is refreshed once where two windows ask', async () => {
      const { extension, started } = bench();
      const other = await started.openExtensionPage('options.html');
      const before = appView.asked.length;
      await Promise.all([extension, other].map((page) => ask(page, 'refreshAccounts', { did: null })));
      await readToEnd(extension);
      await other.close();
      const asked = appView.asked.slice(before).map(({ path }) => path.split('?')[0]);
      expect(asked.filter((path) => path?.endsWith('getProfile'))).toHaveLength(1);
      expect(appView.mostAtOnce()).toBe(1);
    });

    test('leaves out what was deleted, and gets it back', async () => {
      const { extension } = bench();
      const [added] = await seed.account.post({ text: 'A word on pensions', createdAt: new Date().toISOString() });
      await network.processAll();
      await ask(extension, 'refreshAccounts', { did: null });
      await readToEnd(extension);
      expect(await countPosts(extension)).toBe(32);
      await seed.account.deletePost(added?.uri ?? '');
      await network.processAll();
      await ask(extension, 'refreshAccounts', { did: seed.account.did });
      await readToEnd(extension);
      expect(await countPosts(extension)).toBe(31);
    });

    test('is hidden while its account is deactivated', async () => {
      const { extension } = bench();
      await seed.account.deactivate();
      await network.processAll();
      await ask(extension, 'refreshAccounts', { did: null });
      expect((await readToEnd(extension)).accounts).toMatchObject([{ hidden: 'deactivated' }]);
      expect(await countPosts(extension)).toBe(0);
      await seed.account.reactivate();
      await network.processAll();
      await ask(extension, 'refreshAccounts', { did: null });
      await readToEnd(extension);
      expect(await countPosts(extension)).toBe(31);
    });

    test('asks nobody where Firefox would name the installation: where its reader keeps it from the service', async () => {
      const { extension, name } = bench();
      await letIn(bench(), false);
      const before = appView.asked.length;
      await ask(extension, 'refreshAccounts', { did: null });
      const { accounts } = await readToEnd(extension);
      const withheld = { failure: { kind: 'withheld', host: new URL(appView.address).host } };
      expect(accounts).toMatchObject([{ failure: name === 'firefox' ? withheld : null }]);
      expect(appView.asked.length > before).toBe(name === 'chrome');
      await letIn(bench(), true);
      await ask(extension, 'refreshAccounts', { did: null });
      expect((await readToEnd(extension)).accounts).toMatchObject([{ failure: null, reading: null }]);
    });

    test('is as it was bundled once the account is removed', async () => {
      const { extension } = bench();
      await ask(extension, 'removeAccount', { did: seed.account.did });
      const { feeds } = await ask(extension, 'readLibraryState', {});
      expect(feeds).toMatchObject([{ id: FEED, isBundled: true, posts: 30, recommendations: 14 }]);
      const { accounts, bundled } = await ask(extension, 'readAccounts', {});
      expect(accounts).toEqual([]);
      expect(bundled).toMatchObject([{ id: FEED }]);
    });
  });
});

async function countPosts(extension: Page): Promise<number> {
  const { feeds } = await askFrom(extension, 'readLibraryState', {});
  return feeds.reduce((sum, { posts }) => sum + posts, 0);
}

function expectNothingDoubled({ conversations, sections }: Gloss): void {
  const ids = conversations.flatMap(({ posts }) => posts.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const texts = conversations.flatMap(({ posts }) => posts.map(({ text }) => text));
  expect(new Set(texts).size).toBe(texts.length);
  const numbers = sections.flatMap(({ recommendations }) => recommendations.map(({ number }) => number));
  expect(new Set(numbers).size).toBe(numbers.length);
}
