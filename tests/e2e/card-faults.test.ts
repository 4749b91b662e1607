import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { Page as Served } from '../../scripts/site/serve.ts';
import { LIKELY, REPORT } from './apps/addresses.ts';
import { chooseSettings, type Driver, openPage, rest } from './card-driver.ts';
import { HOSTILE, type Invaded, waysOf } from './hostile.ts';
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
const MEASURING = `const boxes = () => [...document.querySelectorAll('dialog, p')].map((each) => JSON.stringify(each.getBoundingClientRect())); const before = boxes()`;
const MOVING = `<div id="head" style="height:900px"><input id="field"></div>${BLOCK}`;
const XML = '<?xml version="1.0"?>';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><a id="a" href="${REPORT}"><text x="20" y="50">A report</text></a></svg>`;

const PAGES: Readonly<Record<string, string | Served>> = {
  redrawn: `${LINE}<div id="menu" style="padding:20px"><a id="b" href="${REPORT}">a report of the institute for all</a></div>
    <script>menu.onmouseenter = () => { menu.innerHTML = menu.innerHTML }</script>`,
  stepping: `${LINE}<div id="menu"><a id="b" href="/elsewhere">a page of the site</a></div>
    <script>b.onclick = (event) => { event.preventDefault(); setTimeout(() => { menu.innerHTML = '<a id="b" href="${REPORT}">a report of the institute</a>' }, 50) }</script>`,
  form: `<form>${FIELDS}<p>See ${link()}.</p><span id="written">${REPORT}</span></form>`,
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
  'stopped at the window': stopping(POINTER, 'window', 'stopImmediatePropagation') + LINE,
  'stopped at the document': stopping(POINTER, 'document', 'stopPropagation') + LINE,
  'pointer captured': `<p>See ${link()}.</p><script>addEventListener('pointerover', (e) => { try { document.body.setPointerCapture(e.pointerId) } catch {} }, true)</script>`,
  'pulls the focus back when it is out': trap(
    `trap.addEventListener('focusout', (e) => { if (!trap.contains(e.relatedTarget)) setTimeout(() => x.focus()) })`,
  ),
  'pulls the focus back at once': trap(`
    trap.addEventListener('focusout', (e) => { if (!trap.contains(e.relatedTarget)) x.focus() });
    document.addEventListener('focusin', (e) => { if (!trap.contains(e.target)) x.focus() });
    document.addEventListener('focus', (e) => { if (!trap.contains(e.target)) x.focus() }, true)`),
  'pulls the focus back from where it was': trap(
    `document.querySelector('#a').addEventListener('blur', () => setTimeout(() => x.focus()))`,
  ),
  'has all else inert': trap(`for (const e of document.body.children) if (e.id !== 'trap') e.inert = true`),
  'a row': LINE,
  'a live page': `<div style="height:600px">above</div>${LINE}<div style="height:2000px">below</div>`,
  recycled: `<p>${link()}.</p><script>a.addEventListener('pointerover', () => setTimeout(() => { a.href = '${LIKELY}' }, 100), { once: true })</script>`,
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
  dialog: `<dialog id="d">${LINE}<button>ok</button></dialog><script>d.showModal()</script>`,
  'dialog whose last child is below the link': `<style>dialog { height: 300px } #d > footer:last-child { margin-top: 60px }</style><dialog id="d"><p>See ${link()}.</p><footer><p>below</p></footer></dialog><script>d.showModal(); ${MEASURING}</script>`,
  ...Object.fromEntries(
    [
      ':last-child { margin: 0 }',
      ':first-child { margin: 0 }',
      'p:only-child { margin: 50px }',
      '* + * { margin: 20px }',
    ].map((rule) => [
      `dialog whose ${rule}`,
      `<style>#d > ${rule}</style><dialog id="d"><p>See ${link()}.</p>${rule.startsWith('p') ? '' : '<p>text</p>'}</dialog><script>d.showModal(); ${MEASURING}</script>`,
    ]),
  ),
  'dialog in nested roots': `<out-er></out-er>${component('inn-er', `<dialog>${LINE}</dialog>`)}${component('out-er', '<section><inn-er></inn-er></section>')}`,
  'dialog with a slotted component': `<out-er></out-er>${component('inn-er', `<slot></slot>`)}${component('out-er', `<dialog><inn-er><p>See ${link()}.</p></inn-er></dialog>`)}`,
  popover: `<div id="p" popover>${LINE}</div><script>p.showPopover()</script>`,
  'popover in a dialog': `<dialog id="d"><div id="p" popover>${LINE}</div></dialog><script>d.showModal(); p.showPopover()</script>`,
  'in a menu': `<style>.menu ul { display: none; margin: 0 } .menu:hover ul { display: block }</style>
    <div class="menu" style="width:160px">menu<ul><li>${link()}</ul></div><div style="height:600px"></div>`,
  watchful: `<style>html:has(:popover-open) { overflow: hidden }</style><div style="height:430px"></div>${LINE}<p id="modal">modal</p>
    <script>
      const heard = [];
      for (const name of ['beforetoggle', 'toggle']) document.addEventListener(name, () => heard.push(name), true);
      for (const name of ['keydown', 'keyup'])
        document.addEventListener(name, ({ key }) => key === 'Escape' && (heard.push(name), modal.remove()));
      if (globalThis.PerformanceObserver?.supportedEntryTypes.includes('layout-shift'))
        new PerformanceObserver((list) =>
          list.getEntries().forEach(({ hadRecentInput }) => hadRecentInput || heard.push('shift')),
        ).observe({ type: 'layout-shift' });
    </script>`,
  hostile: `${HOSTILE}<input id="field"><p>See ${link()}.</p>`,
  clicked: `<p>See ${link('<b>a report</b> <i>of the Institute</i>').replace('https:', 'http:')}.</p>`,
  app: `<div id="root"><div id="around">${LINE}</div></div><p id="after">text</p>`,
  moving: MOVING,
  'scroller in a component': `<scroll-er></scroll-er>${component('scroll-er', `<div id="s" style="height:100px;overflow:auto"><p>See ${link()}.</p><div style="height:900px"></div></div>`, 'open')}`,
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
          ? { x: box.left + Math.min(box.width / 2, 60), y: box.top + Math.min(box.height / 2, 8) }
          : { x: 60, y: 30 };
      }, selector);
    const focus = ({ page }: Driver) =>
      page.evaluate(() => HTMLElement.prototype.focus.call(Document.prototype.querySelector.call(document, '#a')));
    /** Where no events come, a look at what the pointer is over has to come before it is at the link. */
    const seen = () => rest(280);
    const hover = async (driver: Driver, { x, y }: { x: number; y: number }) => {
      await driver.page.mouse.move(x - 2, y, { steps: 2 });
      await driver.page.mouse.move(x, y);
    };

    test.each([
      'form',
      'document',
      'window',
      'stopped at the window',
      'stopped at the document',
      'pointer captured',
      'xhtml',
      'xhtml as xml',
      'xhtml as text/xml',
      'popover',
      'popover in a dialog',
    ])('opens for the pointer, and closes: %s', (name) =>
      on(name, async (driver) => {
        await seen();
        await hover(driver, await find(driver));
        await shown(driver);
        await driver.page.mouse.move(700, 5, { steps: 3 });
        await closed(driver);
      }),
    );

    test.each(['redrawn', 'stepping'])('opens at a link that has come under the pointer, once that moves: %s', (name) =>
      on(name, async (driver) => {
        const { page } = driver;
        const { x, y } = await find(driver, '#b');
        await hover(driver, { x: x - 5, y });
        if (name === 'stepping') await page.mouse.click(x - 5, y);
        await page.waitForSelector('#b[data-ifg-gloss]', { timeout: 5000 });
        // It comes a turn later.
        await rest(300);
        expect(await isShown(driver)).toBe(false);
        await page.mouse.move(x + 5, y, { steps: 4 });
        await shown(driver);
      }),
    );

    test.each(['form', 'document', 'window', 'stopped at the window', 'stopped at the document', 'dialog'])(
      'is announced: %s',
      (name) =>
        on(name, async (driver) => {
          await driver.page.keyboard.press('Tab');
          await focus(driver);
          await expect.poll(() => driver.voice(), { timeout: 2000 }).toMatch(/\w/);
        }),
    );

    test('is announced in a modal dialog to what asks the accessibility tree', () =>
      on('dialog', async (driver) => {
        // Firefox gives no tree to a driver.
        if (bench().name === 'firefox') return;
        const session = await driver.page.createCDPSession();
        const status = async () => {
          const { nodes } = await session.send('Accessibility.getFullAXTree');
          return nodes.filter(({ ignored, role }) => !ignored && role?.value === 'status').length;
        };
        await driver.page.keyboard.press('Tab');
        await focus(driver);
        await expect.poll(status, { timeout: 2000 }).toBe(1);
      }));

    test.each([
      'form',
      'document',
      'window',
      'pulls the focus back when it is out',
      'pulls the focus back at once',
      'pulls the focus back from where it was',
      'has all else inert',
      'dialog',
      'xhtml',
    ])('keeps the focus that the shortcut puts into it: %s', (name) =>
      on(name, async (driver) => {
        await focus(driver);
        await driver.ask();
        await shown(driver);
        await rest(200);
        expect(await driver.focused()).not.toBe('nothing');
      }),
    );

    test.each(['form', 'document'])('opens at an address in text: %s', (name) =>
      on(name, async (driver) => {
        const { x, y } = await find(driver, '#written');
        // The text is read when the page is idle.
        await rest(700);
        await hover(driver, { x: x + 40, y });
        await shown(driver);
      }),
    );

    test.each(['svg', 'svg in xml', 'feed'])('is not offered, without an error: %s', (name) =>
      on(name, async (driver) => {
        const errors: unknown[] = [];
        driver.page.on('pageerror', (error) => errors.push(error));
        await hover(driver, await find(driver));
        await rest(400);
        expect(await isShown(driver)).toBe(false);
        expect(errors).toEqual([]);
      }),
    );

    test('opens for what its link leads to by then, where the page writes another into it meanwhile', () =>
      on('recycled', async (driver) => {
        const { page, read } = driver;
        await hover(driver, await find(driver));
        await page.waitForSelector('#a[data-ifg-gloss^="likely"]');
        await page.mouse.move(1, 1);
        await hover(driver, await find(driver));
        await shown(driver);
        expect(await read((root) => root.querySelector('.sureness')?.textContent)).toMatch(/^Likely match/);
      }));

    test('stays where a page puts something in above and its link stays in its place, and goes when that is scrolled away', () =>
      on('a live page', async (driver) => {
        const { page } = driver;
        await page.evaluate(() => scrollTo(0, 400));
        await hover(driver, await find(driver));
        await shown(driver);
        const before = await find(driver);
        await page.evaluate(() => {
          const entry = document.createElement('div');
          entry.style.height = '200px';
          document.body.prepend(entry);
        });
        await rest(600);
        expect((await find(driver)).y).toBeCloseTo(before.y, 0);
        expect(await isShown(driver)).toBe(true);
        await page.evaluate(() => scrollBy(0, 40));
        await closed(driver);
      }));

    test('goes with what it is about, where the page writes another link in its place', () =>
      on('a row', async (driver) => {
        await hover(driver, await find(driver));
        await shown(driver);
        await driver.page.$eval('#a', (element, href) => element.setAttribute('href', href), LIKELY);
        await closed(driver);
      }));

    test('opens in a page that writes itself anew', () =>
      on('written anew', async (driver) => {
        await driver.page.waitForSelector('#new [data-ifg-gloss]', { timeout: 4000 });
        await hover(driver, await find(driver));
        await shown(driver);
        // The sheet without which nothing of ours is drawn has outlived what stood in the page before.
        const drawn = () => driver.page.$eval('[data-ifg-gloss-host]', (host) => getComputedStyle(host).display);
        expect(await drawn()).toBe('block');
      }));

    test.each([
      'full screen',
      'full screen of a video’s parent',
      'full screen of the root',
      'full screen of a component',
    ])('can be pointed at: %s', (name) =>
      on(name, async (driver) => {
        const { page } = driver;
        await page.click('#go');
        await page.waitForFunction(() => document.fullscreenElement !== null, { timeout: 3000 });
        await seen();
        await hover(driver, await find(driver));
        await shown(driver);
        const { left, top } = await driver.where();
        await page.mouse.move(left + 60, top + 60, { steps: 6 });
        await rest(450);
        expect(await isShown(driver)).toBe(true);
      }),
    );

    test.each(['dialog in nested roots', 'dialog with a slotted component'])('can be pointed at: %s', (name) =>
      on(name, async (driver) => {
        await seen();
        await hover(driver, await driver.page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 })));
        await shown(driver);
        const { left, top } = await driver.where();
        await driver.page.mouse.move(left + 60, top + 60, { steps: 6 });
        await rest(450);
        expect(await isShown(driver)).toBe(true);
      }),
    );

    /** Opens the card by the keyboard and gives when it is there. */
    const open = async (driver: Driver) => {
      await focus(driver);
      await driver.ask();
      await shown(driver);
    };
    const A = "document.querySelector('#a')";

    /** The app's content without its mark, so that a mark in it is a new one. */
    const unmarked = (page: Page) =>
      page.$eval('#root', ({ innerHTML }) => innerHTML.replace(/ data-ifg-gloss="[^"]*"/, ''));

    test('is reached from a menu that closes when the pointer leaves it, and goes when it leaves the card', () =>
      on('in a menu', async (driver) => {
        const { page } = driver;
        await seen();
        await page.mouse.move(30, 12, { steps: 3 });
        const at = await find(driver);
        await hover(driver, at);
        await shown(driver);
        const { left, top } = await driver.where();
        await page.mouse.move(left + 60, top + 60, { steps: 8 });
        expect(await page.$eval('#a', (element) => element.getClientRects().length)).toBe(0);
        await rest(1200);
        expect(await isShown(driver)).toBe(true);
        await page.mouse.move(700, 560, { steps: 3 });
        await closed(driver);
      }));

    test('is no popover, no shift and no key of the page’s', () =>
      on('watchful', async (driver) => {
        const { page } = driver;
        const heard = () => page.evaluate('heard.join()');
        const isLocked = () =>
          page.evaluate(
            () =>
              document.querySelector(':popover-open') !== null ||
              getComputedStyle(document.documentElement).overflow !== 'visible',
          );
        await seen();
        await hover(driver, await find(driver));
        await shown(driver);
        expect(await isLocked()).toBe(false);
        const { left, top } = await driver.where();
        await page.mouse.move(left + 60, top + 60, { steps: 6 });
        // It grows, upwards here.
        await page.mouse.wheel({ deltaY: 200 });
        await rest(700);
        expect(await isShown(driver)).toBe(true);
        await page.keyboard.press('Escape');
        await closed(driver);
        await open(driver);
        await page.keyboard.press('Escape');
        await closed(driver);
        expect(await heard()).toBe('');
        await page.keyboard.press('Escape');
        expect(await heard()).toBe('keydown,keyup');
      }));

    test('does not outlive its link or its page', () =>
      on('app', async (driver) => {
        const { page } = driver;
        const whole = await unmarked(page);
        for (const change of [
          "history.pushState({}, '', '/other')",
          "history.replaceState({}, '', '/other')",
          `history.pushState({}, '', '?id=2'); ${A}.remove()`,
          `${A}.remove()`,
          `${A}.replaceWith(${A}.cloneNode(true))`,
          `${A}.href = 'https://example.com/'`,
          `${A}.style.display = 'none'`,
          `${A}.style.visibility = 'hidden'`,
          'around.hidden = true',
          "around.hidden = 'until-found'",
          "around.style.visibility = 'hidden'",
          "around.style.contentVisibility = 'hidden'",
          "root.innerHTML = '<p>Another page</p>'",
        ]) {
          await open(driver);
          await page.evaluate(change);
          await expect.poll(() => isShown(driver), { timeout: 1500, interval: 30, message: change }).toBe(false);
          await page.evaluate((html) => {
            history.replaceState({}, '', '/app');
            (document.querySelector('#root') as HTMLElement).innerHTML = html;
          }, whole);
          await page.waitForSelector('#a[data-ifg-gloss]');
        }
      }));

    test('stays while the page changes only what it notes of itself in its address, or what is around the link', () =>
      on('app', async (driver) => {
        await open(driver);
        await driver.page.evaluate(`
          location.hash = 'after';
          history.replaceState({}, '', '?sorted=by-date');
          history.pushState({}, '', '#note');
          after.textContent = 'changed';
          ${A}.style.opacity = '0.5';
          ${A}.textContent = 'another text';`);
        await rest(350);
        expect(await isShown(driver)).toBe(true);
      }));

    test('pinned it stays when its link goes, and goes with its page', () =>
      on('app', async (driver) => {
        const { page } = driver;
        for (const next of ['/other', '/app?id=2', '/app#/other']) {
          await open(driver);
          await driver.press('[aria-pressed]');
          const whole = await unmarked(page);
          await page.evaluate(`${A}.remove()`);
          await rest(300);
          expect(await isShown(driver)).toBe(true);
          await page.evaluate((address) => history.pushState({}, '', address), next);
          await closed(driver);
          await page.evaluate((html) => {
            history.replaceState({}, '', '/app');
            (document.querySelector('#root') as HTMLElement).innerHTML = html;
          }, whole);
          await page.waitForSelector('#a[data-ifg-gloss]');
        }
      }));

    test.each(Object.keys(PAGES).filter((name) => name.startsWith('dialog whose')))(
      'stays, and moves nothing: %s',
      (name) =>
        on(name, async (driver) => {
          const boxes = () => driver.page.evaluate('boxes()');
          // The page's own, for with the dialog its link had the focus, and was spoken of.
          const before = await driver.page.evaluate('before');
          await seen();
          await hover(driver, await find(driver));
          await shown(driver);
          await rest(300);
          expect(await isShown(driver)).toBe(true);
          expect(await boxes()).toEqual(before);
          await driver.page.keyboard.press('Tab');
          await focus(driver);
          await expect.poll(() => driver.voice(), { timeout: 2000 }).toMatch(/\w/);
          expect(await boxes()).toEqual(before);
        }),
    );

    test('does not come back with a dialog that is shown again', () =>
      on('dialog', async (driver) => {
        await open(driver);
        await driver.page.evaluate('d.close(); setTimeout(() => d.showModal(), 150)');
        await rest(350);
        expect(await isShown(driver)).toBe(false);
      }));

    /** What puts a link under a pointer that rests. */
    const PUTS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      async 'a wheel'(page) {
        for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel({ deltaY: 500 });
      },
      'a key that scrolls': (page) => page.keyboard.press('End'),
      async typing(page) {
        await page.evaluate(() => addEventListener('input', () => document.querySelector('#head')?.remove()));
        await page.focus('#field');
        await page.keyboard.type('a');
      },
      'a script that scrolls': (page) => page.evaluate(() => document.querySelector('#a')?.scrollIntoView()),
      'a layout that shifts': (page) =>
        page.evaluate(() => document.querySelector('#head')?.setAttribute('style', 'height:30px')),
      async 'a page that is loaded'(page) {
        await page.evaluate(() => scrollTo(0, 850));
        await page.reload();
        await page.waitForSelector('[data-ifg-gloss]');
        await page.evaluate(() => scrollTo(0, 850));
      },
    };
    test.each(Object.keys(PUTS))('does not open where %s puts a link under the pointer, but when that moves', (name) =>
      on('moving', async (driver) => {
        const { page } = driver;
        await page.mouse.move(90, 290, { steps: 2 });
        await page.mouse.move(100, 300, { steps: 2 });
        await PUTS[name]?.(page);
        await page.waitForFunction(() => document.elementFromPoint(100, 300)?.id === 'a', { timeout: 3000 });
        await rest(450);
        expect(await isShown(driver)).toBe(false);
        // A page that is new does not know where the pointer was, and takes its first motion for one.
        if (name !== 'a page that is loaded') {
          await page.mouse.move(102, 301);
          await rest(200);
          expect(await isShown(driver)).toBe(false);
        }
        await page.mouse.move(130, 310, { steps: 3 });
        await shown(driver);
      }),
    );

    test('does not open at a link that was clicked until the pointer has left it', () =>
      on('clicked', async (driver) => {
        const { page } = driver;
        await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
        const from = await find(driver, 'b');
        const to = await find(driver, 'i');
        await page.mouse.move(from.x - 5, from.y + 60);
        await page.mouse.move(from.x, from.y, { steps: 3 });
        await page.mouse.down();
        await page.mouse.up();
        await page.mouse.move(to.x, to.y, { steps: 4 });
        await rest(350);
        expect(await isShown(driver)).toBe(false);
        await page.mouse.move(700, 300, { steps: 2 });
        await hover(driver, to);
        await shown(driver);
      }));

    test('closes when what it was opened at is scrolled away in a component', () =>
      on('scroller in a component', async (driver) => {
        await seen();
        await hover(driver, { x: 60, y: 32 });
        await shown(driver);
        await driver.page.evaluate(() =>
          document.querySelector('scroll-er')?.shadowRoot?.querySelector('#s')?.scrollBy(0, 200),
        );
        await closed(driver);
      }));

    test('a hostile page reaches nothing of the card or of what is announced', () =>
      on('hostile', async (driver) => {
        const { page, press, where } = driver;
        await page.focus('#field');
        await page.keyboard.press('Tab');
        await expect.poll(() => driver.voice(), { timeout: 2000 }).toMatch(/\w/);
        await hover(driver, await find(driver));
        await shown(driver);
        await press('h1');
        await press('.pin');
        await page.keyboard.press('Tab');
        await page.keyboard.press('a');
        const { left, top } = await where('h1');
        await page.mouse.click(left + 20, top + 8, { count: 2 });
        await page.evaluate((x, y) => (window as unknown as Invaded).look(x, y), left + 20, top + 8);
        await page.evaluate(() => (window as unknown as Invaded).seek('Commercial leads'));
        expect(await waysOf(page, bench().name, 'framed')).toEqual([]);
        const strangers = await page.evaluate(() => (window as unknown as Invaded).strangers);
        expect(strangers).toEqual(['div', 'div']);
      }));

    test.each([
      ['takes it out', (host: HTMLElement) => host.remove()],
      ['moves it', (host: HTMLElement) => document.body.append(host)],
    ] as const)('closes where a page %s, and opens at the next wish', (_, take) =>
      on('app', async (driver) => {
        const { page } = driver;
        const at = await find(driver);
        await hover(driver, at);
        await shown(driver);
        await page.$eval('[data-ifg-gloss-host]', (host, act) => new Function(`return ${act}`)()(host), String(take));
        await expect.poll(() => page.$$eval('[data-ifg-gloss-host]', (hosts) => hosts.length)).toBe(0);
        await rest(400);
        expect(await isShown(driver)).toBe(false);
        await page.mouse.move(700, 5, { steps: 3 });
        await hover(driver, at);
        await shown(driver);
      }),
    );
  },
);
