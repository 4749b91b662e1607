import type { Browser, Page } from 'puppeteer-core';
import { createMeter } from './meters.ts';
import { BENCH_SITE } from './pages.ts';

/** Milliseconds after load in which what belongs to the load has come to an end. */
const SETTLE = 1200;

/** What one visit to a page cost its main thread and memory. */
export interface Visit {
  /** Milliseconds in which the page's main thread was busy, as the browser counts them. */
  readonly busy: number;
  /** Bytes in use by scripts of the page and of extensions in it, after garbage collection. */
  readonly heap: number;
  readonly shift: number;
  /** Marks that came and when the last of them came after load, in milliseconds; only where the page watches. */
  readonly marks: number;
  readonly markedAfter: number;
  /** What the action gave. */
  readonly result: number;
}

/** Opens a page, lets it settle, runs one of its actions if one is named, and measures. */
export async function visit(browser: Browser, address: string, action: string | null): Promise<Visit> {
  const page = await browser.newPage();
  const meter = await createMeter(page);
  // The same site first, so that the measured page runs in the same process.
  await page.goto(`${BENCH_SITE}/?links=0&ifg=0`);
  await wait(300);
  let before = await meter.readBusy();
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  if (action !== null) {
    // What the load left behind is not to be cleared away during the action.
    await meter.readHeap();
    before = await meter.readBusy();
  }
  const result = action === null ? 0 : await runAction(page, action);
  if (action !== null) await wait(400);
  const busy = (await meter.readBusy()) - before;
  const heap = await meter.readHeap();
  const { shift, marks, lastMark, loaded } = (await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { ...(Reflect.get(window, 'state') as Record<string, number>), loaded: navigation?.loadEventEnd ?? 0 };
  })) as Record<string, number>;
  await page.close();
  return {
    busy,
    heap,
    shift: shift ?? Number.NaN,
    marks: marks ?? 0,
    markedAfter: (lastMark ?? 0) - (loaded ?? 0),
    result,
  };
}

function runAction(page: Page, action: string): Promise<number> {
  return page.evaluate(async (name) => Number((await Reflect.get(window, name)()) ?? 0), action);
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

/** What the extension's own scripts took in a page, in milliseconds, from the browser's trace. */
export interface OwnTime {
  readonly longest: number;
  readonly total: number;
}

export async function traceOwnTime(browser: Browser, address: string, action: string | null): Promise<OwnTime> {
  const page = await browser.newPage();
  await page.goto(`${BENCH_SITE}/?links=0&ifg=0`);
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  if (action === null) await page.tracing.start({ categories });
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  if (action !== null) {
    await page.tracing.start({ categories });
    await runAction(page, action);
    await wait(SETTLE);
  }
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as { traceEvents: TraceEvent[] };
  await page.close();
  return sumOwnTime(trace.traceEvents);
}

/** One run may be within another's; only the outer one counts. */
function sumOwnTime(events: readonly TraceEvent[]): OwnTime {
  const own = events
    .filter(({ args, dur }) => dur !== undefined && args?.data?.url?.startsWith('chrome-extension://'))
    .sort((a, b) => a.ts - b.ts);
  let [longest, total, end] = [0, 0, 0];
  for (const { ts, dur = 0 } of own) {
    if (ts < end) continue;
    end = ts + dur;
    total += dur / 1000;
    longest = Math.max(longest, dur / 1000);
  }
  return { longest, total };
}

/** NaN of no values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
