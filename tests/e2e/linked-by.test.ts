import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { consentAddress } from '../../core/network/consent-page.ts';
import { findOwnPage, findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, PLAIN_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { answerFirefox } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';
import { ADA, LINKING, type LinkingNetwork, type Manner, startLinkingNetwork } from './linking-network.ts';
import { namesOf, press, pressToLeave } from './press.ts';
import { seeInBoth } from './schemes.ts';

const ASK = 'Ask Bluesky who linked to this';
const SHOW = 'Show who linked to this';
const LINK = REPORT_ADDRESS.replace('http:', 'https:');
/** Requests to one host have a quarter of a second between them, and one question has a dozen. */
const ANSWERED = { timeout: 30_000 };
/** What is pressed by its name. */
const NAMED = 'button, a';
const SOON = { timeout: 10_000 };
/** Milliseconds: the way leads through a dozen pages, half a minute in Firefox, and on a machine that does much else longer than other tests. */
const WHOLE_WAY_WITHIN = 180_000;

inBrowsers('who linked to a page', demoPages, (bench) => {
  let network: LinkingNetwork;
  beforeAll(async () => {
    network = await startLinkingNetwork(LINK);
  });
  afterAll(() => network.stop());
  beforeEach(() => network.asked.splice(0));

  const store = (items: object) =>
    bench().extension.evaluate(async (kept) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      await api.storage.session.clear();
      await api.storage.local.set(kept);
    }, items as never);
  /** As it is before anything is asked, with whom to ask. */
  const begin = (ask: boolean, manner: Manner = 'answers') => {
    network.manner = manner;
    const { address } = network;
    return store({
      network: { on: { ask }, services: { appView: address, linkIndex: address } },
      pauses: {},
      requests: [],
      searchRefused: null,
    });
  };
  const text = (page: Page, selector: string) =>
    page.$$eval(selector, (all) => all.map(({ textContent }) => textContent?.trim() ?? ''));
  const see = async (page: Page, title: string) => {
    await seeInBoth(bench(), page, 'linked-by', title);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  };
  const openReport = async () => {
    const page = await bench().open(REPORT_ADDRESS);
    const popup = await openPopup(bench().started, await findTab(bench().extension, REPORT_ADDRESS));
    await popup.bringToFront();
    await popup.waitForSelector('.linked-by-way');
    return { popup, close: () => Promise.all([popup.close().catch(() => null), page.close()]) };
  };

  test('the whole way: told, switched on, asked, kept, seen in the library, and removed', {
    timeout: WHOLE_WAY_WITHIN,
  }, async () => {
    const { started, name } = bench();
    await begin(false);
    const first = await openReport();
    await expect
      .poll(() => text(first.popup, '.linked-by-about'), SOON)
      .toEqual([expect.stringMatching(/^Sends the address of this page to 127\.0\.0\.1:\d+ and 127\.0\.0\.1:\d+\.$/)]);
    await see(first.popup, 'way');
    // Found and pressed in one step, for what is above it may still grow; the popup closes itself.
    await first.popup
      .$$eval('button', (all, wanted) => all.find(({ textContent }) => textContent === wanted)?.click(), ASK)
      .catch(() => null);
    const consent = await findOwnPage(started, consentAddress({ purpose: 'ask', address: REPORT_ADDRESS }));
    await see(consent, 'consent');
    expect(network.asked).toEqual([]);
    await press(consent, 'Switch on and ask', NAMED);
    if (name === 'firefox') await answerFirefox(started.browser, 'button');
    await expect.poll(() => text(consent, '.linked-by-sum'), ANSWERED).toEqual(['3 posts by 2 people']);
    await see(consent, 'consent-answered');
    await consent.close();
    await first.close();
    const sent = new Set(network.asked.map((path) => new URL(path, network.address).searchParams.get('subject')));
    expect([...sent].filter((form) => form !== null && !form.includes('instituteforgovernment.org.uk'))).toEqual([]);
    expect(sent.has(LINK)).toBe(true);

    network.asked.splice(0);
    const again = await openReport();
    await expect
      .poll(() => text(again.popup, '.linked-by-about'), SOON)
      .toEqual([expect.stringMatching(/^3 posts, asked (?:this minute|\d minutes? ago)\.$/)]);
    await see(again.popup, 'way-told');
    await press(again.popup, SHOW, NAMED);
    await expect.poll(() => text(again.popup, '.linked-by-sum'), SOON).toEqual(['3 posts by 2 people']);
    expect(await text(again.popup, '.linked-by-who')).toEqual([
      'Ada Adair @ada.example.com',
      'Bo <b>Bold</b> @bo.example.com',
    ]);
    await see(again.popup, 'told');
    await press(again.popup, 'Keep this post', NAMED);
    await expect.poll(() => text(again.popup, '.linked-by-known'), SOON).toEqual(['Kept ·']);
    await see(again.popup, 'kept');
    await again.close();
    expect(network.asked).toEqual([]);

    const library = await started.openExtensionPage('library.html?view=accounts');
    await library.bringToFront();
    await library.waitForSelector('.accounts-items');
    await expect.poll(() => text(library, '.accounts-items h3'), SOON).toContain('Kept posts');
    await see(library, 'accounts');
    await press(library, 'Show', NAMED);
    await expect.poll(() => text(library, '.kept-text'), SOON).toEqual([expect.stringMatching(/^Artichokes could/)]);
    await see(library, 'kept-posts');
    await library.type('.shell-head input', 'artichokes');
    await expect.poll(async () => (await text(library, 'main')).join(''), SOON).toContain('Artichokes could be bought');
    await see(library, 'found');
    await library.close();
    const kept = await started.openExtensionPage('library.html?view=kept');
    await press(kept, 'Remove Ada Adair', NAMED);
    await see(kept, 'kept-removal');
    await press(kept, 'Remove for good', NAMED);
    await expect.poll(() => text(kept, 'h1'), SOON).toEqual(['No kept posts']);
    await see(kept, 'kept-none');
    await kept.close();

    const last = await openReport();
    await press(last.popup, SHOW, NAMED);
    await last.popup.waitForSelector('.linked-by-sum');
    expect(await text(last.popup, '.linked-by-known')).toEqual([]);
    await last.close();
  });

  test('by keyboard alone: to the button, in and out again, where it was', async () => {
    await begin(true);
    const { popup, close } = await openReport();
    const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(() => text(popup, '.linked-by-about'), SOON).toEqual([expect.stringMatching(/^Sends/)]);
    await popup.focus('.look-up input');
    for (let at = 0; at < 20 && (await focused()) !== ASK; at += 1) await popup.keyboard.press('Tab');
    expect(await focused()).toBe(ASK);
    const answer = network.hold();
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.linked-by[aria-busy=true] .linked-by-standing button');
    expect(await focused()).toBe('Back to this page');
    await see(popup, 'asking');
    answer();
    await expect.poll(() => text(popup, '.linked-by-sum'), ANSWERED).toEqual(['3 posts by 2 people']);
    expect(await focused()).toBe('Back to this page');
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.linked-by', { hidden: true });
    await expect.poll(focused, SOON).toMatch(/linked to this/);
    await close();
  });

  test('goes on where the popup is closed meanwhile, and is shown the next time', async () => {
    await begin(true);
    const first = await openReport();
    const answer = network.hold();
    await press(first.popup, ASK, NAMED);
    await first.popup.waitForSelector('.linked-by[aria-busy=true] .linked-by-standing button');
    await first.close();
    answer();
    const { popup, close } = await openReport();
    // It is asked still, or was answered meanwhile.
    await popup.$eval('.linked-by-ask', (button) => (button as HTMLElement).click());
    await expect.poll(() => text(popup, '.linked-by-sum'), ANSWERED).toEqual(['3 posts by 2 people']);
    expect(network.asked.filter((path) => path.includes('getPosts'))).toHaveLength(1);
    await close();
  });

  test.each([
    ['nothing', 'No posts were found that link to this.', /The link index knows posts since/],
    ['gone', 'No posts were found that link to this.', /Some posts that were named are not shown/],
    ['down', 'Nobody answered.', /Link index: The server could not be reached/],
    ['refuses', 'Nobody answered.', /Link index: The server refused \(error 403\)\. Its words: not for you/],
    ['limits', 'Nobody answered.', /asked too often.*It can be asked again (?:today|tomorrow) at \d/],
  ] as const)('where the network has %s, it is said, and what can be done', async (manner, sum, why) => {
    await begin(true, manner);
    const { popup, close } = await openReport();
    await press(popup, ASK, NAMED);
    await expect.poll(() => text(popup, '.linked-by-sum'), ANSWERED).toEqual([sum]);
    expect((await text(popup, '.linked-by-completeness'))[0]).toMatch(why);
    expect(await namesOf(popup, NAMED)).toContain('Ask again');
    await see(popup, manner);
    await close();
  });

  test('an account leads to where accounts are added, and nothing is asked of it yet', async () => {
    const { started } = bench();
    await begin(true);
    const { popup, close } = await openReport();
    await press(popup, ASK, NAMED);
    await expect.poll(() => text(popup, '.linked-by-sum'), ANSWERED).toEqual(['3 posts by 2 people']);
    network.asked.splice(0);
    await pressToLeave(popup, `Add this account: @${ADA.handle}`, NAMED);
    const library = await findOwnPage(started, `library.html?view=accounts&add=${ADA.handle}`);
    await library.waitForSelector('#accounts-add-field');
    const field = () => library.$eval('#accounts-add-field', (input) => (input as HTMLInputElement).value);
    await expect.poll(field, SOON).toBe(ADA.handle);
    expect(network.asked).toEqual([]);
    await see(library, 'add');
    await library.close();
    await close();
  });

  test('the side panel asks too, and of an address that was looked up by hand', async () => {
    await begin(true);
    const plain = await bench().open(PLAIN_ADDRESS);
    const panel = await bench().started.openExtensionPage(
      `sidepanel.html?tab=${await findTab(bench().extension, PLAIN_ADDRESS)}`,
    );
    await panel.bringToFront();
    await panel.waitForSelector('main > *');
    expect(await namesOf(panel, NAMED)).not.toContain(ASK);
    await panel.type('.look-up input', LINK);
    await press(panel, ASK, NAMED);
    await expect.poll(() => text(panel, '.linked-by-sum'), ANSWERED).toEqual(['3 posts by 2 people']);
    expect(await text(panel, '.linked-by-text')).toHaveLength(LINKING.length);
    await see(panel, 'panel');
    await panel.close();
    await plain.close();
  });
});
