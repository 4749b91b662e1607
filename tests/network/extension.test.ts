import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { inBrowsers } from '../e2e/in-browsers.ts';
import { askFrom, readToEnd, setNetwork } from './extension-driver.ts';
import { type Hostile, startHostile } from './hostile.ts';
import { type Network, startNetwork } from './network.ts';
import { createSeedAccount, type SeedAccount } from './seed-account.ts';

const FEED = 'text-page:drbenpaxton.bsky.social';
const PROCUREMENT = 'https://www.instituteforgovernment.org.uk/publication/accountability-government-procurement';

let network: Network;
let seed: SeedAccount;
let appView: Hostile;

beforeAll(async () => {
  network = await startNetwork();
  seed = await createSeedAccount(network);
  await network.processAll();
  appView = await startHostile(network.appView, (path) => path.replace('drbenpaxton.bsky.social', seed.account.handle));
}, 120_000);
afterAll(async () => {
  await appView?.stop();
  await network?.stop();
});

describe('with a real network', () => {
  inBrowsers('the bundled feed', demoPages, (bench) => {
    test('asks nobody before its reader has switched that on', async () => {
      const { extension } = bench();
      await setNetwork(extension, appView.address, {});
      const before = appView.asked.length;
      expect(await askFrom(extension, 'bringUpToDate', { feed: FEED })).toEqual({
        ok: false,
        error: { kind: 'failed', failure: { kind: 'not-allowed', purpose: 'refresh' } },
      });
      const news = await bench().open(NEWS_ADDRESS);
      await expect.poll(() => news.$$eval('[data-ifg-gloss]', (marks) => marks.length)).toBe(5);
      await news.close();
      expect(appView.asked).toHaveLength(before);
    });

    test('is brought up to date', async () => {
      const { extension } = bench();
      await setNetwork(extension, appView.address);
      expect(await askFrom(extension, 'bringUpToDate', { feed: FEED })).toEqual({ ok: true, value: null });
      console.log(JSON.stringify(await readToEnd(extension)));
      const found = await askFrom(extension, 'lookUp', { asked: PROCUREMENT, linkText: '' });
      console.log(JSON.stringify(found).slice(0, 3000));
    });
  });
});
