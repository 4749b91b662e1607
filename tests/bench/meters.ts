import { readdir, readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/find.ts';

/** Reads what a page's process has used, as its browser or the operating system counts it. */
export interface Meter {
  /** Milliseconds of processor time that the main thread of the page has taken so far. */
  readBusy(): Promise<number>;
  /** Bytes in use by scripts of the page and of extensions in it, after garbage collection; NaN where nobody says. */
  readHeap(): Promise<number>;
}

export function createMeter(page: Page): Promise<Meter> {
  const isFirefox = page.browser().process()?.spawnfile.includes('firefox') ?? false;
  return isFirefox ? createFirefoxMeter(page.browser()) : createChromeMeter(page);
}

async function createChromeMeter(page: Page): Promise<Meter> {
  const session = await page.createCDPSession();
  // Processor time, not the clock's: what else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (name: string) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  };
  return {
    readBusy: async () => (await read('TaskDuration')) * 1000,
    async readHeap() {
      await session.send('HeapProfiler.collectGarbage');
      return read('JSHeapUsedSize');
    },
  };
}

/** Firefox tells no driver; Linux counts all of its processes for pages together. */
async function createFirefoxMeter(browser: Browser): Promise<Meter> {
  return {
    readBusy: () => readPageTime(browser, 'firefox'),
    readHeap: async () => Number.NaN,
  };
}

/** What Linux tells of a process. */
interface Process {
  /** Its name, and numbers behind that. */
  readonly stat: string;
  readonly command: string;
}

/** The names that Firefox gives its processes for pages, as far as Linux keeps them. */
const FOR_PAGES = /\((?:Web Content|Isolated Web Co|WebCOOP\+COEP Con)\)/;
const HOLDS_PAGES: Readonly<Record<BrowserName, (process: Process) => boolean>> = {
  chrome: ({ command }) => command.includes('--type=renderer') && !command.includes('--extension-process'),
  firefox: ({ stat }) => FOR_PAGES.test(stat),
};

/** Milliseconds of processor time that the main threads of all of a browser's processes for pages of the web have taken. */
export async function readPageTime(browser: Browser, name: BrowserName): Promise<number> {
  const group = browser.process()?.pid;
  const pids = (await readdir('/proc')).filter((each) => /^\d+$/.test(each));
  const times = await Promise.all(
    pids.map(async (pid) => {
      const [stat, command] = await Promise.all([readProcess(pid, 'stat'), readProcess(pid, 'cmdline')]);
      // Name, state, parent, group.
      const isOfGroup = stat.slice(stat.lastIndexOf(')')).split(' ')[3] === String(group);
      return isOfGroup && HOLDS_PAGES[name]({ stat, command }) ? [await readMainThread(pid)] : [];
    }),
  );
  const found = times.flat();
  if (found.length === 0) throw new Error(`No process of ${name} for pages was found: this is measured on Linux only`);
  return found.reduce((sum, time) => sum + time, 0);
}

/** The first figure of `schedstat` is nanoseconds on a processor. */
async function readMainThread(pid: string): Promise<number> {
  return Number((await readProcess(pid, `task/${pid}/schedstat`)).split(' ')[0]) / 1e6;
}

/** A process may end while it is looked at. */
function readProcess(pid: string, file: string): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}
