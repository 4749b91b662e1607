import { article } from '../../scripts/site/demo-pages.ts';
import type { Page, Pages } from '../../scripts/site/serve.ts';
import { makePdf } from './make-pdf.ts';

const HOST = 'http://www.gov.example';
export const ANSWER_ADDRESS = `${HOST}/response`;
export const LONG_ADDRESS = `${HOST}/long`;
export const OTHER_ADDRESS = `${HOST}/allotments`;
export const HOSTILE_ADDRESS = `${HOST}/hostile`;
export const PDF_ADDRESS = `${HOST}/response.pdf`;

/** What the answer says of the recommendation on pipelines, and of that on data. */
export const PIPELINE =
  'Departments will publish commercial pipelines of upcoming opportunities that look three years ahead, so that industry can see what is coming.';
export const DATA =
  'We will revise Managing Public Money so that accounting officers are responsible for the procurement data of their organisation.';

const ANSWER = `<h1>Government response to the review of public buying</h1>
<nav>Home Departments ${PIPELINE} Contact</nav>
<p>We thank all who took part. This document sets out what we will do, in the order of the review.</p>
<h2>Sight of what is to come</h2>
<p id="pipeline">We agree. ${PIPELINE.replace('upcoming ', '<b>upcoming</b>\n   ')} The first of these appears in June.</p>
<p style="display: none">Hidden: ${DATA}</p>
<h2>Knowing what is bought</h2>
<p id="data">${DATA} The Treasury will consult on the wording.</p>
<h2>Other matters</h2>
<p id="other">The office in Leeds will move in spring, and its canteen will open on Mondays again.</p>
<open-shadow></open-shadow>
<script>customElements.define('open-shadow', class extends HTMLElement {
  constructor() { super().attachShadow({ mode: 'open' }).innerHTML = '<p>The new Commercial Innovation Hub will share best practice in buying innovation, and DSIT will coordinate the procurement of innovation with the Cabinet Office.</p>'; }
});</script>`;

/** Words of no subject, each paragraph another. */
const WORDS =
  'river council autumn garden window letter market harbour winter silver morning bridge village kitchen engine forest paper station museum bakery meadow lantern cellar orchard ferry'.split(
    ' ',
  );

/** Of a hundred words, with a link and an emphasis, as pages of long reports have them. */
function paragraph(number: number): string {
  const words = Array.from(
    { length: 98 },
    (_, place) => WORDS[(number * 7 + place * (1 + (number % 11))) % WORDS.length],
  );
  return `<p>The <a href="#${number}">${words.slice(0, 9).join(' ')}</a> ${words.slice(9, 40).join(' ')} <em>${words[40]}</em> ${words.slice(41).join(' ')}.</p>`;
}

/** More than 50,000 words. */
const LONG = `${Array.from({ length: 520 }, (_, number) => paragraph(number)).join('\n')}<p>${PIPELINE}</p>`;

/** A page that looks for what was put into it, and changes its text under the marks. */
const HOSTILE = `<p id="pipeline">We agree. ${PIPELINE}</p><p id="data">${DATA}</p>
<script>
  globalThis.seen = [];
  new MutationObserver((changes) => seen.push(...changes.map(({ type }) => type)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ['message', 'beforematch', 'selectionchange', 'focusin'])
    addEventListener(name, (event) => seen.push(name), true);
  globalThis.rewrite = () => { document.querySelector('#pipeline').firstChild.data = 'Nothing of the sort was ever said here, in no words at all.'; };
  globalThis.redraw = () => { const text = document.querySelector('#data'); text.replaceWith(text.cloneNode(true)); };
</script>`;

export const bearingPages: Pages = ({ origin, pathname }): Page | null => {
  if (origin !== HOST) return null;
  switch (pathname) {
    case '/response':
      return article('Government response', ANSWER);
    case '/long':
      return article('A long report', LONG);
    case '/allotments':
      return article(
        'Allotments',
        `<p>The council will let forty new allotments this spring, and asks for patience.</p>`,
      );
    case '/hostile':
      return article('Hostile', HOSTILE);
    case '/response.pdf':
      return { body: makePdf('Response'), type: 'application/pdf' };
    case '/favicon.ico':
      return { body: '', type: 'image/x-icon' };
    default:
      return null;
  }
};
