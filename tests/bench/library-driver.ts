import type { Page } from 'puppeteer-core';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import type { LibraryState } from '../../core/protocol/library-state.ts';
import type { RequestOf } from '../../core/protocol/wire.ts';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { SEAM_PAGE, SHOWN } from './extension-copy.ts';
import { LINKS_ADDRESS } from './library-pages.ts';
import type { LibrarySeam } from './library-seam.ts';

/** A browser with a copy of the extension, its page with the seam, and a page of links. */
export interface Driver {
  readonly started: Started;
  readonly seam: Page;
  readonly links: Page;
  /** Milliseconds from the extension's installation until its library stood. */
  readonly seeded: number;
}

interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly scripting: { executeScript(of: object): Promise<{ readonly result: number }[]> };
}

export interface DriverOptions {
  readonly name: BrowserName;
  readonly port: number;
  readonly built: URL;
  /** The index's whose library is waited for. */
  readonly version: string;
}

export async function startDriver({ name, port, built, version }: DriverOptions): Promise<Driver> {
  const started = await startBrowser(name, port, { withExtension: false, built });
  const start = performance.now();
  await started.install();
  const seam = await started.openExtensionPage(SEAM_PAGE);
  await untilStored(seam, version);
  const seeded = performance.now() - start;
  const links = await started.browser.newPage();
  await links.goto(LINKS_ADDRESS);
  return { started, seam, links, seeded };
}

/** Milliseconds in which the largest library is stored also on a machine that has much else to do. */
const PATIENCE = 300_000;

/** Asks the background, which wakes it, until it has stored an index; rejects where it does not come to that. */
export async function untilStored(seam: Page, version: string, patience = PATIENCE): Promise<void> {
  const start = performance.now();
  for (;;) {
    const state = await readState(seam);
    if (state?.storedIn === 'indexeddb' && state.because === null && state.version === version) return;
    if (performance.now() - start > patience) throw new Error(`not stored: ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Undefined where the background was stopped meanwhile. */
export function readState(seam: Page): Promise<LibraryState | undefined> {
  return seam.evaluate(async () => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
    const message = { name: 'readLibraryState', request: {} };
    return (await api.runtime.sendMessage(message).catch(() => undefined)) as LibraryState | undefined;
  });
}

/** Milliseconds from a question of the extension's own page to its answer; rejects where none comes. */
export function timeAsked<Name extends keyof BackgroundRequests>(
  seam: Page,
  name: Name,
  request: RequestOf<BackgroundRequests, Name>,
): Promise<number> {
  return seam.evaluate(
    async (message) => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
      const start = performance.now();
      const answer = await api.runtime.sendMessage(message);
      if (answer === undefined) throw new Error(`no answer to ${message.name}`);
      return performance.now() - start;
    },
    { name, request: request as unknown },
  );
}

/** Milliseconds until the background, which may have to wake for it, has refused a question of another form. */
export function timeWaking(seam: Page): Promise<number> {
  return seam.evaluate(async () => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
    const start = performance.now();
    const refusal = await api.runtime.sendMessage({ name: 'lookUp', request: {} }).catch(String);
    if (!String(refusal).includes('refused')) throw new Error(`not refused: ${refusal}`);
    return performance.now() - start;
  });
}

/** Milliseconds to an answer for a script of ours in the page of links, as the scanner and the annotator ask. */
export async function timeAskedInPage<Name extends keyof BackgroundRequests>(
  { seam }: Driver,
  name: Name,
  request: RequestOf<BackgroundRequests, Name>,
): Promise<number> {
  const tabId = await findTab(seam, LINKS_ADDRESS);
  const message = { name, request: request as unknown };
  return seam.evaluate(
    async (tab, sent) => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
      const [frame] = await api.scripting.executeScript({
        target: { tabId: tab },
        args: [sent],
        func: async (asked: unknown) => {
          const own = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
          const start = performance.now();
          const answer = await own.runtime.sendMessage(asked);
          return answer === undefined ? -1 : performance.now() - start;
        },
      });
      if (frame === undefined || frame.result < 0) throw new Error('no answer in the page');
      return frame.result;
    },
    tabId,
    message,
  );
}

export interface MarksSeen {
  /** Milliseconds after the page was read. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Loads the page of links anew, and says when its marks came. */
export async function timeMarks({ links }: Driver): Promise<MarksSeen> {
  await links.bringToFront();
  await links.goto(LINKS_ADDRESS, { waitUntil: 'load' });
  return links.evaluate(async () => {
    const marks = Reflect.get(window, 'marks') as { first: number; last: number; count: number };
    const start = performance.now();
    while (marks.count === 0 || performance.now() - marks.last < 500) {
      if (marks.count === 0 && performance.now() - start > 60_000) throw new Error('no link was marked');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const read = navigation?.domInteractive ?? 0;
    return { first: marks.first - read, last: marks.last - read, count: marks.count };
  });
}

/** Milliseconds from the opening of a tab's popup until it shows what the background answered. */
export async function timePopup({ started }: Driver, tabId: number): Promise<number> {
  const popup = await started.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.waitForSelector('main article', { timeout: 60_000 });
  const shown = await popup.evaluate((name) => Number(Reflect.get(globalThis, name)), SHOWN);
  await popup.close();
  return shown;
}

type SeamCall = Exclude<keyof LibrarySeam, 'inspect' | 'putDatabase'>;

/** Milliseconds that a change of the library takes in the extension's own page. */
export function timeChange(seam: Page, call: SeamCall, argument = ''): Promise<number> {
  return seam.evaluate(
    async (name, given) => {
      const own = Reflect.get(globalThis, 'seam') as LibrarySeam;
      const start = performance.now();
      await own[name](given);
      return performance.now() - start;
    },
    call,
    argument,
  );
}

/** Bytes on disk, as the browser counts them. */
export function readDisk(seam: Page): Promise<number> {
  return seam.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);
}
