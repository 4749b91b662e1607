import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './firefox-window.ts';
import type { Bench } from './in-browsers.ts';

/** What a reader chooses in the browser's own settings: all websites, or none without a click. */
export async function letIn(bench: Bench, everywhere: boolean): Promise<void> {
  if (bench.name === 'firefox') await letInFirefox(bench, everywhere);
  else await letInChrome(bench, everywhere);
}

/** Has Firefox grant what is asked for without a question, which no driver can answer. */
export async function grantUnasked({ started: { browser } }: Bench): Promise<void> {
  await inFirefoxWindow(browser, `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`);
}

async function letInFirefox({ started: { browser } }: Bench, everywhere: boolean): Promise<void> {
  await inFirefoxWindow(
    browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('ifg-gloss@gloss.example');
      const origins = ['http://*/*', 'https://*/*'];
      await ExtensionPermissions.${everywhere ? 'add' : 'remove'}(extension.id, { permissions: [], origins }, extension);
    })()`,
  );
}

async function letInChrome({ started: { browser, extensionRoot } }: Bench, everywhere: boolean): Promise<void> {
  const settings: Page = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (extensionId, hostAccess) => {
      await Reflect.get(globalThis, 'chrome').developerPrivate.updateExtensionConfiguration({
        extensionId,
        hostAccess,
      });
    },
    new URL(extensionRoot).host,
    everywhere ? 'ON_ALL_SITES' : 'ON_CLICK',
  );
  await settings.close();
}
