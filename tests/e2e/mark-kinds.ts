import type { Pages } from '../../scripts/site/serve.ts';
import { ELSEWHERE, LIKELY, RELATED, REPORT } from './apps/addresses.ts';

/** What stands behind the links, and whether their text is light. */
export const GROUNDS = {
  white: ['#fff', false],
  'off-white': ['#f5f5dc', false],
  'light grey': ['#d0d0d0', false],
  'mid grey': ['#767676', true],
  'blue of GOV.UK': ['#1d70b8', true],
  'dark blue': ['#0b2545', true],
  green: ['#00703c', true],
  red: ['#cc3300', true],
  yellow: ['#ffdd00', false],
  black: ['#000', true],
  'nearly black': ['#121212', true],
  photo: ['linear-gradient(100deg, #10243e, #5b3a29 40%, #2f4f2f 70%, #1a1a40)', true],
} as const satisfies Readonly<Record<string, readonly [string, boolean]>>;

/** A picture from white to black. */
const SHADES =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='100' height='50'><defs><linearGradient id='g'><stop stop-color='%23fff'/><stop offset='.5' stop-color='%23888'/><stop offset='1'/></linearGradient></defs><rect width='100' height='50' fill='url(%23g)'/></svg>";
const img = (attributes = '') => `<img ${attributes} width="100" height="50" alt="" src="${SHADES}">`;

type Link = (content: string, style?: string, attributes?: string) => string;

/** Kinds of links, each as a function of what makes a link. */
const KINDS: Readonly<Record<string, (link: Link) => string>> = {
  plain: (a) => a('plain'),
  'inline important': (a) => a('important', 'text-decoration:none!important'),
  'in two lines': (a) => `<div style="width:70px">${a('goes into two lines')}</div>`,
  small: (a) => a('small', 'font-size:11px'),
  large: (a) => a('large', 'font-size:34px'),
  bold: (a) => a('<b>bold</b> and <i>other</i>'),
  'no ink skipped': (a) => a('gjpqy', 'text-decoration-skip-ink:all'),
  'another colour within': (a) => a('<span style="color:#000;background:#fff">other</span>', 'color:#fff'),
  'inline-block': (a) => a('<span style="display:inline-block">inline-block</span>'),
  'inline-block in part': (a) => a('own, <span style="display:inline-block">block</span>'),
  code: (a) => a('<code style="display:inline-block">code</code>'),
  button: (a) => a('<button style="font:inherit;color:inherit;background:none">button</button>'),
  'inline-flex within': (a) => a('<span style="display:inline-flex;gap:8px"><b>one</b><b>two</b></span>'),
  flex: (a) => a('<span>flex</span><span>items</span>', 'display:flex;gap:8px'),
  grid: (a) => a('<span>grid</span><span>items</span>', 'display:grid;grid-template-columns:60px 60px'),
  float: (a) => a('<span style="float:left">float</span>'),
  positioned: (a) => `<div style="position:relative">${a('<span style="position:absolute">positioned</span>')}</div>`,
  block: (a) => a('block', 'display:block'),
  'blocks within': (a) => a('<div>blocks</div><div>within</div>'),
  table: (a) => a('<table><tr><td>table</table>'),
  'as high as its letters': (a) => a('as high', 'display:block;overflow:hidden;line-height:1;height:20px'),
  'cut above its foot': (a) => a('cut', 'display:block;overflow:hidden;line-height:1;height:15px;width:90px'),
  'box around it cut': (a) => `<div style="overflow:hidden;line-height:1;height:20px">${a('around')}</div>`,
  'display contents': (a) => a('contents', 'display:contents'),
  'contents with blocks': (a) => a('<b>contents</b>', 'display:contents'),
  'a ground of its own': (a) =>
    a('<span style="display:inline-block;line-height:1">ground</span>', 'color:#000;background:#fff'),
  'a ground as high as its letters': (a) =>
    a('ground', 'display:inline-block;line-height:1;color:#000;background:#fff'),
  'gradient as text': (a) =>
    a('gradient', 'color:transparent;background:linear-gradient(90deg,#888,#999);background-clip:text'),
  'filled text': (a) => a('filled', '-webkit-text-fill-color:#000;background:#fff;color:#fff'),
  vertical: (a) => a('vertical', 'display:inline-block;writing-mode:vertical-rl;height:70px'),
  'from right to left': (a) => `<div dir="rtl">${a('שלום')}</div>`,
  picture: (a) => a(img()),
  'picture in a picture': (a) => a(`<picture>${img()}</picture>`),
  'picture as a block': (a) => a(img('style="display:block"'), 'display:block;width:100px'),
  'picture in a figure': (a) => a(`<figure>${img()}</figure>`),
  'picture with a hidden text': (a) =>
    a(`${img()}<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">text</span>`),
  'picture in a cut box': (a) => `<div style="overflow:hidden;width:100px;height:50px">${a(img())}</div>`,
  'picture in a cut block': (a) =>
    a(img('style="display:block"'), 'display:block;width:100px;height:50px;overflow:hidden'),
  'picture by its ratio': (a) =>
    `<div style="overflow:hidden;width:100px">${a(
      `<div style="position:relative;padding-top:50%">${img('style="position:absolute;inset:0"')}</div>`,
      'display:block',
    )}</div>`,
  'picture in a rounded card': (a) =>
    `<div style="overflow:hidden;width:100px;height:50px;border-radius:8px;position:relative">${a(
      img('style="position:absolute;inset:0;object-fit:cover"'),
      'position:absolute;inset:0',
    )}</div>`,
  'picture behind generated content': (a) =>
    `<div style="overflow:hidden;width:100px;height:50px">${a(img(), 'position:relative;display:block', 'class="generated"')}</div>`,
  'picture in a box that scrolls': (a) =>
    `<div style="overflow:auto;width:100px">${a(img('style="display:block"'), 'display:block')}</div>`,
  'picture in a box that contains its paint': (a) =>
    `<div style="contain:paint;width:100px;height:50px">${a(img())}</div>`,
  'text cut with an ellipsis': (a) =>
    a('a text that is long', 'display:block;line-height:1.1;overflow:hidden;white-space:nowrap;text-overflow:ellipsis'),
  'text that came scrolled': (a) =>
    `<div style="overflow:auto;height:24px;line-height:24px">${a('scrolled')}<br>x</div>`,
  'background of a block in the line': (a) => a('<div style="width:100px;height:50px;background:#888"></div>'),
  'teaser of a news page': (a) =>
    `<div>${a(`<div style="overflow:hidden;border-radius:6px;width:100px;height:50px"><picture>${img('style="display:block;width:100%;height:100%;object-fit:cover"')}</picture></div>`)}</div>`,
  'picture by a ratio of generated content': (a) =>
    a(img('style="position:absolute;inset:0"'), 'width:100px', 'class="ratio"'),
  'pictures side by side': (a) =>
    `<div style="width:100px;font-size:0"><img width="30" height="50" alt="" style="position:relative;background:#000" src="${SHADES}">${a(
      `<img width="40" height="50" alt="" src="${SHADES}">`,
    )}<img width="30" height="50" alt="" style="position:relative;background:#000" src="${SHADES}"></div>`,
  'input as a button': (a) => a('<input type="button" value="button">'),
  'text that is generated': (a) => a('', '', 'class="generated-text"'),
  'put into a slot': (a) =>
    `<div><template shadowrootmode="open">${a('<slot></slot>', 'color:inherit;text-decoration:none')}</template><span style="display:inline-block">slotted</span></div>`,
  'picture put into a slot': (a) =>
    `<div><template shadowrootmode="open">${a('<slot></slot>')}</template>${img()}</div>`,
  'two lines at most': (a) =>
    `<div style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;line-height:1.2">${a('a text that goes on and on in lines')}</div>`,
  'background with hidden text': (a) =>
    a('<span style="visibility:hidden">text</span>', 'display:inline-block;width:40px;height:40px;background:#888'),
  'background with text of no size': (a) =>
    a('text', 'display:inline-block;width:40px;height:40px;background:#888;font-size:0'),
  'table cell': (a) => a('cell', 'display:table-cell'),
  'marked text': (a) => a('<mark>marked</mark>', 'color:#fff'),
  'line under its letters': (a) =>
    `<div style="text-underline-position:under;line-height:1;overflow:hidden">${a('under')}</div>`,
  'turned and small': (a) => a('<span style="display:inline-block;transform:scale(.8) rotate(3deg)">turned</span>'),
  'block of no height': (a) =>
    `<div style="position:relative">${a(img('style="position:absolute"'), 'display:block')}</div>`,
  'picture in a box without room for a plate': (a) =>
    `<div style="overflow:hidden;width:14px;height:14px;line-height:0">${a(`<img width="14" height="14" alt="" src="${SHADES}">`)}</div>`,
  'icon as a drawing': (a) =>
    a('<svg width="20" height="20"><circle cx="10" cy="10" r="9" fill="currentColor"/></svg>'),
  'icon as generated content': (a) => a('<i class="icon" style="display:inline-block"></i>'),
  'icon of the link itself': (a) => a('', '', 'class="icon"'),
  background: (a) => a('', `display:inline-block;width:100px;height:50px;background:url(&quot;${SHADES}&quot;)`),
  'background with its text outside': (a) =>
    a('text', `display:block;width:100px;height:50px;overflow:hidden;text-indent:-9999px;background:#888`),
  canvas: (a) => a('<canvas width="80" height="40" style="background:#999"></canvas>'),
  'over a whole card': (a) =>
    `<div style="position:relative;height:60px">card ${a('', 'position:absolute;inset:0')}</div>`,
  'text in a drawing': (a) => drawing(a('<text y="20">text</text>')),
  'shape in a drawing': (a) => drawing(a('<rect x="10" y="5" width="60" height="30"/>')),
};

function drawing(content: string): string {
  return `<svg width="100" height="50" fill="currentColor">${content}</svg>`;
}

/** A page of all kinds, each in a cell of its own; without marks where its links lead elsewhere. */
function kindsPage(href: string): string {
  const link: Link = (content, style = '', attributes = '') =>
    `<a href="${href}" ${attributes} style="${style}">${content}</a>`;
  const cells = Object.entries(KINDS).map(([kind, make]) => `<td id="${kind}">${make(link)}</td>`);
  const rows = Array.from({ length: Math.ceil(cells.length / 6) }, (_, row) => cells.slice(row * 6, row * 6 + 6));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kinds</title><style>
    body { margin: 0; font: 20px/1.5 sans-serif }
    .kinds { table-layout: fixed; width: 780px; border-spacing: 0 }
    .kinds > tbody > tr > td { height: 70px; padding: 10px; vertical-align: top; line-height: 1.5 }
    figure { margin: 0 } a { color: inherit; text-decoration: none }
    .generated::before, .generated::after { content: ''; position: absolute; right: 0; width: 4px; height: 4px; background: #888 }
    .ratio { display: block; position: relative; overflow: hidden } .ratio::before { content: ''; display: block; padding-top: 50% }
    .generated-text::after { content: 'generated' }
    .icon::before { content: '\\25cf' }
    </style><table class="kinds">${rows.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table>`;
}

const ADDRESSES: Readonly<Record<string, string>> = {
  '/exact': REPORT,
  '/likely': LIKELY,
  '/related': RELATED,
  '/bare': ELSEWHERE,
};

const LATER = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Later</title>
  <p><a id="shown" href="${REPORT}">${img()}</a></p><details><summary>More</summary><a id="hidden" href="${REPORT}">${img()}</a></details>`;

/** `http://kinds.example/exact`, `/likely` and `/related`, `/bare`, which has no marks, and `/later`, which hides one. */
export const kindPages: Pages = ({ hostname, pathname }) => {
  if (hostname !== 'kinds.example') return null;
  if (pathname === '/later') return { body: LATER };
  const href = ADDRESSES[pathname];
  return href === undefined ? { body: '', type: 'image/x-icon' } : { body: kindsPage(href) };
};
