import { expect, test } from 'vitest';
import { addressOfRoute } from '../../core/library-route.ts';
import { asMarkup, inOneLine } from '../../core/search/one-line.ts';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, NEWS_ADDRESS, PLAIN_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';

const ASKED = 'role of procurement';
const TITLE = 'The role of procurement in delivering mission-led government';
const PUBLICATION = /^\/library\.html\?view=publication&id=publication%3A\w+$/;

/** As the browser takes it from the extension. */
interface Suggested {
  readonly content: string;
  readonly description: string;
}

inBrowsers('the keyword in the address bar', demoPages, (bench) => {
  /** No driver types into the address bar: the extension is told what it is told when something was typed there. */
  const type = async (text: string): Promise<readonly Suggested[]> => {
    const { name, started } = bench();
    if (name === 'firefox')
      return (await inFirefoxWindow(
        started.browser,
        `(async () => {
          const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
          const found = Promise.withResolvers();
          ExtensionSearchHandler.handleSearch({ keyword: 'gloss', text: 'gloss ' + ${JSON.stringify(text)}, inPrivateWindow: false }, found.resolve);
          return JSON.stringify(await found.promise);
        })()`,
      ).then((all) => JSON.parse(String(all)))) as readonly Suggested[];
    return (await worker()).evaluate(
      (typed) =>
        new Promise<readonly Suggested[]>((resolve) => {
          const { omnibox } = Reflect.get(globalThis, 'chrome');
          omnibox.onInputStarted.dispatch();
          omnibox.onInputChanged.dispatch(typed, resolve);
        }),
      text,
    );
  };
  const enter = async (text: string, disposition: string): Promise<void> => {
    const { name, started } = bench();
    if (name === 'firefox')
      return void (await inFirefoxWindow(
        started.browser,
        `(async () => {
          const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('ifg-gloss@gloss.example');
          extension.emit(ExtensionSearchHandler.MSG_INPUT_ENTERED, ${JSON.stringify(text)}, ${JSON.stringify(disposition)});
        })()`,
      ));
    await (await worker()).evaluate(
      (typed, where) => Reflect.get(globalThis, 'chrome').omnibox.onInputEntered.dispatch(typed, where),
      text,
      disposition,
    );
  };
  const worker = async () => {
    const { started, extension } = bench();
    await extension.evaluate(() =>
      Reflect.get(globalThis, 'chrome').runtime.sendMessage({ name: 'readLibraryState', request: {} }),
    );
    const target = await started.browser.waitForTarget((each) => each.type() === 'service_worker');
    const own = await target.worker();
    if (own === null) throw new Error('the background is not running');
    return own;
  };
  /** Where the pages are that are open, and which of them are in front. */
  const listOpen = async () => {
    const open = [];
    for (const page of await bench().started.browser.pages()) {
      const state = () => ({
        protocol: location.protocol,
        path: location.pathname + location.search,
        isInFront: !document.hidden,
      });
      const at = await page.evaluate(state).catch(() => null);
      if (at?.protocol.includes('extension')) open.push({ page, ...at });
    }
    return open;
  };
  const at = async (path: RegExp | string) => (await listOpen()).filter((each) => each.path.match(path) !== null);

  test('suggests what words find, and leads to the first of it in the tab in front', async () => {
    const page = await bench().open(PLAIN_ADDRESS);
    await page.bringToFront();
    const all = await type(ASKED);
    const [first = { content: '', description: '' }] = all;
    expect(all.length).toBeGreaterThan(0);
    expect(all.length).toBeLessThanOrEqual(6);
    expect(first.content).toBe(TITLE);
    expect(first.description).toMatch(
      bench().name === 'chrome'
        ? /^The <match>role<\/match> of <match>procurement<\/match> .*<dim> – Report<\/dim>$/
        : new RegExp(`^${TITLE} – Report$`),
    );
    await enter(first.content, 'currentTab');
    await expect
      .poll(async () => (await at(PUBLICATION)).map(({ isInFront }) => isInFront), { timeout: 10_000 })
      .toEqual([true]);
    expect(await findTab(bench().extension, PLAIN_ADDRESS)).toBe(-1);
    for (const { page: library } of await at(PUBLICATION)) await library.close();
  });

  test('what was typed itself is searched for, in a tab behind where that is wanted', async () => {
    const page = await bench().open(PLAIN_ADDRESS);
    await page.bringToFront();
    await enter(ASKED, 'newBackgroundTab');
    const search = addressOfRoute({ view: 'search', text: ASKED, order: 'relevance' });
    const found = async () => (await listOpen()).filter(({ path }) => path === search);
    await expect
      .poll(async () => (await found()).map(({ isInFront }) => isInFront), { timeout: 10_000 })
      .toEqual([false]);
    for (const { page: library } of await found()) await library.close();
    await page.close();
  });

  test('of an address it is said what is known, in a tab that knows the tab in front', async () => {
    const news = await bench().open(NEWS_ADDRESS);
    await news.bringToFront();
    const tab = await findTab(bench().extension, NEWS_ADDRESS);
    await enter(REPORT_ADDRESS, 'currentTab');
    const read = () =>
      bench().extension.evaluate((search) => {
        const { extension } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const views = extension.getViews({ type: 'tab' }) as Window[];
        const opened = views.find(({ location }) => location.pathname === '/popup.html' && location.search === search);
        return [opened?.document.querySelector('input')?.value, opened?.document.body.textContent].join('\n');
      }, `?tab=${tab}`);
    await expect.poll(read, { timeout: 10_000 }).toContain(TITLE);
    expect(await read()).toContain(REPORT_ADDRESS);
    await news.close();
  });

  test('Chrome takes whatever is written in a line', async () => {
    if (bench().name === 'firefox') return;
    const texts = [
      '</match><url>x</url>',
      `& &amp; "a" 'b' <![CDATA[`,
      '\u0000\u0001\u000b',
      '😀\ud83d',
      '\ufffe\u202e',
    ];
    const lines = texts.map((text) => asMarkup([{ look: 'dim', text: inOneLine(text) }]));
    const said = await (await worker()).evaluate(
      async (descriptions) => {
        const { omnibox, runtime } = Reflect.get(globalThis, 'chrome');
        const take = (description: string) =>
          new Promise((resolve) => {
            try {
              omnibox.setDefaultSuggestion({ description }, () => resolve(runtime.lastError?.message ?? 'taken'));
            } catch (error) {
              resolve(String(error));
            }
          });
        return Promise.all(descriptions.map(take));
      },
      [...lines, '<match>'],
    );
    expect(said.slice(0, -1)).toEqual(texts.map(() => 'taken'));
    // What is no markup would be heard of.
    expect(said.at(-1)).not.toBe('taken');
  });
});
