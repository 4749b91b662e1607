import type { Pages } from '../../scripts/site/serve.ts';
import { HOSTILE } from './hostile.ts';
import { REPORT_PAGE } from './report-page-driver.ts';

/** What the report recommends, in the words of posts about it. */
export const SAID = [
  'Departments should specify what they want to achieve and not how, engage the market on outcomes at an early stage, and tie key performance indicators to them.',
  'Ministers should say, and show, that they will back officials who procure innovative solutions, and not disown them when one of these fails.',
  'The Cabinet Office and DSIT should issue more guidance on procuring innovation, set out best practice and make clear what contracting authorities may do.',
  'The Treasury should revise Managing Public Money to give accounting officers responsibility for the quality of data on procurement; the central digital platform should concentrate on usability for contracting authorities and suppliers.',
] as const;
const LIST = `<ul>${SAID.map((text) => `<li>${text}</li>`).join('')}</ul>`;
const UNSAID =
  '<p>None of this is new, and nobody has said a word of this paragraph, which is here to fill the page.</p>';

/** Ways to hide a list in `#box`: rules for when it has the class `off` and the box before it is not ticked. */
export const HIDING: Readonly<Record<string, string>> = {
  'without a box': '#box.off { display: none }',
  invisible: '#box.off { visibility: hidden }',
  transparent: '#box.off { opacity: 0 }',
  'all but transparent': '#box.off { opacity: 0.02 }',
  'faded by a filter': '#box.off { filter: opacity(0) }',
  'outside of what contains it': '#frame { contain: paint } #box.off { transform: translateX(-110%) }',
  'in transparent letters': '#box.off { color: transparent }',
  'in letters of no size': '#box.off, #box.off li { font-size: 0; line-height: 0 }',
  'without height': '#box.off { height: 0; overflow: hidden }',
  'without height, of a child': '#box.off > div { max-height: 0; overflow: clip }',
  'cut to a pixel': '#box.off { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap }',
  'clipped by an inset': '#box.off { clip-path: inset(50%) }',
  'clipped by a circle': '#box.off { clip-path: circle(0px at 50% 50%) }',
  'clipped by a polygon': '#box.off { clip-path: polygon(0 0, 0 0, 0 0, 0 0) }',
  'clipped the old way': '#box.off { position: absolute; clip: rect(0, 0, 0, 0) }',
  'beside the page': '#box.off { position: absolute; left: -9999px }',
  'beside a page that scrolls only down':
    'body { overflow-x: hidden } #box.off { position: absolute; left: 4000px; width: 30rem }',
  'indented out of the page': '#box.off li { text-indent: -9999px; white-space: nowrap }',
  'moved out of its frame': '#frame { overflow: hidden } #box.off { transform: translateX(-110%) }',
  'shrunk to nothing': '#box.off { transform: scale(0) }',
  'not laid out': '#box.off { content-visibility: hidden }',
  'behind a tab': '#tab:not(:checked) ~ #frame { display: none }',
};

const STYLE = `:root { color-scheme: light dark } body { font: 18px/1.6 Georgia, serif } main { max-width: 40rem; margin: 3rem auto; padding: 0 3rem }`;
const TITLE = 'The role of procurement in delivering mission-led government';
const shell = (body: string, style = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${TITLE} | Institute for Government</title><style>${STYLE} ${style}</style><body>${body}`;
const inMain = (text: string, style = '') => shell(`<main><h1>${TITLE}</h1>${text}</main>`, style);
const strew = (text: string, letter: string) => text.replace(/\w{4}(?=\w)/g, `$&${letter}`);

const bodies: Readonly<Record<string, string>> = {
  list: inMain(LIST + UNSAID),
  zoomed: inMain(LIST + UNSAID, 'html { zoom: 1.5 }'),
  centred: inMain(LIST + UNSAID, 'html { width: 45rem; margin: 2rem auto; position: relative }'),
  shifted: inMain(LIST + UNSAID, 'html { transform: translate(3rem, 2rem) }'),
  'in-a-box': inMain(
    LIST + UNSAID.repeat(30),
    'html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; box-sizing: border-box; overflow: auto; margin: 0 auto }',
  ),
  hiding: inMain(
    `<input type="checkbox" id="tab" checked><div id="frame"><div id="box"><div>${LIST}</div></div></div>${UNSAID}`,
  ),
  details: inMain(`<details id="box"><summary>All recommendations</summary>${LIST}</details>${UNSAID.repeat(30)}`),
  'until-found': inMain(`<div id="box" hidden="until-found">${LIST}</div>${UNSAID.repeat(30)}`),
  'scrolled-out': inMain(
    `<div id="box" style="height: 8rem; overflow: auto; border: 1px solid">${UNSAID.repeat(12)}${LIST}</div>${UNSAID}`,
  ),
  'long-block': inMain(`<div>${UNSAID.replace('<p>', '').replace('</p>', ' ').repeat(120)}${SAID[0]}</div>`),
  hidden: inMain(`<div id="box" style="display: none">${LIST}</div>${UNSAID}`),
  'line-breaks': inMain(`<p>${SAID.join('<br>')}</p>`),
  'line-breaks-without-stops': inMain(`<div>${SAID.map((text) => text.replace(/\.$/, '')).join('<br/>')}</div>`),
  'wrapped-lines': inMain(`<p>${SAID[0].replaceAll(/(\w+ \w+ \w+) (?=[a-z])/g, '$1<br>')}</p>`),
  'soft-hyphens': inMain(`<ul>${SAID.map((text) => `<li>${strew(text, '&shy;')}</li>`).join('')}</ul>`),
  'no-width': inMain(`<ul>${SAID.map((text) => `<li>${strew(text, '&#8203;')}</li>`).join('')}</ul>`),
  'div-text': inMain(SAID.map((text) => `<div>${text}</div>`).join('')),
  'mixed-div': inMain(`<div>${SAID[0]}<p>${SAID[1]}</p>${SAID[2]}<h2>A heading</h2>${SAID[3]}</div>`),
  'span-blocks': inMain(SAID.map((text) => `<span style="display: block">${text}</span>`).join('')),
  'hidden-copy': inMain(`<div style="display: none">${LIST}</div><section>${LIST.replaceAll('. ', '.\n  ')}</section>`),
  'hidden-copy-behind': inMain(`${LIST}<div class="narrow" style="display: none">${LIST}</div>`),
  'empty-main': shell(`<main></main><main><h1>${TITLE}</h1>${LIST}</main>`),
  'loading-main': shell(`<div role="main">The page is loading.</div><article><h1>${TITLE}</h1>${LIST}</article>`),
  'no-main': shell(`<h1>${TITLE}</h1>${LIST}`),
  'teaser-article': shell(
    `<article><p>${'Another publication of the Institute is listed here, with a line. '.repeat(3)}</p></article><article><h1>${TITLE}</h1>${LIST}${UNSAID}</article>`,
  ),
  form: inMain(`<form>${LIST}</form>`),
  clobbered: `${shell('')}<script>(${clobber})()</script><main><form id="form"><h1>${TITLE}</h1><div class="names"></div>${LIST}${UNSAID}</form></main><script>(${clobberForm})()</script>`,
  written: `${inMain('<p>This page will be another.</p>')}<script>setTimeout(() => { document.open(); document.write(${JSON.stringify(
    inMain(LIST + UNSAID),
  )}); document.close(); }, 2500)</script>`,
  hostile: HOSTILE + inMain(LIST + UNSAID),
  'not-wanted': `${inMain(LIST + UNSAID)}<script>(${refuse})()</script>`,
  'taken-out': `${inMain(LIST + UNSAID)}<script>setTimeout(() => { for (const each of document.querySelectorAll('html > :not(head, body)')) each.remove(); }, 2500)</script>`,
};

/** Pages at the report's address; which of them, says the query. */
export const reportPages: Pages = ({ hostname, pathname, search }) => {
  if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  if (hostname !== 'www.instituteforgovernment.org.uk' || !REPORT_PAGE.endsWith(pathname)) return null;
  const body = bodies[decodeURIComponent(search.slice(1))];
  return body === undefined ? null : { body };
};

/** Runs in the page: takes out at once whatever is put beside its body, and counts. */
function refuse(): void {
  let refused = 0;
  new MutationObserver(() => {
    for (const each of document.querySelectorAll('html > :not(head, body)')) {
      refused += 1;
      each.remove();
      document.documentElement.dataset.refused = String(refused);
    }
  }).observe(document.documentElement, { childList: true });
}

/** Runs in the page: images by the names of all that a document has. */
function clobber(): void {
  const names = new Set<string>();
  for (const kind of [Document, Node, EventTarget])
    for (const name of Object.getOwnPropertyNames(kind.prototype)) names.add(name);
  names.delete('constructor');
  const make = Document.prototype.createElement.bind(document);
  const { body } = document;
  for (const name of names) {
    const image = make('img');
    image.setAttribute('name', name);
    image.style.display = 'none';
    Element.prototype.append.call(body, image);
  }
}

/** Runs in the page: fields by the names of all that a form has. */
function clobberForm(): void {
  const names = new Set<string>();
  for (const kind of [HTMLFormElement, HTMLElement, Element, Node, EventTarget])
    for (const name of Object.getOwnPropertyNames(kind.prototype)) names.add(name);
  const form = Document.prototype.getElementById.call(document, 'form');
  for (const name of names) {
    const field = Document.prototype.createElement.call(document, 'input');
    field.setAttribute('name', name);
    field.setAttribute('type', 'hidden');
    Element.prototype.append.call(form, field);
  }
}
