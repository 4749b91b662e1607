import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { REPORT } from './apps/addresses.ts';
import { type Box, chooseSettings, expectInWindow, openPage, windowSize } from './card-driver.ts';
import { inBrowsers } from './in-browsers.ts';

/** A page, and what the pointer goes to in it. */
interface Case {
  readonly body: string;
  /** The link where nothing is given. */
  readonly over?: string;
  /** Where in that the pointer goes, as shares of its size; the middle where nothing is given. */
  readonly at?: readonly [number, number];
  /** What the card leaves free and stands at: left, top, right and bottom in that; all of it where nothing is given. */
  readonly free?: readonly [number, number, number, number];
  readonly freeInFirefox?: readonly [number, number, number, number];
  /** Which edges of both are one above the other; the left ones where nothing is given. */
  readonly edge?: 'right';
}

const link = (content = 'a report', attributes = '') =>
  `<a id="a" href="${REPORT}" style="white-space:nowrap" ${attributes}>${content}</a>`;
const line = (style = 'margin:100px 150px') => `<p style="${style}">See ${link()}.</p>`;
const styled = (selector: string, style: string, body = line()) => `<style>${selector}{${style}}</style>${body}`;
const PICTURE = 'src="data:image/gif;base64,R0lGODlhAQABAAAAACw="';
const area = (shape: string, coords: string) =>
  `<area id="a" shape="${shape}" coords="${coords}" href="${REPORT}" alt="Report">`;
const mapped = (content: string, style = 'width:400px;height:200px', name = 'name="m"') =>
  `<img id="picture" usemap="#m" style="display:block;margin:100px;${style}" ${PICTURE}><map ${name}>${content}</map>`;
const RECT = area('rect', '50,20,150,60');
const HIGH = `<a id="a" href="${REPORT}"><span style="display:block;height:700px;background:#cde"></span></a>`;
const BOX = 'width:300px;height:120px;background:#def;margin:100px 60px';
const STRETCHED = `<h3>${link()}</h3><p>And more words.</p>`;

/** What pages do to their root, their body and what is in it, and where the link is then. */
const STYLES: readonly (readonly [string, string, string?])[] = [
  ['html', 'zoom:1.37'],
  ['html', 'zoom:0.6'],
  ['html', 'zoom:3', line('margin:40px')],
  ['body', 'zoom:1.5'],
  ['p', 'zoom:2'],
  ['html,body', 'zoom:1.3'],
  ['html', 'max-width:500px;margin:auto', line('')],
  ['html', 'position:relative;left:130px;top:40px', line('')],
  ['html', 'padding:50px;border:20px solid;margin:30px', line('')],
  ['html', 'position:absolute;left:100px;top:100px;width:300px', line('')],
  ['html', 'transform:scale(1.2) translate(9px,9px);transform-origin:0 0'],
  ['html', 'scale:0.7;translate:80px 60px'],
  ['html', 'rotate:0deg;perspective:500px;filter:brightness(0.9);opacity:0.9'],
  ['html', 'contain:strict;height:100vh'],
  ['html', 'contain:paint;width:500px;height:300px'],
  ['html', 'will-change:transform,filter;container-type:inline-size'],
  ['html', 'overflow:hidden;height:300px;clip-path:inset(0 100px 50px 0)'],
  ['html', 'display:flex;align-items:center;justify-content:center;height:100vh', line('')],
  ['html', 'display:grid;place-items:center;height:100vh', line('')],
  ['html', 'writing-mode:vertical-rl', line('margin:100px')],
  ['html', 'writing-mode:sideways-lr', line('margin:100px')],
  ['html', 'font-size:60px'],
  ['body', 'transform:translate(40px,40px);container-type:size;height:100vh'],
  ['*', 'max-width:300px!important;max-height:50px!important;transform:translateX(9px)!important;inset:auto!important'],
];

const ENLARGED = 'a link in the middle';

const CASES: Readonly<Record<string, Case>> = {
  [ENLARGED]: { body: line('margin:280px 350px') },
  ...Object.fromEntries(STYLES.map(([of, style, body]) => [`${of} { ${style} }`, { body: styled(of, style, body) }])),
  'html { direction: rtl }': { body: styled('html', 'direction:rtl'), edge: 'right' },
  'a link without a box, of text': {
    body: `<div style="margin:150px 200px"><a id="a" href="${REPORT}" style="display:contents">a report</a></div>`,
    over: 'div',
    at: [0.05, 0.5],
  },
  'links without boxes in each other': {
    body: `<style>a,span,b{display:contents}</style><div style="margin:150px 200px"><a id="a" href="${REPORT}"><span><b>A report</b></span></a></div>`,
    over: 'div',
    at: [0.05, 0.5],
  },
  'a link without a box, with a heading': {
    body: `<style>a{display:contents}</style><a id="a" href="${REPORT}"><h3 style="width:200px;margin:150px 200px">A report</h3></a>`,
    over: 'h3',
  },
  'a link of one inline block': {
    body: `<p style="margin:150px 100px">${link('<span style="display:inline-block;width:200px;height:90px"></span>')}</p>`,
    over: 'span',
  },
  'a link of what floats': {
    body: `<p style="margin:150px 100px">${link('<span style="float:left;width:200px;height:90px"></span>')} text</p>`,
    over: 'span',
  },
  'a link with a picture': {
    body: `<p style="margin:150px 100px">${link(`<img style="width:240px;height:160px" ${PICTURE}>`)} text</p>`,
    over: 'img',
  },
  'a link with a picture elsewhere': {
    body: `<p style="margin:150px 100px;position:relative">${link(`<img style="position:absolute;left:50px;top:40px;width:240px;height:100px" ${PICTURE}>`)} text</p>`,
    over: 'img',
  },
  'a teaser that a pseudo-element fills': {
    body: `<style>#a::after{content:"";position:absolute;inset:0}</style><div id="teaser" style="position:relative;${BOX}">${STRETCHED}</div>`,
    over: '#teaser',
    at: [0.8, 0.9],
  },
  'a teaser that an element fills': {
    body: `<div id="teaser" style="position:relative;${BOX}"><h3>${link('a report<span style="position:absolute;inset:0"></span>')}</h3></div>`,
    over: '#teaser',
    at: [0.8, 0.9],
  },
  'a component that is a teaser': {
    body: `<tease-r style="display:block;position:relative;${BOX}"></tease-r><script>
      customElements.define('tease-r', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'closed' }).innerHTML = '<style>a::before{content:"";position:absolute;inset:0}</style><a href="${REPORT}">a report</a>';
        }
      });
    </script>`,
    over: 'tease-r',
    at: [0.8, 0.9],
  },
  'a teaser that is half scrolled away': {
    body: `<style>#a::after{content:"";position:absolute;inset:0}</style><div id="box" style="overflow:auto;${BOX}"><div style="position:relative;height:600px">${STRETCHED}</div></div>
    <script>box.scrollTop=200</script>`,
    over: '#box',
  },
  'a link over lines': {
    body: `<p style="margin:60px 100px;width:200px">Some words then <a id="a" href="${REPORT}">a report that goes over some lines of this text and on</a>.</p>`,
    over: 'p',
    at: [0.2, 0.5],
  },
  'a link over columns': {
    body: `<div style="columns:2;width:520px;height:420px;column-fill:auto;orphans:1;widows:1;margin:0"><p style="height:395px;margin:0">x</p><a id="a" href="${REPORT}">a report<br><b>and its words</b></a></div>`,
    over: 'b',
  },
  'a link that is half scrolled away': {
    body: `<div id="box" style="overflow:auto;${BOX}">${HIGH}</div><script>box.scrollTop=300</script>`,
    over: '#box',
  },
  'a link in a box that cuts it off': {
    body: `<div id="box" style="overflow:clip;${BOX}">${HIGH}</div>`,
    over: '#box',
  },
  'a fixed link in a scroller': {
    body: `<div style="overflow:auto;width:300px;height:50px">${line('position:fixed;left:300px;top:200px')}</div>`,
  },
  'an absolute link in a scroller that does not hold it': {
    body: `<div style="overflow:auto;width:300px;height:50px">${line('position:absolute;left:300px;top:200px')}</div>`,
  },
  'a link that is half scrolled out of the window': {
    body: `<div style="margin-top:-500px;width:500px">${HIGH}</div>`,
    over: 'span',
    at: [0.5, 0.9],
  },
  'an area': { body: mapped(RECT), over: '#picture', at: [0.25, 0.2], free: [50, 20, 150, 60] },
  'a circle': { body: mapped(area('circle', '200,100,30')), over: '#picture', free: [170, 70, 230, 130] },
  'a polygon': { body: mapped(area('poly', '150,80,250,80,200,140')), over: '#picture', free: [150, 80, 250, 140] },
  'an area as large as the picture': { body: mapped(area('default', '')), over: '#picture' },
  'an area of a picture as wide as the page': {
    body: mapped(RECT, 'width:50%;height:200px'),
    over: '#picture',
    at: [0.3, 0.2],
    free: [50, 20, 150, 60],
  },
  'an area of a picture with a border': {
    body: mapped(area('rect', '0,0,120,120'), 'width:400px;height:100px;padding:60px;border:20px solid'),
    over: '#picture',
    at: [0.18, 0.38],
    free: [0, 0, 120, 120],
    freeInFirefox: [80, 80, 200, 200],
  },
  'an area of a map that is named by its id': {
    body: mapped(RECT, 'width:400px;height:200px', 'id="m"'),
    over: '#picture',
    at: [0.25, 0.2],
    free: [50, 20, 150, 60],
  },
  'an area of the second picture of a map': {
    body: `<img usemap="#m" style="display:block;width:300px;height:40px" ${PICTURE}>${mapped(RECT)}`,
    over: '#picture',
    at: [0.25, 0.2],
    free: [50, 20, 150, 60],
  },
  'an area in a page that is enlarged': {
    body: styled('body', 'zoom:1.5', mapped(RECT)),
    over: '#picture',
    at: [0.25, 0.2],
    free: [75, 30, 225, 90],
  },
  'an area of a picture that is made smaller': {
    body: styled('img', 'transform:scale(0.5);transform-origin:0 0', mapped(RECT)),
    over: '#picture',
    at: [0.25, 0.2],
    free: [25, 10, 75, 30],
  },
};

const NAMES = Object.keys(CASES);
/** Pixels; browsers round what they enlarge. */
const ROUNDING = 2;

inBrowsers(
  'where the card stands',
  ({ hostname, pathname }) => {
    if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
    const found = CASES[NAMES[Number(pathname.slice(1))] ?? ''];
    if (hostname !== 'card.example' || found === undefined) return null;
    return { body: `<!doctype html><meta charset="utf-8"><title>t</title>${found.body}` };
  },
  (bench) => {
    beforeAll(() => chooseSettings(bench(), { dwell: 100 }));

    test.each(NAMES.map((name, index) => [name, index] as const))('%s', async (name, index) => {
      const driver = await openPage(bench(), `/${index}`);
      const { page } = driver;
      try {
        const found: Case = CASES[name] ?? { body: '' };
        const { over = '#a', at = [0.5, 0.5], edge = 'left' } = found;
        const free = bench().name === 'firefox' ? (found.freeInFirefox ?? found.free) : found.free;
        const box = await boxIn(page, over);
        const pointer = { x: box.left + (box.right - box.left) * at[0], y: box.top + (box.bottom - box.top) * at[1] };
        await page.mouse.move(pointer.x - 6, pointer.y, { steps: 2 });
        await page.mouse.move(pointer.x, pointer.y);
        await expect.poll(() => driver.read(() => true), { timeout: 4000, interval: 30 }).toBe(true);
        const card = await driver.where();
        expectInWindow(card, await windowSize(page));
        const anchor = free === undefined ? box : inside(box, free);
        const seen = JSON.stringify({ card, anchor });
        expect(distance(card, anchor), seen).toBeGreaterThanOrEqual(6 - ROUNDING);
        expect(distance(card, anchor), seen).toBeLessThanOrEqual(8 + ROUNDING);
        for (const at of [card.left, card.top]) expect(Math.abs(at - Math.round(at)), seen).toBeLessThan(0.2);
        // It begins where its anchor begins, unless it would leave the window there.
        const isAtEdge = card.left < 9 || card.right > (await windowSize(page)).width - 9;
        if (!isAtEdge) expect(Math.abs(card[edge] - anchor[edge]), seen).toBeLessThanOrEqual(ROUNDING);
      } finally {
        await page.close();
      }
    });

    // Firefox's driver enlarges no page as fingers do.
    test('within what is seen of a page that fingers have enlarged', async ({ skip }) => {
      if (bench().name === 'firefox') skip();
      const driver = await openPage(bench(), `/${NAMES.indexOf(ENLARGED)}`);
      const { page } = driver;
      const session = await page.createCDPSession();
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.6 });
      await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeCloseTo(1.6, 1);
      await page.$eval('#a', (link) => (link as HTMLElement).focus());
      await driver.ask();
      await driver.opened();
      const { left, top, right, bottom } = await driver.where();
      const seen = await page.evaluate(() => {
        const { offsetLeft = 0, offsetTop = 0, width = 0, height = 0 } = visualViewport ?? {};
        return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
      });
      expect(left).toBeGreaterThanOrEqual(seen.left);
      expect(top).toBeGreaterThanOrEqual(seen.top);
      expect(right).toBeLessThanOrEqual(seen.right);
      expect(bottom).toBeLessThanOrEqual(seen.bottom);
      await page.close();
    });
  },
);

/** The first box of an element in the window. */
function boxIn(page: Page, selector: string): Promise<Box> {
  return page.$eval(selector, (element) => {
    const { left, top, right, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

function inside({ left, top }: Box, [x1, y1, x2, y2]: readonly [number, number, number, number]): Box {
  return { left: left + x1, top: top + y1, right: left + x2, bottom: top + y2 };
}

/** How far two boxes are from each other, below or above or beside; below 0 where they overlap. */
function distance(a: Box, b: Box): number {
  return Math.max(a.top - b.bottom, b.top - a.bottom, a.left - b.right, b.left - a.right);
}
