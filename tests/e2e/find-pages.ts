import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { article } from '../../scripts/site/demo-pages.ts';
import type { Page, Pages } from '../../scripts/site/serve.ts';
import { OTHER_PAGE, REPORT } from './apps/addresses.ts';
import { bundleApp } from './apps/bundle.ts';
import { ServerPage } from './apps/server-page.ts';

const APPS = ['react-list', 'react-hydrate', 'vue-list', 'prosemirror', 'quill', 'virtual-list'] as const;
const SITE = 'http://www.instituteforgovernment.org.uk';
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const link = (id: string, href = REPORT) => `<a id="${id}" href="${href}">${id}</a>`;
const frame = (id: string, attributes: string) => `<iframe id="${id}" width="300" height="60" ${attributes}></iframe>`;
/** Opens the frame's document, for Firefox 140 replaces the one that a frame without an address begins with. */
const writeInFrame = (id: string, markup: string) =>
  `{ const inner = document.querySelector('#${id}').contentDocument;
    inner.open();
    inner.write(${JSON.stringify(markup)});
    inner.close(); }`;

const PAGES: Readonly<Record<string, Page>> = {
  'http://find.example/forms': article(
    'Forms',
    `<p>${link('plain')} ${link('upper', REPORT.replace('www.instituteforgovernment.org.uk', 'WWW.INSTITUTEFORGOVERNMENT.ORG.UK'))}
    ${link('mixed', REPORT.replace('www.instituteforgovernment', 'www.InstituteForGovernment'))}
    ${link('zigzag', REPORT.replace('www.instituteforgovernment', 'wWw.iNsTiTuTeFoRgOvErNmEnT'))}
    ${link('spaced', `  \n ${REPORT} `)} ${link('tracked', `${REPORT}?utm_source=x#top`)} ${link('protocol', REPORT.replace('https:', ''))}
    ${link('wrapped', `https://www.google.com/url?q=${encodeURIComponent(REPORT)}`)}
    ${link('base64', `https://click.example/e?d=${Buffer.from(REPORT).toString('base64url')}`)}
    ${link('token', `https://lnks.gd/l/eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify({ id: 10, url: REPORT })).toString('base64url')}.x/s/1`)}
    <a id="image" href="${REPORT}"><img src="${PIXEL}" alt="The report" width="40" height="40"></a></p>
    <svg width="200" height="30"><a id="svg" href="${REPORT}"><text y="20">svg</text></a></svg>
    <svg width="200" height="30"><a id="xlink" xlink:href="${REPORT}"><text y="20">xlink</text></a></svg>
    <math><a id="formula" href="${REPORT}"><mi>x</mi></a></math>
    <img src="${PIXEL}" usemap="#map" width="50" height="50" alt="Map"><map name="map"><area id="area" shape="rect" coords="0,0,50,50" href="${REPORT}" alt="area"></map>
    <p>${link('elsewhere', 'https://example.com/')} ${link('other', OTHER_PAGE)}
    ${link('share', `https://bsky.app/intent/compose?text=${encodeURIComponent(REPORT)}`)}
    ${link('facebook', `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(REPORT)}`)}
    ${link('mail', `mailto:?body=${encodeURIComponent(REPORT)}`)}
    ${link('name', 'https://instituteforgovernment.org.uk.example.com/publication/procurement-government-missions-delivery')}</p>
    <div id="editor" contenteditable="true"><p>${link('edited')} and ${REPORT}</p></div>
    <div id="plain-editor" contenteditable="plaintext-only">${link('edited-plain')}</div>`,
  ),
  'http://find.example/text': article(
    'Text',
    `<p id="written">It is at ${REPORT}, and that is all. Write to enquiries@instituteforgovernment.org.uk/ or see
    example.com/www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery.</p>
    <script type="application/json">${JSON.stringify([REPORT, OTHER_PAGE])}</script>`,
  ),
  'http://find.example/base': {
    body: `<!doctype html><head><base href="https://www.instituteforgovernment.org.uk/publication/"></head>
    ${link('relative', 'procurement-government-missions-delivery')} ${link('elsewhere', 'https://example.com/')}`,
  },
  [`${SITE}/comment/some-page`]: article(
    'Some page | Institute for Government',
    `<header>${link('header')}</header><nav>${link('nav')}</nav>
    <main><p>${link('relative', '/publication/procurement-government-missions-delivery')}
    ${link('protocol', '//www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery')}
    ${link('same', '/comment/some-page#notes')}</p></main><footer>${link('footer')}</footer>`,
  ),
  'http://find.example/empty': article('Empty', '<div id="list"></div>'),
  'http://find.example/next': article('Next', '<p>The next page</p>'),
  'http://find.example/frames': article(
    'Frames',
    `${frame('same', 'src="/inner"')} ${frame('cross', 'src="http://other.example/inner"')}
    ${frame('srcdoc', `srcdoc='${link('inner')}'`)} ${frame('blank', '')}
    <script>${writeInFrame('blank', link('inner'))}</script>`,
  ),
  'http://find.example/inner': article('Inner', link('inner')),
  'http://other.example/inner': article('Inner', link('inner')),
  'http://find.example/shadow': article(
    'Shadow',
    `<section id="declared"><template shadowrootmode="open">${link('inner')}</template>Light</section>
    <div id="open"></div><div id="closed"></div><x-late id="custom">Light</x-late><div id="late"></div><div id="nested"></div>
    <script>
      const markup = ${JSON.stringify(link('inner'))};
      const attach = (id, mode) => { const root = document.getElementById(id).attachShadow({ mode }); root.innerHTML = markup; return root; };
      attach('open', 'open');
      window.closedRoot = attach('closed', 'closed');
      const outer = document.getElementById('nested').attachShadow({ mode: 'open' });
      outer.innerHTML = '<div></div>';
      outer.firstChild.attachShadow({ mode: 'open' }).innerHTML = markup;
      setTimeout(() => attach('late', 'open'), 700);
      setTimeout(() => customElements.define('x-late', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = markup; }
      }), 900);
    </script>`,
  ),
  'http://find.example/design': article(
    'Design',
    `${frame('design', '')}<script>
      ${writeInFrame('design', `<p>${link('inner')}</p>`)}
      document.querySelector('#design').contentDocument.designMode = 'on';
    </script>${link('outer')}`,
  ),
  'http://find.example/strict': {
    body: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Strict</title><p>${link('plain')}</p>`,
    headers: {
      'content-security-policy':
        "default-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  'http://find.example/react-hydrate': app('react-hydrate', renderToString(createElement(ServerPage))),
};

function app(name: (typeof APPS)[number], markup = ''): Page {
  return article(name, `<div id="app">${markup}</div><script src="/${name}.js"></script>`);
}

/** All pages on which links are to be found, with the scripts of the apps. */
export async function makeFindPages(): Promise<Pages> {
  const scripts = new Map<string, Page>();
  for (const name of APPS) scripts.set(`/${name}.js`, { body: await bundleApp(name), type: 'text/javascript' });
  return ({ href, hostname, pathname }) => {
    const page = PAGES[href] ?? scripts.get(pathname);
    if (page !== undefined) return page;
    const named = APPS.find((name) => href === `http://find.example/${name}`);
    if (named !== undefined) return app(named);
    return pathname === '/favicon.ico' && !hostname.endsWith('example.com') ? { body: '', type: 'image/x-icon' } : null;
  };
}
