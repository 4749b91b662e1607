import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { Page as Served } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { chooseSettings, type Driver, openPage, rest } from './card-driver.ts';
import { inBrowsers } from './in-browsers.ts';

const link = (content = 'a report') => `<a id="a" href="${REPORT}">${content}</a>`;
const LINE = `<p>See ${link()}.</p>`;
/** Fields, pictures or elements that bear every name of some classes of the browser. */
const named = (markup: string, ...classes: readonly string[]) => `<script>
  const names = new Set([${classes}].flatMap((one) => Object.getOwnPropertyNames(one.prototype ?? one)));
  document.currentScript.insertAdjacentHTML('afterend', [...names].map((name) => ${JSON.stringify(markup)}.replaceAll('NAME', name)).join(''));
</script>`;
const FIELDS = named('<input name="NAME" hidden>', 'HTMLFormElement', 'HTMLElement', 'Element', 'Node', 'EventTarget');
const component = (name: string, markup: string, mode = 'closed') => `<script>
  customElements.define('${name}', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: '${mode}' });
      root.innerHTML = \`${markup}\`;
      root.querySelector('dialog')?.showModal();
    }
  });
</script>`;
const stopping = (names: readonly string[], target: string, how: string) =>
  `<script>for (const name of ${JSON.stringify(names)}) ${target}.addEventListener(name, (event) => event.${how}(), true)</script>`;
const POINTER = [
  'pointerover',
  'pointermove',
  'pointerenter',
  'pointerout',
  'mouseover',
  'mousemove',
  'mouseenter',
  'focusin',
  'focus',
];
const trap = (script: string) =>
  `<div id="trap" tabindex="-1">${LINE}<button id="x">ok</button></div><p><button>other</button></p><script>${script}</script>`;
const BLOCK = `<a id="a" href="${REPORT}" style="display:block;height:3000px;background:#cde">a report</a>`;
const MOVING = `<div id="head" style="height:900px"><input id="field"></div>${BLOCK}`;
const XML = '<?xml version="1.0"?>';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><a id="a" href="${REPORT}"><text x="20" y="50">A report</text></a></svg>`;

const PAGES: Readonly<Record<string, string | Served>> = {
  form: `<form>${FIELDS}<p>See ${link()}.</p><span id="written">${REPORT}</span></form>`,
  'form itself': `<form style="position:relative">${FIELDS}${REPORT} <p>See ${link('<b>a</b> report')}.</p></form>`,
  document:
    named('<img name="NAME" alt=""><form name="NAME"></form>', 'Document', 'Node', 'EventTarget') +
    LINE +
    `<p id="written">${REPORT}</p>`,
  window:
    [
      'chrome',
      'browser',
      'ifgGlossShowCard',
      'ifgGlossTextMarks',
      'ifgGlossLinkMarks',
      'ifgGlossAnnotator',
      'Document',
      'Reflect',
      'location',
      'matchMedia',
      'getComputedStyle',
    ]
      .map((id) => `<b id="${id}"></b><form name="${id}"></form>`)
      .join('') + LINE,
  frames:
    ['chrome', 'browser', 'ifgGlossShowCard', 'ifgGlossTextMarks', 'ifgGlossLinkMarks', 'ifgGlossAnnotator']
      .map((id) => `<iframe name="${id}" width="9" height="9"></iframe>`)
      .join('') + LINE,
  'stopped at the window': stopping(POINTER, 'window', 'stopImmediatePropagation') + LINE,
  'stopped at the document': stopping(POINTER, 'document', 'stopPropagation') + LINE,
  'pointer captured': `<p>See ${link()}.</p><script>addEventListener('pointerover', (e) => { try { document.body.setPointerCapture(e.pointerId) } catch {} }, true)</script>`,
  'focusout trap': trap(
    `trap.addEventListener('focusout', (e) => { if (!trap.contains(e.relatedTarget)) setTimeout(() => x.focus()) })`,
  ),
  'focusout trap at once': trap(
    `trap.addEventListener('focusout', (e) => { if (!trap.contains(e.relatedTarget)) x.focus() })`,
  ),
  'focusin trap': trap(`document.addEventListener('focusin', (e) => { if (!trap.contains(e.target)) x.focus() })`),
  'focusin trap, captured': trap(
    `document.addEventListener('focusin', (e) => { if (!trap.contains(e.target)) x.focus() }, true)`,
  ),
  'focus trap, captured': trap(
    `document.addEventListener('focus', (e) => { if (!trap.contains(e.target)) x.focus() }, true)`,
  ),
  'blur trap': trap(`document.querySelector('#a').addEventListener('blur', () => setTimeout(() => x.focus()))`),
  inert: trap(`for (const e of document.body.children) if (e.id !== 'trap') e.inert = true`),
  'window focusin trap': trap(`addEventListener('focusin', (e) => { if (!trap.contains(e.target)) x.focus() }, true)`),
  'window focusout trap': trap(
    `addEventListener('focusout', (e) => { if (!trap.contains(e.relatedTarget)) setTimeout(() => x.focus()) }, true)`,
  ),
  'timer trap': trap(`setInterval(() => { if (!trap.contains(document.activeElement)) x.focus() }, 200)`),
  'written anew': `<p>old ${link()}</p><script>addEventListener('load', () => setTimeout(() => { document.open(); document.write(${JSON.stringify(`<!doctype html><p id=new>new ${link()}</p>`)}); document.close() }, 500))</script>`,
  svg: { type: 'image/svg+xml', body: PICTURE },
  'svg in xml': { type: 'application/xml', body: XML + PICTURE },
  feed: {
    type: 'text/xml',
    body: `${XML}<feed><h:a ${XHTML.replace('xmlns', 'xmlns:h')} id="a" href="${REPORT}">a report</h:a></feed>`,
  },
  xhtml: {
    type: 'application/xhtml+xml',
    body: `${XML}<html ${XHTML}><head><title>t</title></head><body><p>See ${link()}.</p></body></html>`,
  },
  'xhtml as xml': { type: 'application/xml', body: `${XML}<html ${XHTML}><body><p>See ${link()}.</p></body></html>` },
  'xhtml as text/xml': { type: 'text/xml', body: `${XML}<html ${XHTML}><body><p>See ${link()}.</p></body></html>` },
  'full screen': `<div id="f" style="background:#fff">${LINE}</div><button id="go" onclick="f.requestFullscreen()">go</button>`,
  'full screen of a video’s parent': `<div id="f" style="background:#fff"><video width="300" height="100"></video>${LINE}</div><button id="go" onclick="f.requestFullscreen()">go</button>`,
  'full screen of the root': `${LINE}<button id="go" onclick="document.documentElement.requestFullscreen()">go</button>`,
  'full screen of a component': `<play-er id="f">${`<p slot="text">See ${link()}.</p>`}</play-er><button id="go" onclick="f.requestFullscreen()">go</button>${component('play-er', '<div style="background:#fff"><slot name="text"></slot></div>')}`,
  'full screen of a frame': `<iframe id="f" allow="fullscreen" width="400" height="300" src="/inner"></iframe><button id="go" onclick="f.requestFullscreen()">go</button>`,
  inner: LINE,
  dialog: `<dialog id="d">${LINE}<button>ok</button></dialog><script>d.showModal()</script>`,
  'dialog in nested roots': `<out-er></out-er>${component('inn-er', `<dialog>${LINE}</dialog>`)}${component('out-er', '<section><inn-er></inn-er></section>')}`,
  'dialog with a slotted component': `<out-er></out-er>${component('inn-er', `<slot></slot>`)}${component('out-er', `<dialog><inn-er><p>See ${link()}.</p></inn-er></dialog>`)}`,
  popover: `<div id="p" popover>${LINE}</div><script>p.showPopover()</script>`,
  'popover in a dialog': `<dialog id="d"><div id="p" popover>${LINE}</div></dialog><script>d.showModal(); p.showPopover()</script>`,
  app: `<div id="root"><div id="around">${LINE}</div></div><p id="after">text</p>`,
  moving: MOVING,
  'scroller in a component': `<scroll-er></scroll-er>${component('scroll-er', `<div id="s" style="height:100px;overflow:auto"><p>See ${link()}.</p><div style="height:900px"></div></div>`, 'open')}`,
  'scroller around a component': `<div id="s" style="height:100px;overflow:auto"><li-nk></li-nk><div style="height:900px"></div></div>${component('li-nk', `<p>See ${link()}.</p>`, 'open')}`,
};

inBrowsers(
  'the card in hard pages',
  ({ hostname, pathname }) => {
    if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
    const page = PAGES[decodeURIComponent(pathname.slice(1))];
    if (hostname !== 'card.example' || page === undefined) return null;
    return typeof page === 'string' ? { body: `<!doctype html><meta charset="utf-8"><title>t</title>${page}` } : page;
  },
  (bench) => {
    beforeAll(() => chooseSettings(bench(), { dwell: 100 }));
    const on = async (name: string, use: (driver: Driver) => Promise<void>) => {
      const driver = await openPage(bench(), `/${encodeURIComponent(name)}`);
      try {
        await use(driver);
      } finally {
        await driver.page.close();
      }
    };
    const isShown = async ({ read }: Driver) => (await read(() => true)) === true;
    const shown = (driver: Driver) => expect.poll(() => isShown(driver), { timeout: 3000, interval: 30 }).toBe(true);
    const closed = (driver: Driver) => expect.poll(() => isShown(driver), { timeout: 3000, interval: 30 }).toBe(false);
    /** The link's middle, in whatever shadow roots it stands. */
    const find = ({ page }: Driver, selector = '#a') =>
      page.evaluate((name) => {
        const box = Document.prototype.querySelector.call(document, name)?.getBoundingClientRect();
        return box
          ? { x: box.left + Math.min(box.width / 2, 60), y: box.top + Math.min(box.height / 2, 20) }
          : { x: 60, y: 30 };
      }, selector);
    const hover = async (driver: Driver, { x, y }: { x: number; y: number }) => {
      await driver.page.mouse.move(x - 2, y, { steps: 2 });
      await driver.page.mouse.move(x, y);
    };

    test.each([
      'form',
      'form itself',
      'document',
      'window',
      'frames',
      'stopped at the window',
      'stopped at the document',
      'pointer captured',
      'xhtml',
      'xhtml as xml',
      'xhtml as text/xml',
      'popover',
      'popover in a dialog',
      'dialog',
    ])('hover: %s', (name) =>
      on(name, async (driver) => {
        await hover(driver, await find(driver));
        await shown(driver);
        await driver.page.mouse.move(700, 5, { steps: 3 });
        await closed(driver);
      }),
    );

    test.each([
      'form',
      'form itself',
      'document',
      'window',
      'frames',
      'stopped at the window',
      'stopped at the document',
      'xhtml',
      'focusout trap',
      'focusout trap at once',
      'focusin trap',
      'focusin trap, captured',
      'focus trap, captured',
      'blur trap',
      'inert',
      'dialog',
      'window focusin trap',
      'window focusout trap',
      'timer trap',
    ])('keyboard: %s', (name) =>
      on(name, async (driver) => {
        await driver.page.keyboard.press('Tab');
        await driver.page.evaluate(() =>
          HTMLElement.prototype.focus.call(Document.prototype.querySelector.call(document, '#a')),
        );
        await expect.poll(() => driver.voice(), { timeout: 2000 }).toMatch(/\w/);
        await driver.ask();
        await shown(driver);
        await rest(400);
        expect(await driver.focused()).not.toBe('nothing');
      }),
    );

    test.each(['form', 'document'])('text: %s', (name) =>
      on(name, async (driver) => {
        const point = await find(driver, '#written');
        await rest(600);
        await hover(driver, point);
        await shown(driver);
      }),
    );
    test('text directly in a form', () =>
      on('form itself', async (driver) => {
        await rest(600);
        await hover(driver, { x: 60, y: 16 });
        await shown(driver);
      }));

    test.each(['svg', 'svg in xml', 'feed'])('nothing: %s', (name) =>
      on(name, async (driver) => {
        const errors: unknown[] = [];
        driver.page.on('pageerror', (error) => errors.push(error));
        await hover(driver, await find(driver));
        await rest(500);
        expect(await isShown(driver)).toBe(false);
        expect(errors).toEqual([]);
      }),
    );

    test('written anew', () =>
      on('written anew', async (driver) => {
        await driver.page.waitForSelector('#new [data-ifg-gloss]', { timeout: 4000 });
        await hover(driver, await find(driver));
        await shown(driver);
      }));

    test.each([
      'full screen',
      'full screen of a video’s parent',
      'full screen of the root',
      'full screen of a component',
    ])('%s', (name) =>
      on(name, async (driver) => {
        const { page } = driver;
        await page.click('#go');
        await page.waitForFunction(() => document.fullscreenElement !== null, { timeout: 3000 });
        await rest(200);
        await hover(driver, await find(driver));
        await shown(driver);
        const { left, top } = await driver.where();
        await page.mouse.move(left + 60, top + 60, { steps: 6 });
        await rest(500);
        expect(await isShown(driver)).toBe(true);
        await driver.press('.handle');
      }),
    );

    test.each(['dialog in nested roots', 'dialog with a slotted component'])('%s', (name) =>
      on(name, async (driver) => {
        await hover(driver, await driver.page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 })));
        await shown(driver).catch(async (e) => {
          await bench().picture(driver.page, 'fault');
          throw e;
        });
      }),
    );

    /** Opens the card by the keyboard, or pinned, and says what becomes of it when the page does something. */
    const after = async (driver: Driver, change: string, { isPinned = false } = {}) => {
      await driver.page.focus('#a');
      await driver.ask();
      await shown(driver);
      if (isPinned) await driver.press('[aria-pressed]');
      await driver.page.evaluate(change);
      await rest(350);
      return isShown(driver);
    };
    const A = "document.querySelector('#a')";
    test.each([
      ["history.pushState({}, '', '/other')"],
      ["history.replaceState({}, '', '/other')"],
      [`history.pushState({}, '', '?id=2'); ${A}.remove()`],
      [`${A}.remove()`],
      [`${A}.replaceWith(${A}.cloneNode(true))`],
      [`${A}.href = 'https://example.com/'`],
      [`${A}.style.display = 'none'`],
      [`${A}.style.visibility = 'hidden'`],
      ['around.hidden = true'],
      ["around.hidden = 'until-found'"],
      ["around.style.visibility = 'hidden'"],
      ["around.style.contentVisibility = 'hidden'"],
      ["root.innerHTML = '<p>Another page</p>'"],
    ])('does not outlive: %s', (change) =>
      on('app', async (driver) => {
        expect(await after(driver, change)).toBe(false);
      }),
    );
    test.each([
      ["location.hash = 'after'"],
      ["history.replaceState({}, '', '?sorted=by-date')"],
      ["history.pushState({}, '', '#note')"],
      ["after.textContent = 'changed'"],
      [`${A}.style.opacity = '0.5'`],
      [`${A}.textContent = 'another text'`],
    ])('stays: %s', (change) =>
      on('app', async (driver) => {
        expect(await after(driver, change)).toBe(true);
      }),
    );
    test('pinned it stays when its link goes, and goes with its page', () =>
      on('app', async (driver) => {
        expect(await after(driver, `${A}.remove()`, { isPinned: true })).toBe(true);
        await driver.page.evaluate("history.pushState({}, '', '/other')");
        await closed(driver);
      }));
    test('a dialog that is shown again brings no card back', () =>
      on('dialog', async (driver) => {
        expect(await after(driver, 'd.close(); setTimeout(() => d.showModal(), 150)')).toBe(false);
      }));

    const UNDER: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      'a wheel': (page) => page.mouse.wheel({ deltaY: 800 }),
      'a key that scrolls': (page) => page.keyboard.press('End'),
      typing: async (page) => {
        await page.evaluate(() =>
          addEventListener('input', () => document.querySelector('#head')?.setAttribute('style', 'height:30px')),
        );
        await page.focus('#field');
        await page.keyboard.type('abc');
      },
      'a script that scrolls': (page) => page.evaluate(() => document.querySelector('#a')?.scrollIntoView()),
      'a layout that shifts': (page) =>
        page.evaluate(() => document.querySelector('#head')?.setAttribute('style', 'height:30px')),
      'a page that is loaded': async (page) => {
        await page.evaluate(() => document.querySelector('#head')?.remove());
        await page.evaluate(() => scrollTo(0, 800));
        await page.reload();
        await page.evaluate(() => scrollTo(0, 800));
        await page.waitForSelector('[data-ifg-gloss]');
      },
    };
    test.each(Object.keys(UNDER))('opens nothing under a resting pointer: %s', (name) =>
      on('moving', async (driver) => {
        const { page } = driver;
        await page.mouse.move(90, 290, { steps: 2 });
        await page.mouse.move(100, 300, { steps: 2 });
        await UNDER[name]?.(page);
        await rest(450);
        expect(await page.evaluate(() => document.elementFromPoint(100, 300)?.id)).toBe('a');
        expect(await isShown(driver)).toBe(false);
        await page.mouse.move(102, 301, { steps: 2 });
        await rest(300);
        expect(await isShown(driver)).toBe(false);
        await page.mouse.move(130, 310, { steps: 3 });
        await shown(driver);
      }),
    );

    test('a link that was clicked opens nothing until the pointer has left it', () =>
      on('app', async (driver) => {
        const { page } = driver;
        await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
        const { x, y } = await find(driver);
        await page.mouse.move(x - 20, y, { steps: 2 });
        await page.mouse.click(x, y);
        await page.mouse.move(x + 8, y, { steps: 3 });
        await rest(400);
        expect(await isShown(driver)).toBe(false);
        await page.mouse.move(700, 300, { steps: 2 });
        await hover(driver, { x, y });
        await shown(driver);
      }));

    test.each(['scroller in a component', 'scroller around a component'])(
      'closes when what it was opened at is scrolled away: %s',
      (name) =>
        on(name, async (driver) => {
          await hover(driver, { x: 60, y: 32 });
          await shown(driver);
          await driver.page.evaluate(() =>
            (
              document.querySelector('#s') ?? document.querySelector('scroll-er')?.shadowRoot?.querySelector('#s')
            )?.scrollBy(0, 200),
          );
          await closed(driver);
        }),
    );
  },
);
