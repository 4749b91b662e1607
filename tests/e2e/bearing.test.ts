import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { findAxeViolations } from './axe.ts';
import {
  ANSWER_ADDRESS,
  bearingPages,
  DATA,
  HOSTILE_ADDRESS,
  LONG_ADDRESS,
  OTHER_ADDRESS,
  PDF_ADDRESS,
} from './bearing-pages.ts';
import { inBrowsers } from './in-browsers.ts';

/** Milliseconds of work; where the browser does not tell that, of time, more than in a page that is left alone. */
const A_FRAME = 16;
const ROUNDS = 7;
const SOON = { timeout: 10_000 };

inBrowsers('what bears on the recommendations', bearingPages, (bench) => {
  const opened: Page[] = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close().catch(() => null);
  });

  /** A page, and the pane beside it: as a page of its own, because no driver reaches a side panel. */
  async function openBeside(address: string, view = 'sidepanel') {
    const page = await bench().open(address);
    const tabId = await findTab(bench().extension, address);
    const pane = await bench().started.openExtensionPage(`${view}.html?tab=${tabId}`);
    opened.push(page, pane);
    await pane.setViewport({ width: 400, height: 900 }).catch(() => null);
    await pane.waitForSelector('.bearing button');
    return { page, pane };
  }

  /** What the highlights of a name say. */
  async function marked(page: Page, name: string): Promise<string[]> {
    // Firefox gives pages behind others little time.
    await page.bringToFront();
    return page.evaluate(
      (of) => [...(CSS.highlights.get(of) ?? [])].map((range) => String(range).replace(/\s+/g, ' ')),
      name,
    );
  }

  const look = async (pane: Page) => {
    // For a tab and a page that were looked through before, it looks again.
    await press(pane, 'Look ');
    await pane.waitForSelector('.bearing-found, [role=status] .bearing-line', { timeout: 10_000 });
  };

  test('is found in an answer, marked there, and listed by recommendation with the words that connect them', async () => {
    const { page, pane } = await openBeside(ANSWER_ADDRESS);
    const before = await page.content();
    await look(pane);
    const listed = await texts(pane, '.bearing-recommendation > .item-meta');
    expect(listed).toContain('Recommendation 10 · The role of procurement in delivering mission-led government');
    expect(await texts(pane, '.bearing-passages .item-text')).toContain(DATA);
    expect((await texts(pane, '.bearing-why')).join()).toMatch(/Matched by these words: .*accounting/);
    await expect.poll(() => marked(page, 'ifg-gloss-bearing'), SOON).toContain(DATA);
    expect((await marked(page, 'ifg-gloss-bearing')).join()).not.toContain('canteen');
    expect(await page.content()).toBe(before);
    expect(await findAxeViolations(pane)).toEqual([]);
    await bench().picture(pane, 'bearing-found');
    await bench().picture(page, 'bearing-marked');
  });

  test('what stands in a component is found too; what is hidden, or in a menu, is not', async () => {
    const { pane } = await openBeside(ANSWER_ADDRESS);
    await look(pane);
    const found = await texts(pane, '.bearing-passages .item-text');
    expect(found.join('\n')).toContain('Commercial Innovation Hub');
    expect(found.join('\n')).not.toMatch(/Hidden|Contact/);
  });

  test('leads to the passage', async () => {
    const { page, pane } = await openBeside(ANSWER_ADDRESS);
    await look(pane);
    await page.evaluate(() => {
      document.body.style.paddingBlock = '3000px';
      scrollTo(0, 0);
    });
    await pressItem(pane, 'Managing Public Money');
    await expect.poll(() => marked(page, 'ifg-gloss-bearing-current'), SOON).toEqual([DATA]);
    await expect
      .poll(() =>
        page.$eval('#data', (text) => {
          const { top, bottom } = text.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  });

  test('becomes evidence, is undone, and is seen again by who comes back', async () => {
    const { page, pane } = await openBeside(ANSWER_ADDRESS);
    await look(pane);
    await press(pane, 'Use as evidence: We will revise Managing Public Money');
    await expect
      .poll(() => texts(pane, '.bearing-told'), SOON)
      .toEqual(['Added as evidence of recommendation 10. Undo']);
    await expect.poll(() => marked(page, 'ifg-gloss-evidence'), SOON).toEqual([DATA]);
    expect(await findAxeViolations(pane)).toEqual([]);
    await bench().picture(pane, 'bearing-added');
    await press(pane, 'Undo');
    await expect.poll(() => texts(pane, '.bearing-told'), SOON).toEqual(['Taken back.']);
    await expect.poll(() => marked(page, 'ifg-gloss-evidence'), SOON).toEqual([]);
    expect(await readEvidence(bench().extension)).toEqual([]);
    await press(pane, 'Use as evidence: We will revise Managing Public Money');
    await expect.poll(() => readEvidence(bench().extension), SOON).toHaveLength(1);
    const [evidence] = await readEvidence(bench().extension);
    expect(evidence).toMatchObject({
      address: ANSWER_ADDRESS,
      title: 'Government response',
      quotation: DATA,
      around: { prefix: '', suffix: ' The Treasury will consult on th' },
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      remark: '',
    });
    await page.close();
    await pane.close();

    const again = await openBeside(`${ANSWER_ADDRESS}#again`);
    await expect.poll(() => texts(again.pane, '.bearing-heading'), SOON).toEqual(['Your evidence from this page 1']);
    expect(await marked(again.page, 'ifg-gloss-evidence')).toEqual([]);
    await press(again.pane, 'Mark it in the page');
    await expect.poll(() => marked(again.page, 'ifg-gloss-evidence'), SOON).toEqual([DATA]);
    expect(await findAxeViolations(again.pane)).toEqual([]);
    await bench().picture(again.pane, 'bearing-back');
    await bench().picture(again.page, 'bearing-back-marked');
  });

  test('a text that is selected becomes evidence in two clicks', async () => {
    const { page, pane } = await openBeside(ANSWER_ADDRESS);
    await page.bringToFront();
    await page.evaluate(() => {
      const text = document.querySelector('#other')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 4, text, 39);
    });
    await press(pane, 'Use selected text');
    await pane.waitForSelector('.bearing-quote');
    await expect.poll(() => texts(pane, '.bearing .items .item'), SOON).toHaveLength(14);
    expect(await texts(pane, '.bearing-quote')).toEqual(['office in Leeds will move in spring']);
    expect(await findAxeViolations(pane)).toEqual([]);
    await bench().picture(pane, 'bearing-choose');
    await pressItem(pane, 'Publish longer-term 3y pipelines');
    await expect
      .poll(() => texts(pane, '.bearing-told'), SOON)
      .toEqual(['Added as evidence of recommendation 3. Undo']);
    await expect.poll(() => marked(page, 'ifg-gloss-evidence'), SOON).toContain('office in Leeds will move in spring');
    await press(pane, 'Undo');
    await expect.poll(() => texts(pane, '.bearing-told'), SOON).toEqual(['Taken back.']);
  });

  test('says so where nothing is selected, and takes a text that is pasted', async () => {
    const { pane } = await openBeside(OTHER_ADDRESS);
    await press(pane, 'Use selected text');
    await expect
      .poll(() => texts(pane, '[role=alert]'), SOON)
      .toEqual(['No text is selected in the page. Select some there, or paste it here.']);
    await look(pane);
    expect(await texts(pane, '[role=status] .bearing-line')).toEqual([
      'Nothing on this page bears on the recommendations, as far as their words show.',
    ]);
    await bench().picture(pane, 'bearing-nothing');
    await pane.type('.bearing-paste textarea', 'forty new   allotments');
    await press(pane, 'Use this text');
    await expect.poll(() => texts(pane, '.bearing-quote'), SOON).toEqual(['forty new allotments']);
    await pane.bringToFront();
    await pane.focus('.bearing-filter');
    await pane.keyboard.press('Escape');
    await expect.poll(() => texts(pane, '.bearing-quote'), SOON).toEqual([]);
  });

  test('a page learns nothing, takes its marks off by changing, and has them again where it only draws anew', async () => {
    const { page, pane } = await openBeside(HOSTILE_ADDRESS);
    await look(pane);
    expect((await marked(page, 'ifg-gloss-bearing')).length).toBeGreaterThan(1);
    expect(await page.evaluate('seen')).toEqual([]);
    await page.evaluate('rewrite()');
    await expect
      .poll(() => marked(page, 'ifg-gloss-bearing').then((all) => all.join()), SOON)
      .not.toMatch(/pipelines|Nothing/);
    await pressItem(pane, 'commercial pipelines');
    await expect
      .poll(() => texts(pane, '[role=alert]'), SOON)
      .toEqual(['That text is no longer where it was, or the page does not show it at the moment.']);
    await page.evaluate('redraw()');
    await expect.poll(() => marked(page, 'ifg-gloss-bearing'), SOON).toEqual([]);
    await pressItem(pane, 'Managing Public Money');
    await expect.poll(() => marked(page, 'ifg-gloss-bearing'), SOON).toEqual([DATA]);
    const words = await page.evaluate(() =>
      JSON.stringify([document.documentElement.outerHTML, Object.keys(globalThis)]),
    );
    expect(words).not.toMatch(/ifg-?gloss/i);
  });

  test('a page of 50,000 words goes on being drawn soon while it is read, and what comes after is said to be cut', async ({
    skip,
  }) => {
    const { page, pane } = await openBeside(LONG_ADDRESS);
    await page.bringToFront();
    await look(pane);
    expect((await texts(pane, '.bearing-quiet')).join()).toContain('Read: 50,000 words. The page is longer than that');
    if (bench().name === 'chrome') return expect(await workOf(page, pane)).toBeLessThan(A_FRAME);
    await page.evaluate(watchGaps);
    const { asked, alone } = await gapsOf(page, pane);
    if (alone > A_FRAME) skip(`the machine is too busy to tell: a page left alone waited for ${alone} ms`);
    expect(asked - alone).toBeLessThan(A_FRAME);
  }, 60_000);

  test('of a PDF it is said that no extension may read it, and a text of it is pasted', async () => {
    const { pane } = await openBeside(PDF_ADDRESS);
    await press(pane, 'Use selected text');
    await pane.waitForSelector('.bearing-paste[open] textarea');
    // Chrome's viewer lets scripts into the page around the PDF.
    if (bench().name === 'firefox')
      await expect
        .poll(() => texts(pane, '.bearing > .notice'), SOON)
        .toEqual([
          'The browser lets no extension read inside this PDF. Paste a text from it below to use it as evidence.',
        ]);
    await pane.type('.bearing-paste textarea', 'As the PDF says');
    await press(pane, 'Use this text');
    await expect.poll(() => texts(pane, '.bearing .items .item'), SOON).toHaveLength(14);
    await pressItem(pane, 'Publish longer-term 3y pipelines');
    await expect
      .poll(() => texts(pane, '.bearing-told'), SOON)
      .toEqual(['Added as evidence of recommendation 3. Undo']);
    expect(await findAxeViolations(pane)).toEqual([]);
    await bench().picture(pane, 'bearing-pdf');
    await press(pane, 'Undo');
    await expect.poll(() => texts(pane, '.bearing-told'), SOON).toEqual(['Taken back.']);
  });

  test('the popup has all of it too', async () => {
    const { pane } = await openBeside(ANSWER_ADDRESS, 'popup');
    await look(pane);
    expect(await texts(pane, '.bearing-passages .item-text')).toContain(DATA);
    expect(await findAxeViolations(pane)).toEqual([]);
    await bench().picture(pane, 'bearing-popup');
  });
});

/** The longest task of a page's main thread while it is looked through, in milliseconds of the processor's time. */
async function workOf(page: Page, pane: Page): Promise<number> {
  await page.tracing.start({ categories: ['toplevel', 'devtools.timeline'] });
  await pane.evaluate(lookAgain);
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const isMain = ({ pid, tid }: TraceEvent) =>
    traceEvents.some((each) => each.pid === pid && each.tid === tid && each.args?.name === 'CrRendererMain');
  const tasks = traceEvents.filter((each) => each.name === 'ThreadControllerImpl::RunTask' && (each.tdur ?? 0) > 1000);
  expect(traceEvents.some(({ name }) => name === 'ThreadControllerImpl::RunTask')).toBe(true);
  return Math.max(0, ...tasks.filter(isMain).map(({ tdur = 0 }) => tdur / 1000));
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor's time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Milliseconds for which a page waits for its turn at most, looked through and left alone: each the least of several rounds,
 * for what else the machine does only adds to it.
 */
async function gapsOf(page: Page, pane: Page) {
  const asked: number[] = [];
  const alone: number[] = [];
  const longest = async (during: () => Promise<unknown>) => {
    await page.evaluate('longest.gap = 0');
    await during();
    return (await page.evaluate('longest.gap')) as number;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    asked.push(await longest(() => pane.evaluate(lookAgain)));
    const took = performance.now() - begun;
    alone.push(await longest(() => sleep(took)));
  }
  console.log(`longest waits of a page, in ms: looked through ${inOrder(asked)}; left alone ${inOrder(alone)}`);
  return { asked: Math.min(...asked), alone: Math.min(...alone) };
}

function inOrder(numbers: readonly number[]): string {
  return numbers.toSorted((one, other) => one - other).join(', ');
}

/** Runs in a pane: looks, and waits until another answer stands there. */
async function lookAgain(): Promise<void> {
  const answer = () => document.querySelector('[role=status] .bearing-line');
  const before = answer();
  document.querySelector<HTMLButtonElement>('.bearing .button')?.click();
  while (answer() === null || answer() === before) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Runs in a page: how long it was held at most, in milliseconds. */
function watchGaps(): void {
  const longest = { gap: 0 };
  Object.assign(globalThis, { longest });
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest.gap = Math.max(longest.gap, now - last);
    last = now;
    channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => (textContent ?? '').trim()));
}

/** As a reader does: by its name, or how that begins. */
async function press(page: Page, name: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.$$eval(
          '.bearing button',
          (buttons, wanted) => {
            const button = buttons.find((each) =>
              (each.ariaLabel ?? each.textContent?.trim() ?? '').startsWith(wanted),
            );
            button?.click();
            return button !== undefined;
          },
          name,
        ),
      SOON,
    )
    .toBe(true);
}

async function pressItem(page: Page, words: string): Promise<void> {
  await page.$$eval(
    '.bearing .item',
    (items, wanted) => {
      const item = items.find(({ textContent }) => textContent?.includes(wanted));
      if (!(item instanceof HTMLElement)) throw new Error(`no ${wanted}`);
      item.click();
    },
    words,
  );
}

function readEvidence(extension: Page): Promise<readonly unknown[]> {
  return extension.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { items } = await api.runtime.sendMessage({
      name: 'listOwn',
      request: { kind: 'follow-up', start: 0, isAnchored: false },
    });
    return items.flatMap(({ evidence }: { readonly evidence: readonly unknown[] }) => evidence);
  });
}
