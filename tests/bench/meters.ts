import { readdir, readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer-core';

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

/** Firefox tells no driver; Linux counts the main threads of its processes for pages, all of them together. */
async function createFirefoxMeter(browser: Browser): Promise<Meter> {
  const group = browser.process()?.pid;
  return {
    async readBusy() {
      const times = await Promise.all((await listPageProcesses(group)).map(readMainThread));
      return times.reduce((sum, time) => sum + time, 0);
    },
    readHeap: async () => Number.NaN,
  };
}

/** The names that Firefox gives its processes for pages, as far as Linux keeps them. */
const FOR_PAGES = /\((?:Web Content|Isolated Web Co|WebCOOP\+COEP Con)\)/;

async function listPageProcesses(group: number | undefined): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(processes.map((pid) => readProcess(pid, 'stat')));
  const found = processes.filter((_, index) => {
    const stat = stats[index] ?? '';
    // Name, state, parent, group.
    return FOR_PAGES.test(stat) && stat.slice(stat.lastIndexOf(')')).split(' ')[3] === String(group);
  });
  if (found.length === 0) throw new Error('No process of Firefox for pages was found: this is measured on Linux only');
  return found;
}

/** The first figure of `schedstat` is nanoseconds on a processor. */
async function readMainThread(pid: string): Promise<number> {
  return Number((await readProcess(pid, `task/${pid}/schedstat`)).split(' ')[0]) / 1e6;
}

/** A process may end while it is looked at. */
function readProcess(pid: string, file: string): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}
