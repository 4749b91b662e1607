import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type ExtensionApi, findTab } from '../../scripts/browsers/extension-pages.ts';
import type { Page as Served } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { writeHostileNames } from './apps/hostile-names.ts';
import { makeComponents } from './apps/make-components.ts';
import { inBrowsers, readBadge, readCard } from './in-browsers.ts';

const SITE = 'http://scanned.example';
const BARE = REPORT.replace('https://', '');
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const LINK = `<a id="link" href="${REPORT}">report</a>`;
const IDS = ['browser', 'chrome', 'navigation', 'CSS', 'ifgGlossListeners', 'ifgGlossMarkTexts', 'ifgGlossOnMark'];
const MORE_IDS = [
  'ifgGlossShowMark',
  'ifgGlossShowCard',
  'ifgGlossRefreshReportPage',
  'ifgGlossScanner',
  'ifgGlossAnnotator',
];

const written = (text: string) => html(`<div id="written">${text}</div>`);
const XHTML = 'http://www.w3.org/1999/xhtml';
const PAGES: Readonly<Record<string, Served>> = {
  '/favicon.ico': { type: 'image/x-icon', body: '' },
  '/empty': html(''),
  '/in-script': html(`<script>const state = ${JSON.stringify({ BARE })}</script><p>None here.</p>`),
  '/hostile': html(
    `<script>window.content = ${JSON.stringify(`<p>${LINK}</p><p>${BARE}</p>`)};
    (${writeHostileNames})(${JSON.stringify([...IDS, ...MORE_IDS])})</script>`,
  ),
  '/svg': {
    type: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg"><a id="link" href="${REPORT}"><text y="20">report</text></a></svg>`,
  },
  '/xml': {
    type: 'application/xml',
    body: `<feed><a href="${REPORT}">none</a><a xmlns="${XHTML}" id="link" href="${REPORT}">report</a></feed>`,
  },
  '/text-xml': { type: 'text/xml', body: `<feed><a xmlns="${XHTML}" id="link" href="${REPORT}">report</a></feed>` },
  '/xhtml': {
    type: 'application/xhtml+xml',
    body: `<html xmlns="${XHTML}"><body><a id="link" href="${REPORT}">report</a></body></html>`,
  },
  '/late': html('<late-card id="host"></late-card>'),
  '/sheet': html('<div id="host"></div>'),
  '/opened': html(LINK),
  '/edited-later': html(`<p>${LINK}</p><div id="editor" hidden><a id="late" href="${REPORT}?late">late</a></div>`),
  '/islands': html(
    `<div contenteditable>Read <b contenteditable="false"><a id="island" href="${REPORT}?island">this</a></b></div>
    <div contenteditable="PLAINTEXT-ONLY"><a id="plain" href="${REPORT}?plain">that</a></div>
    <p contenteditable="inherit"><a id="inherits" href="${REPORT}?inherits">one</a></p>
    <p contenteditable="banana"><a id="banana" href="${REPORT}?banana">another</a></p><p>${LINK}</p>`,
  ),
  '/based': html(
    `<base href="${new URL('/', REPORT).href}"><p><a id="link" href="${new URL(REPORT).pathname}">report</a></p>`,
  ),
  '/drawn': html(
    `<svg width="200" height="30"><a id="link" xlink:href="${REPORT}"><text y="20">report</text></a></svg>`,
  ),
  '/struck': html(
    `<style>.done a { text-decoration: line-through }</style><p class="done"><a id="link" href="${REPORT}">rule</a></p>
    <p><a id="tag" href="${REPORT}?tag" style="color:#000"><s id="within" style="display:inline-block;color:#060">tag</s></a></p>`,
  ),
  '/log': html(
    `<pre id="log">${Array.from({ length: 1500 }, (_, line) => `${line} ${REPORT}?line=${line % 50} read`).join('\n')}</pre>
    <script>
      setInterval(() => log.append('\\nread on ' + Date.now()), 300);
      let beats = 0;
      setInterval(() => (beats += 1), 10);
    </script>`,
  ),
  '/many-in-text': html(
    `<pre id="text">${Array.from({ length: 5000 }, (_, line) => (line % 10 === 0 ? `${line} ${REPORT}?line=${line} read` : `${line} no address`)).join('\n')}</pre>
    <script>
      const taken = [];
      let begin = 0;
      addEventListener('pointermove', () => { begin = performance.now() }, true);
      document.addEventListener('pointermove', () => taken.push(performance.now() - begin));
    </script>`,
  ),
  '/copied-root': html(
    `<div id="host"></div><textarea id="to"></textarea>
    <script>
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = ${JSON.stringify(`<p id="from">See ${LINK} here.</p>`)};
      addEventListener('paste', ({ clipboardData }) => { pasted = clipboardData.getData('text/html') });
      let pasted = null;
    </script>`,
  ),
  '/copied': html(`<p id="from">See ${LINK} here.</p><p id="to" contenteditable>x</p>`),
  '/forged': html(
    `<style>::backdrop { background: rgb(200 0 0 / 0.6) }</style><p>${LINK}</p>
    <p id="forged" data-ifg-gloss="exact" style="inline-size:200px">no link</p>`,
  ),
  '/folded': html(
    `<style>ul { display: none } nav:hover ul { display: block }</style>
    <p>${LINK}</p><p hidden><a id="tab" href="${REPORT}?tab">tab</a></p><p>See <a id="own" href="${REPORT}?own" style="display:none">own</a>.</p>
    <details><summary>more</summary><a id="details" href="${REPORT}?details">details</a></details>
    <nav>menu<ul><li><a id="menu" href="${REPORT}?menu">menu</a></ul></nav>
    <p>See <a id="boxless" href="${REPORT}?boxless" style="display:contents">boxless</a>.</p>`,
  ),
  '/hidden': html(
    `<p style="height:3000px">top</p><details><summary>more</summary><div hidden="until-found">
    <div style="height:60px;overflow:auto"><p style="height:900px">up</p>${LINK}</div></div></details>
    <details><summary>map</summary><img src="${PIXEL}" usemap="#map" width="90" height="90" alt="map"><map name="map">
    <area shape="rect" coords="0,0,50,50" href="${REPORT}?area" alt="area"></map></details>
    <p style="visibility:hidden"><a id="unseen" href="${REPORT}?unseen">unseen</a></p>
    <p style="height:0;overflow:hidden"><a id="flat" href="${REPORT}?flat">flat</a></p>`,
  ),
};

inBrowsers(
  'what pages do to the scanner',
  ({ href, pathname }) => (href.startsWith(SITE) ? (PAGES[pathname] ?? null) : null),
  (bench) => {
    test('links are marked in a form and a document that answer to every name with something else', async () => {
      const { page, errors } = await open('/hostile');
      const marks = () =>
        page.evaluate(() => {
          const select = Document.prototype.querySelectorAll;
          return [...select.call(document, '#link')].map((link) => link.getAttribute('data-ifg-gloss'));
        });
      await expect.poll(marks, { timeout: 5000 }).toEqual(['exact']);
      await expect.poll(() => marked(page)).toEqual([BARE]);
      expect(errors).toEqual([]);
      await page.close();
    });

    describe('addresses that a text spells out are marked', () => {
      test.each([
        ['with a place to break', written(`Read ${BARE.replace('/', '/<wbr>')} today`)],
        ['with a soft hyphen', written(`Read ${BARE.replace('procurement-', 'procurement-\u00ad')} today`)],
        ['with a soft hyphen in the name', written(`Read ${BARE.replace('institute', 'insti\u00adtute')} today`)],
        ['with a space of no width', written(`Read ${BARE.replace('/', '/\u200b')} today`)],
        [
          'in coloured pieces',
          written(`<pre><span>${REPORT.slice(0, 40)}</span><span>${REPORT.slice(40)}</span></pre>`),
        ],
        [
          'in pieces within pieces',
          written(`<b>Read ${BARE.slice(0, 9)}<i>${BARE.slice(9, 60)}</i></b>${BARE.slice(60)} now`),
        ],
        ['with a comment in it', written(`Read ${BARE.slice(0, 50)}<!-- here -->${BARE.slice(50)} now`)],
        ['beside a block with another', written(`${BARE} <p>${BARE}</p>`)],
      ])('%s', async (_, served) => {
        const page = await show(served);
        const marks = () => list(page).then((all) => all.map(({ sureness, address }) => [sureness, address]));
        const count = served.body.toString().split('<p>').length > 1 ? 2 : 1;
        await expect.poll(marks, { timeout: 4000 }).toEqual(Array(count).fill(['exact', REPORT]));
        await page.close();
      });

      test('with their scheme and host in capitals', async () => {
        const shouted = REPORT.replace(/^https:\/\/[^/]*/, (start) => start.toUpperCase());
        const page = await show(written(`Read ${shouted} today`));
        await expect
          .poll(() => list(page).then((all) => all.map(({ sureness, address }) => [sureness, address])))
          .toEqual([['exact', shouted]]);
        await page.close();
      });

      test.each([
        [
          'end with their block',
          written(`<span style="display:block">${BARE}</span><span style="display:block">next</span>`),
        ],
        ['end with their line', written(`${BARE}<br>next`)],
        ['end before a picture', written(`${BARE}<img alt="" width="9" height="9">next`)],
        ['end before a link', written(`${BARE}<a href="https://example.com/">next</a>`)],
      ])('and %s', async (_, served) => {
        const page = await show(served);
        await expect.poll(() => list(page).then((marks) => marks.map(({ address }) => address))).toEqual([REPORT]);
        await page.close();
      });
    });

    test('what reads texts does not come where only a script holds an address', async () => {
      const { page, tabId } = await open('/in-script');
      const reads = () =>
        bench().extension.evaluate(async (id) => {
          const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
          const [frame] = await api.scripting.executeScript<boolean>({
            target: { tabId: id },
            func: () => Reflect.get(globalThis, 'ifgGlossMarkTexts') !== undefined,
          });
          return frame?.result;
        }, tabId);
      await rest(500);
      expect(await reads()).toBe(false);
      await page.evaluate((text) => document.body.append(text), BARE);
      await expect.poll(() => marked(page)).toEqual([BARE]);
      expect(await reads()).toBe(true);
      await page.close();
    });

    test('a text that comes to hold an address is marked, and one that no longer does is not', async () => {
      const { page, tabId } = await open('/empty');
      await page.evaluate(() => {
        document.body.innerHTML = '<p id="written">waiting</p>';
      });
      await rest(500);
      const write = (text: string) =>
        page.$eval(
          '#written',
          (element, data) => {
            (element.firstChild as Text).data = data;
          },
          text,
        );
      await write(`Read ${BARE} today`);
      await expect.poll(() => marked(page)).toEqual([BARE]);
      await expect.poll(() => readBadge(bench().extension, tabId)).toBe('17');
      await write(`Read ${BARE}/annex today`);
      await expect.poll(() => marked(page)).not.toContain(BARE);
      await write(`Read ${BARE} today`);
      await expect.poll(() => marked(page)).toEqual([BARE]);
      await write('Nothing here');
      await expect.poll(() => marked(page)).toEqual([]);
      await expect.poll(() => readBadge(bench().extension, tabId)).toBe('');
      expect(await list(page)).toEqual([]);
      await page.close();
    });

    test('a text that is written bit by bit is marked as it is at last', async () => {
      const { page } = await open('/empty');
      await page.evaluate(async (text) => {
        const line = document.createElement('p');
        document.body.append(line);
        for (let at = 0; at < text.length; at += 9) {
          line.append(Object.assign(document.createElement('span'), { textContent: text.slice(at, at + 9) }));
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      }, `Read ${BARE} today`);
      await expect.poll(() => list(page).then((marks) => marks.map(({ address }) => address))).toEqual([REPORT]);
      await page.close();
    });

    test('highlights that the page throws away come back', async () => {
      const page = await show(written(`Read ${BARE} today`));
      await expect.poll(() => marked(page)).toEqual([BARE]);
      await page.evaluate(() => CSS.highlights.clear());
      await expect.poll(() => marked(page), { timeout: 3000 }).toEqual([BARE]);
      await page.evaluate(() => CSS.highlights.get('ifg-gloss-exact')?.clear());
      await expect.poll(() => marked(page), { timeout: 3000 }).toEqual([BARE]);
      await page.close();
    });

    test('marks in a shadow root stay seen where the page puts its sheets on anew', async () => {
      const { page } = await open('/sheet');
      const line = () =>
        page.evaluate(() => {
          const link = document.querySelector('#host')?.shadowRoot?.querySelector('#link');
          return link ? getComputedStyle(link).textDecorationStyle : null;
        });
      await page.evaluate((markup) => {
        const root = (document.querySelector('#host') as HTMLElement).attachShadow({ mode: 'open' });
        root.innerHTML = markup;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('a { text-decoration: none }');
        root.adoptedStyleSheets = [sheet];
        Object.assign(window, { adopt: () => (root.adoptedStyleSheets = [sheet]) });
      }, LINK);
      await expect.poll(line, { timeout: 10_000 }).toBe('double');
      await page.evaluate(() => Reflect.get(window, 'adopt')());
      await rest(300);
      expect(await line()).toBe('double');
      await page.close();
    });

    test('a shadow root is found however late it is attached', async () => {
      const { page } = await open('/late');
      const markWithin = () =>
        page.evaluate(() => {
          const link = document.querySelector('#host')?.shadowRoot?.querySelector('#link');
          return link?.getAttribute('data-ifg-gloss') ?? null;
        });
      await rest(9500);
      await page.evaluate((markup) => {
        customElements.define(
          'late-card',
          class extends HTMLElement {
            connectedCallback() {
              this.attachShadow({ mode: 'open' }).innerHTML = markup;
            }
          },
        );
      }, LINK);
      await expect.poll(markWithin, { timeout: 5000 }).toBe('exact');
      await page.close();
    });

    test('after a page has been written anew its links are marked, and the card opens', async () => {
      const { page, errors } = await open('/opened');
      await page.waitForSelector('#link[data-ifg-gloss="exact"]');
      for (const id of ['again', 'twice']) {
        await page.evaluate(
          (markup) => {
            document.open();
            document.write(markup);
            document.close();
          },
          `<!doctype html><p>new ${LINK.replace('"link"', `"${id}"`)}</p>`,
        );
        await page.waitForSelector(`#${id}[data-ifg-gloss="exact"]`);
        await page.mouse.move(1, 1);
        await page.hover(`#${id}`);
        await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
        await page.keyboard.press('Escape');
      }
      expect(errors).toEqual([]);
      await page.close();
    });

    test.each(['/svg', '/xml', '/text-xml', '/xhtml'])(
      'links of the document %s are marked, without an error',
      async (path) => {
        const { page, errors } = await open(path);
        const mark = () => page.evaluate(() => document.querySelector('#link')?.getAttribute('data-ifg-gloss') ?? null);
        await expect.poll(mark).toBe('exact');
        expect(errors).toEqual([]);
        await page.close();
      },
    );

    test('a link that is not drawn counts, and gets its mark when it is', async () => {
      const { page } = await open('/folded');
      await page.waitForSelector('#link[data-ifg-gloss]');
      const marked = () => page.$$eval('[data-ifg-gloss]', (links) => links.map(({ id }) => id).sort());
      await expect.poll(marked).toEqual(['boxless', 'link']);
      expect((await list(page)).map(({ text }) => text).sort()).toEqual(
        ['boxless', 'details', 'menu', 'own', 'report', 'tab'].sort(),
      );
      await page.$eval('p[hidden]', (tab) => tab.removeAttribute('hidden'));
      await page.waitForSelector('#tab[data-ifg-gloss="exact"]');
      await page.$eval('#own', (link) => link.removeAttribute('style'));
      await page.waitForSelector('#own[data-ifg-gloss="exact"]');
      await page.hover('nav');
      await page.waitForSelector('#menu[data-ifg-gloss="exact"]');
      await page.click('summary');
      await page.waitForSelector('#details[data-ifg-gloss="exact"]');
      // What has been drawn keeps its mark, and what never has been is told by nothing.
      await page.mouse.move(500, 500);
      expect(await marked()).toEqual(['boxless', 'details', 'link', 'menu', 'own', 'tab']);
      await page.close();
    });

    test('what hides a mark is opened by whoever goes there, and where it cannot be, that is said', async () => {
      const { page } = await open('/hidden');
      await page.waitForSelector('#flat[data-ifg-gloss]');
      const marks = await list(page);
      const go = (id: string) => {
        const mark = marks.find(({ text }) => text === id);
        return ask<boolean>(page, { name: 'showMark', request: { id: mark?.id } });
      };
      await expect.poll(() => go('report')).toBe(true);
      expect(
        await page.$eval('#link', (link) => {
          const { top } = link.getBoundingClientRect();
          return { focus: document.activeElement === link, isInWindow: top > 0 && top < innerHeight };
        }),
      ).toEqual({ focus: true, isInWindow: true });
      expect(await page.$eval('details', ({ open }) => open)).toBe(true);
      expect(await go('area')).toBe(true);
      expect(await go('unseen')).toBe(false);
      expect(await go('flat')).toBe(false);
      await page.close();
    });

    test('what an editor saves holds no mark, also where it cannot be edited, and what is no editor does', async () => {
      const { page } = await open('/islands');
      for (const id of ['link', 'inherits', 'banana']) await page.waitForSelector(`#${id}[data-ifg-gloss]`);
      await rest(300);
      expect(await page.$$eval('[data-ifg-gloss]', (links) => links.map(({ id }) => id))).toEqual([
        'inherits',
        'banana',
        'link',
      ]);
      await page.close();
    });

    test('a document that was written anew and is edited as a whole then holds no mark', async () => {
      const { page } = await open('/empty');
      await page.evaluate((markup) => {
        document.open();
        document.write(`<!doctype html><p>${markup}</p>`);
        document.close();
      }, LINK);
      await page.waitForSelector('#link[data-ifg-gloss]');
      await page.evaluate(() => {
        document.designMode = 'on';
        getSelection()?.setPosition(document.querySelector('p'), 0);
      });
      await page.waitForSelector('#link:not([data-ifg-gloss])', { timeout: 3000 });
      await page.close();
    });

    test('what is edited holds no mark, though it came to be so after its links were found', async () => {
      const { page } = await open('/edited-later');
      await page.waitForSelector('#link[data-ifg-gloss]');
      await page.$eval('#editor', (editor) => editor.setAttribute('contenteditable', 'true'));
      await rest(1500);
      await page.$eval('#editor', (editor) => editor.removeAttribute('hidden'));
      await rest(1500);
      expect(await page.$eval('#editor', ({ innerHTML }) => innerHTML)).not.toContain('data-ifg-gloss');
      await page.evaluate(() => {
        document.designMode = 'on';
      });
      await page.click('p');
      await expect.poll(() => page.evaluate(() => document.body.innerHTML)).not.toContain('data-ifg-gloss');
      await page.close();
    });

    test('a link that leads elsewhere because the page’s base has changed has no mark, and has it again', async () => {
      const { page } = await open('/based');
      await page.waitForSelector('#link[data-ifg-gloss="exact"]');
      await page.$eval('base', (base) => base.setAttribute('href', 'https://example.org/'));
      await page.waitForSelector('#link:not([data-ifg-gloss])');
      await page.$eval('base', (base) => base.setAttribute('href', 'https://www.instituteforgovernment.org.uk/'));
      await page.waitForSelector('#link[data-ifg-gloss="exact"]');
      await page.$eval('base', (base) => base.remove());
      await page.waitForSelector('#link:not([data-ifg-gloss])');
      await page.close();
    });

    test('a link in a drawing that leads elsewhere has no mark, in whatever namespace its address is', async () => {
      const { page } = await open('/drawn');
      await page.waitForSelector('#link[data-ifg-gloss]');
      const lead = (address: string) =>
        page.$eval(
          '#link',
          (link, to) => link.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', to),
          address,
        );
      // Once it has been near, which is when it is seen.
      await page.waitForSelector('#link[data-ifg-gloss~="exact"]');
      await rest(500);
      await lead('https://example.org/');
      await page.waitForSelector('#link:not([data-ifg-gloss])');
      await page.close();
    });

    test('what a page strikes through stays so', async () => {
      const { page } = await open('/struck');
      const lineOf = (id: string) => page.$eval(`#${id}`, (each) => getComputedStyle(each).textDecorationLine);
      await page.waitForSelector('#link[data-ifg-gloss~="exact"]');
      await expect.poll(() => lineOf('link')).toBe('underline line-through');
      await page.waitForSelector('#tag[data-ifg-gloss~="deep"]');
      await expect.poll(() => lineOf('within')).toBe('underline line-through');
      await page.close();
    });

    test('what is copied bears no mark, and the page has it again', async () => {
      const { page } = await open('/copied');
      await page.waitForSelector('#link[data-ifg-gloss]');
      const copied = await page.evaluate(() => {
        const [from, to] = ['from', 'to'].map((id) => document.querySelector(`#${id}`));
        getSelection()?.selectAllChildren(from as Element);
        document.execCommand('copy');
        getSelection()?.selectAllChildren(to as Element);
        document.execCommand('paste');
        return from?.innerHTML;
      });
      expect(copied).not.toContain('data-ifg-gloss');
      await page.waitForSelector('#link[data-ifg-gloss="exact"]');
      await page.click('#to');
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await expect.poll(() => page.$eval('#to', ({ innerHTML }) => innerHTML)).toContain('report</a>');
      expect(await page.$eval('#to', ({ innerHTML }) => innerHTML)).not.toMatch(/data-ifg-gloss|double/);
      await page.close();
    });

    test('nor does what is copied of a shadow root', async () => {
      const { page } = await open('/copied-root');
      await page.waitForFunction(() => document.querySelector('#host')?.shadowRoot?.querySelector('[data-ifg-gloss]'));
      const box = await page.$eval('#host', (host) => {
        const { x, y, height } = host.getBoundingClientRect();
        return { x, y, height };
      });
      await page.mouse.click(box.x + 5, box.y + box.height / 2, { count: 3 });
      await page.keyboard.down('Control');
      await page.keyboard.press('c');
      await page.focus('#to');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await expect.poll(() => page.evaluate('pasted')).not.toBeNull();
      const pasted = (await page.evaluate('pasted')) as string;
      expect(pasted).toContain('</a>');
      expect(pasted).not.toContain('data-ifg-gloss');
      await page.close();
    });

    test('what is dragged bears no mark', async () => {
      const { page } = await open('/copied');
      await page.waitForSelector('#link[data-ifg-gloss]');
      await page.evaluate(() =>
        document.addEventListener('dragstart', ({ dataTransfer }) => {
          Reflect.set(window, 'dragged', dataTransfer?.getData('text/html'));
        }),
      );
      // Where a link is dropped on a page, the browser goes there.
      await page.evaluate(() => {
        for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
      });
      // By the words before it: of a link that is pressed Chromium asks the host whether it is there.
      const { x, y, height } = await page.$eval('#from', (from) => {
        getSelection()?.selectAllChildren(from);
        const { x, y, height } = from.getBoundingClientRect();
        return { x, y, height };
      });
      await page.mouse.move(x + 5, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 60, { steps: 6 });
      await expect.poll(() => page.evaluate('window.dragged ?? null')).toContain('</a>');
      expect(await page.evaluate('dragged')).not.toContain('data-ifg-gloss');
      await page.mouse.up();
      await page.close();
    });

    test('a page that puts each mark back that is taken off can go on, and its links are marked rightly', async () => {
      const { page } = await open('/opened');
      await page.waitForSelector('#link[data-ifg-gloss]');
      const isAnswered = page.evaluate(() => {
        let times = 0;
        new MutationObserver((records) => {
          for (const { target, oldValue } of records)
            if (
              target instanceof Element &&
              oldValue !== null &&
              !target.hasAttribute('data-ifg-gloss') &&
              times < 100_000
            ) {
              times += 1;
              target.setAttribute('data-ifg-gloss', oldValue);
            }
        }).observe(document, { subtree: true, attributeFilter: ['data-ifg-gloss'], attributeOldValue: true });
        document.querySelector('#link')?.setAttribute('href', 'https://example.org/elsewhere');
        return new Promise<number>((resolve) => setTimeout(() => resolve(times), 2000));
      });
      expect(await isAnswered).toBeLessThan(50);
      expect(await list(page)).toEqual([]);
      await page.close();
    });

    test('no card opens where a page has only written what looks like a mark, nor is the page dimmed by its own rule', async () => {
      const { page, tabId } = await open('/forged');
      await page.waitForSelector('#link[data-ifg-gloss]');
      const card = () => readCard(bench().extension, tabId);
      await page.hover('#forged');
      await rest(1000);
      expect(await card()).toBeNull();
      await page.hover('#link');
      await expect.poll(card).not.toBeNull();
      expect(await page.evaluate(() => document.querySelectorAll('[popover], :popover-open').length)).toBe(0);
      await page.close();
    });

    test('a long list of written addresses that goes on growing does not hold its page', async () => {
      const { page } = await open('/log');
      const countDrawn = () =>
        page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
      if (bench().name === 'chrome') await expect.poll(countDrawn, { timeout: 10_000 }).toBe(500);
      await rest(1500);
      const before = (await page.evaluate('beats')) as number;
      await rest(4000);
      // Of 400; it was held for seconds, again and again.
      expect(((await page.evaluate('beats')) as number) - before).toBeGreaterThan(100);
      await page.close();
    });

    test('a text with hundreds of written addresses does not hold a pointer that moves over it', async () => {
      const { page, tabId } = await open('/many-in-text');
      await expect.poll(() => page.evaluate('[...CSS.highlights.values()].some(({ size }) => size > 300)')).toBe(true);
      await page.mouse.move(30, 100);
      await page.mouse.move(300, 400, { steps: 40 });
      const taken = (await page.evaluate('taken')) as number[];
      const median = taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;
      console.log(`${bench().name}: a move over a text of 500 addresses takes ${median.toFixed(1)} ms`);
      // Where each was asked where it is drawn it took Chromium 70.
      expect(median).toBeLessThan(20);
      const line = await page.evaluate(() => {
        const node = document.querySelector('pre')?.firstChild as Text;
        const range = document.createRange();
        range.setStart(node, 10);
        range.setEnd(node, 30);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 20, y: top + height / 2 };
      });
      await page.mouse.move(line.x, line.y, { steps: 3 });
      await expect.poll(() => readCard(bench().extension, tabId)).not.toBeNull();
      await page.close();
    });

    test('what a page makes and throws away is not kept', async ({ skip }) => {
      if (bench().name === 'firefox') skip('Firefox tells no driver what it holds.');
      const { page } = await open('/empty');
      const devtools = await page.createCDPSession();
      await devtools.send('HeapProfiler.enable');
      // The page itself keeps the promise: a driver's would be collected with the garbage.
      const make = async (count: number) => {
        await page.evaluate(
          `isMade = false; making = (${makeComponents})(${count}, '${REPORT}').then(() => { isMade = true }); null`,
        );
        await expect.poll(() => page.evaluate('isMade'), { timeout: 120_000, interval: 500 }).toBe(true);
      };
      const measure = async () => {
        await rest(1500);
        await devtools.send('HeapProfiler.collectGarbage');
        await devtools.send('HeapProfiler.collectGarbage');
        const { usedSize } = await devtools.send('Runtime.getHeapUsage');
        return { nodes: (await devtools.send('Memory.getDOMCounters')).nodes, megabytes: usedSize / 2 ** 20 };
      };
      // The first build what stays: code, classes, answers.
      await make(5000);
      const before = await measure();
      await make(100_000);
      const after = await measure();
      console.log('kept of 100,000 components', before, after);
      expect(after.nodes - before.nodes).toBeLessThan(1000);
      expect(after.megabytes - before.megabytes).toBeLessThan(2);
      await page.close();
    }, 180_000);

    test('a page with more and longer links than anybody reads keeps no other waiting: its marks are drawn soon', async () => {
      const { page } = await open('/opened');
      const medianOf = async (times: number) => {
        const taken: number[] = [];
        for (let time = 0; time < times; time += 1)
          taken.push(await page.evaluate(timeMark, `${REPORT}?${Math.random()}`));
        return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
      };
      await medianOf(2);
      const usual = await medianOf(5);
      const { page: greedy } = await open('/empty');
      await page.bringToFront();
      await greedy.evaluate(makeLongLinks);
      await rest(500);
      const meanwhile = await medianOf(3);
      console.log(`${bench().name}: a mark takes ${usual} ms, beside the greedy page ${meanwhile} ms`);
      await Promise.all([page.close(), greedy.close()]);
      expect(meanwhile).toBeLessThan(2 * usual);
    });

    test('a script in a page is told of its own page, and of no other', async () => {
      const { page, tabId } = await open('/opened');
      const other = await findTab(bench().extension, `${bench().started.extensionRoot}options.html`);
      const answers = await bench().extension.evaluate(
        async (id, of) => {
          const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
          const [found] = await api.scripting.executeScript<string[]>({
            target: { tabId: id },
            args: [of],
            func: async (tab: number) => {
              const { runtime } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
              const ask = (name: string, request: object) =>
                runtime.sendMessage({ name, request }).then(
                  (answer: { site?: string } | null) => answer?.site ?? 'an answer',
                  (error: Error) => error.message.replace('Uncaught Error: ', ''),
                );
              return Promise.all([
                ask('describePage', { names: { title: '', heading: '', canonical: '' } }),
                ask('describePage', {}),
                ask('describeTab', { tabId: tab }),
                ask('listMarks', { tabId: tab }),
                ask('lookUp', { asked: 'pensions', linkText: '' }),
                ask('readLibraryState', {}),
                ask('resolveLinks', { links: 'all', kind: 'link', isFirst: true }),
              ]);
            },
          });
          return found?.result;
        },
        tabId,
        other,
      );
      expect(answers).toEqual([
        'scanned.example',
        'refused: describePage has another form',
        'refused: describeTab is not for who asks',
        'refused: listMarks is not for who asks',
        'refused: lookUp is not for who asks',
        'refused: readLibraryState is not for who asks',
        'refused: resolveLinks has another form',
      ]);
      await page.close();
    });

    async function open(path: string): Promise<{ page: Page; errors: string[]; tabId: number }> {
      const page = await bench().openTab();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`${SITE}${path}`);
      await page.bringToFront();
      return { page, errors, tabId: await findTab(bench().extension, `${SITE}${path}`) };
    }

    async function show({ body }: Served): Promise<Page> {
      const { page } = await open('/empty');
      await page.evaluate((markup) => {
        document.body.innerHTML = markup;
      }, String(body));
      return page;
    }

    async function list(page: Page): Promise<{ id: number; text: string; address: string; sureness: string }[]> {
      return (await ask<never>(page, { name: 'listMarks', request: {} })) ?? [];
    }

    async function ask<Answer>(page: Page, message: unknown): Promise<Answer> {
      const tabId = await findTab(bench().extension, page.url());
      return bench().extension.evaluate(
        (id, asked) => {
          const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
          return api.tabs.sendMessage(id, asked as never);
        },
        tabId,
        message,
      ) as Promise<Answer>;
    }
  },
);

/** What is drawn as surely known in the page's text, without signs that are not seen. */
function marked(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get('ifg-gloss-exact') ?? [])].map(String));
}

/** Milliseconds from when a link comes until it is marked. */
function timeMark(href: string): Promise<number> {
  const begin = performance.now();
  const link = Object.assign(document.createElement('a'), { href, textContent: 'report' });
  document.body.append(link);
  return new Promise((resolve) => {
    new MutationObserver(() => resolve(Math.round(performance.now() - begin))).observe(link, { attributes: true });
  });
}

/** Links of as many parts as fit: as long as any is read, and as long as a server takes any. */
function makeLongLinks(): void {
  const links = Array.from({ length: 2000 }, (_, number) => {
    const href = `https://www.instituteforgovernment.org.uk/${number}${'/a'.repeat(number % 2 === 0 ? 1000 : 8100)}`;
    return Object.assign(document.createElement('a'), { href, textContent: 'a' });
  });
  document.body.append(...links);
}

function html(body: string): Served {
  return { body: `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}` };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
