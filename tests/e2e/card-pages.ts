import { article } from '../../scripts/site/demo-pages.ts';
import type { Page, Pages } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';

export const SITE = 'http://card.example';
const RELATED = 'https://www.instituteforgovernment.org.uk/publication/accountability-government-procurement';

const link = (id: string, text = 'a report on procurement', href = REPORT) =>
  `<a id="${id}" href="${href}">${text}</a>`;
const LINES = '<p>Nothing to see in this line of the page.</p>'.repeat(60);

/** Records, as early as a page can, all that it hears of the keyboard and the clipboard. */
const LISTENER = `<script>
  window.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste', 'beforeinput', 'selectionchange'])
    for (const target of [window, document])
      target.addEventListener(type, (event) => heard.push(type), true);
</script>`;

const CORNER = 'position:fixed;white-space:nowrap';

const PAGES: Readonly<Record<string, Page>> = {
  '/': article(
    'Card',
    `${LISTENER}<textarea id="field"></textarea><p>Here is ${link('first')}.</p><p style="padding-left: 14rem">and there ${link('second')},
    also ${link('bare', 'without encryption', REPORT.replace('https:', 'http:'))}.</p>
    <p>Something like it is ${link('related', 'accountability', RELATED)}.</p>${LINES}`,
  ),
  '/corners': article(
    'Corners',
    `<p style="${CORNER};top:4px;left:4px;margin:0">${link('top-left')}</p><p style="${CORNER};top:4px;right:4px;margin:0">${link('top-right')}</p>
    <p style="${CORNER};bottom:4px;left:4px;margin:0">${link('bottom-left')}</p><p style="${CORNER};bottom:4px;right:4px;margin:0">${link('bottom-right')}</p>
    <p style="${CORNER};top:48%;left:40%;margin:0">${link('middle')}</p>`,
  ),
  '/large': article(
    'Large',
    `<p>${link('large', '<span style="display:block;height:500px;background:#cde">a picture</span>')}</p>`,
  ),
  '/rtl': {
    body: article('RTL', `<div dir="rtl" lang="ar"><p>قال ${link('first', 'تقرير عن المشتريات')} ذلك.</p></div>`).body,
  },
  '/dark': article(
    'Dark',
    `<style>:root{color-scheme:normal}body{background:#15202b;color:#fff}</style><p>Here is ${link('first')}.</p>`,
  ),
  '/dark-oklch': article(
    'Dark, as new style sheets say it',
    `<style>:root{color-scheme:normal}body{background:oklch(0.208 0.042 265.755);color:#fff}</style><p>Here is ${link('first')}.</p>`,
  ),
  '/light': article(
    'Light',
    `<style>:root{color-scheme:light}html{background:#fff}</style><p>Here is ${link('first')}.</p>`,
  ),
  '/frames': article(
    'Frames',
    `<p>Here is ${link('first')}.</p><iframe id="same" width="560" height="420" src="/inner"></iframe>
    <iframe id="cross" width="560" height="420" src="http://other.example/inner"></iframe>`,
  ),
  '/tall-frame': article(
    'A tall frame',
    `<iframe id="tall" width="560" height="4000" src="http://other.example/long"></iframe>`,
  ),
  '/small-frame': article(
    'A small frame',
    `<p>${'words '.repeat(60)}</p><iframe id="small" width="300" height="220" src="/inner"></iframe>${LINES}`,
  ),
  '/long': article('Long', `<p style="margin-top:1500px">Here is ${link('inner')}.</p>`),
  '/inner': article('Inner', `<p>Here is ${link('inner')}.</p>`),
  '/dialog': article(
    'Dialog',
    `<dialog id="dialog"><p>Here is ${link('first')}.</p><p>and more</p></dialog><script>document.querySelector('dialog').showModal()</script>`,
  ),
  '/dialog-of-a-component': article(
    'Dialog of a component',
    `<modal-box><p>Here is ${link('first')}.</p><p>and more</p></modal-box><script>
      customElements.define('modal-box', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<dialog style="background:#15202b"><div><slot></slot></div></dialog>';
          this.shadowRoot.querySelector('dialog').showModal();
        }
      });
    </script>`,
  ),
  '/text': article(
    'Text',
    `<p>The address is <span id="written">${REPORT}</span> and no link.</p><p>Here is ${link('first')}.</p>
    <div id="cover" style="position:fixed;inset:0;background:#8888" hidden></div>`,
  ),
  '/small': article('Small letters', `<style>html{font-size:5px}</style><p>Here is ${link('first')}.</p>`),
  '/sandbox': {
    ...article('Sandboxed', `${LISTENER}<p>Here is ${link('first')}.</p>`),
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
  },
};

export const cardPages: Pages = ({ hostname, pathname }) => {
  if (hostname !== 'card.example' && hostname !== 'other.example') return null;
  return PAGES[pathname] ?? (pathname === '/favicon.ico' ? { body: '', type: 'image/x-icon' } : null);
};
