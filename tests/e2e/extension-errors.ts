import type { BrowserName } from '../../scripts/browsers/find.ts';
import type { Started } from '../../scripts/browsers/launch.ts';
import { inFirefoxWindow } from './firefox-window.ts';

/** Gives what went wrong in the extension from now on, in its background, its pages and its scripts in pages alike. */
export type ReadErrors = () => Promise<readonly string[]>;

export function watchErrors(name: BrowserName, started: Started): Promise<ReadErrors> {
  return name === 'chrome' ? watchInChrome(started) : watchInFirefox(started);
}

/** What the browser's own list of extensions shows of one where developers look. */
async function watchInChrome({ browser, extensionRoot }: Started): Promise<ReadErrors> {
  const list = await browser.newPage();
  await list.goto('chrome://extensions');
  await list.evaluate(() =>
    Reflect.get(globalThis, 'chrome').developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  const { host } = new URL(extensionRoot);
  return () =>
    list.evaluate(async (id) => {
      const { developerPrivate } = Reflect.get(globalThis, 'chrome');
      const { manifestErrors, runtimeErrors } = await developerPrivate.getExtensionInfo(id);
      return [...manifestErrors, ...runtimeErrors].map(({ message, source }) => `${source}: ${message}`);
    }, host);
}

/** Firefox complains itself where a page is left whose script still waits for an answer. */
async function watchInFirefox({ browser, extensionRoot }: Started): Promise<ReadErrors> {
  await inFirefoxWindow(browser, 'Services.console.reset()');
  const said = `JSON.stringify(Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
    .filter(({ sourceName }) => sourceName.startsWith('${extensionRoot}'))
    .filter(({ errorMessage }) => !errorMessage.includes('Promise rejected after context unloaded'))
    .map(({ errorMessage, sourceName }) => sourceName + ': ' + errorMessage))`;
  return async () => JSON.parse(String(await inFirefoxWindow(browser, said))) as string[];
}
