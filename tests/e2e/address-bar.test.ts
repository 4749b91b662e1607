import { expect, test } from 'vitest';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';

const ASKED = 'role of procurement';
const TITLE = 'The role of procurement in delivering mission-led government';

inBrowsers('the keyword in the address bar', demoPages, (bench) => {
  /** No driver types into the address bar: the extension is told what it is told when something was typed there. */
  async function enter(): Promise<void> {
    const { name, started, extension } = bench();
    if (name === 'firefox')
      return void (await inFirefoxWindow(
        started.browser,
        `(async () => {
          const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('ifg-gloss@gloss.example');
          extension.emit(ExtensionSearchHandler.MSG_INPUT_ENTERED, ${JSON.stringify(ASKED)}, 'currentTab');
        })()`,
      ));
    await extension.evaluate(() =>
      Reflect.get(globalThis, 'chrome').runtime.sendMessage({ name: 'readLibraryState', request: {} }),
    );
    const target = await started.browser.waitForTarget((each) => each.type() === 'service_worker');
    await (await target.worker())?.evaluate(
      (asked) => Reflect.get(globalThis, 'chrome').omnibox.onInputEntered.dispatch(asked, 'currentTab'),
      ASKED,
    );
  }

  test('asks the library, and shows the answer in a tab', async () => {
    const news = await bench().open(NEWS_ADDRESS);
    await news.bringToFront();
    const tab = await findTab(bench().extension, NEWS_ADDRESS);
    await enter();
    const read = () =>
      bench().extension.evaluate((search) => {
        const { extension } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const views = extension.getViews({ type: 'tab' }) as Window[];
        const opened = views.find(({ location }) => location.pathname === '/popup.html' && location.search === search);
        return [opened?.document.querySelector('input')?.value, opened?.document.body.textContent].join('\n');
      }, `?tab=${tab}`);
    await expect.poll(read, { timeout: 10_000 }).toContain(TITLE);
    expect(await read()).toContain(ASKED);
    await news.close();
  });
});
