import type { Browser } from 'puppeteer-core';

/** What the driver's connection understands; it has no method of its own for the browser's window. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: Record<string, unknown> }>;
}

/** A page of the browser's own that shows nothing; it has the rights of the window that it stands in. */
const OWN_PAGE = 'chrome://browser/content/blanktab.html';

/**
 * Runs an expression in Firefox's own window, where its menus and buttons are, as if the reader were acting.
 * https://firefox-source-docs.mozilla.org/testing/geckodriver/Flags.html#code-allow-system-access-code
 */
export async function inFirefoxWindow(browser: Browser, expression: string): Promise<unknown> {
  const connection = Reflect.get(browser, 'connection') as Connection;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [{ context } = { context: '' }] = tree.result.contexts as { context: string }[];
  // Firefox 140 knows no scopes and names its tabs instead: there a tab of its own leads to the window around it.
  if (await hasRights(connection, context)) return evaluate(connection, context, expression);
  const own = await openOwnPage(connection);
  try {
    return await evaluate(connection, own, inWindowAround(expression));
  } finally {
    await connection.send('browsingContext.close', { context: own });
  }
}

async function openOwnPage(connection: Connection): Promise<string> {
  const { result } = await connection.send('browsingContext.create', { type: 'tab', background: true });
  const context = result.context as string;
  await connection.send('browsingContext.navigate', { context, url: OWN_PAGE, wait: 'none' });
  // The driver hears of no load of the browser's own pages.
  for (let attempt = 0; !(await hasRights(connection, context)); attempt += 1) {
    if (attempt > 500) throw new Error(`${OWN_PAGE} did not open`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return context;
}

/** Whether scripts in a context are the browser's own; false while it is becoming another. */
async function hasRights(connection: Connection, context: string): Promise<boolean> {
  return (await evaluate(connection, context, 'typeof ChromeUtils').catch(() => '')) === 'object';
}

function inWindowAround(expression: string): string {
  return `((window, document) => ${expression})(browsingContext.topChromeWindow, browsingContext.topChromeWindow.document)`;
}

async function evaluate(connection: Connection, context: string, expression: string): Promise<unknown> {
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  });
  if (result.type === 'exception') throw new Error(`Firefox's window: ${JSON.stringify(result.exceptionDetails)}`);
  return (result.result as { readonly value?: unknown }).value;
}

/** Chooses the item with a label in the menu that a click with the right button opened; throws where there is none. */
export async function chooseInMenu(browser: Browser, label: string): Promise<void> {
  await inFirefoxWindow(
    browser,
    `(async () => {
      const menu = document.getElementById('contentAreaContextMenu');
      if (menu.state !== 'open') await new Promise((open) => menu.addEventListener('popupshown', open, { once: true }));
      const item = [...menu.children].find((each) => each.label === ${JSON.stringify(label)} && !each.hidden);
      if (item === undefined) throw new Error('no such item: ' + [...menu.children].map((each) => each.label));
      menu.activateItem(item);
    })()`,
  );
}

/** Opens the popup as a click on the toolbar's button does. */
export async function openToolbarPopup(browser: Browser): Promise<void> {
  await inFirefoxWindow(
    browser,
    `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('ifg-gloss@gloss.example');
      await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);
    })()`,
  );
}

/** Answers Firefox's own question. It takes no answer in its first moments, so that nobody gives one by mistake. */
export async function answerFirefox(browser: Browser, button: 'button' | 'secondaryButton'): Promise<void> {
  const answer = () =>
    inFirefoxWindow(
      browser,
      `(() => {
        const { panel } = window.PopupNotifications;
        if (panel.state !== 'open') return 'closed';
        panel.firstElementChild.${button}.click();
        return 'pressed';
      })()`,
    );
  for (const wanted of ['pressed', 'closed']) {
    for (let attempt = 0; (await answer()) !== wanted; attempt += 1) {
      if (attempt > 50) throw new Error(`Firefox's question is not ${wanted}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
