import type { Page, Pages } from '../../scripts/site/serve.ts';
import { REPORT } from '../e2e/apps/addresses.ts';

export const BENCH_SITE = 'http://bench.example';

/** Pages of many links. The script on each gives the bench its actions and counts marks, if asked, as they come. */
export const benchPages: Pages = ({ hostname, pathname, searchParams }) => {
  if (!hostname.endsWith('bench.example')) return null;
  if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  const links = Number(searchParams.get('links') ?? 0);
  const toIfg = Number(searchParams.get('ifg') ?? 0);
  return makePage(links, toIfg);
};

export function pageAddress(links: number, toIfg: number, watches = false): string {
  return `${BENCH_SITE}/?links=${links}&ifg=${toIfg}${watches ? '&watch=1' : ''}`;
}

function makePage(links: number, toIfg: number): Page {
  const every = Math.floor(links / toIfg);
  const rows = Array.from({ length: links }, (_, index) => {
    const href =
      toIfg > 0 && index % every === 0
        ? `${REPORT}?row=${index}`
        : `https://example.com/some/path/number-${index}?q=${index}`;
    return `<p>Row ${index} of the page, with <a href="${href}">link number ${index}</a> in it.</p>`;
  });
  return {
    body: `<!doctype html><meta charset="utf-8"><title>Bench</title>
<style>body{font:16px/1.5 sans-serif}</style><script>(${actions})(${JSON.stringify(REPORT)})</script>
<div id="rows">${rows.join('\n')}</div><div id="more"></div>`,
  };
}

/** Runs in the page. */
function actions(report: string): void {
  const rows = (start: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const number = start + index;
      const href = number % 20 === 0 ? `${report}?more=${number}` : `https://example.com/more/${number}`;
      return `<p>Added row ${number} with <a href="${href}">a link</a></p>`;
    }).join('');
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const tellsShift = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
  const state = { shift: tellsShift ? 0 : Number.NaN, lastMark: 0, marks: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) state.shift += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
  if (location.search.includes('watch'))
    new MutationObserver((records) => {
      state.lastMark = performance.now();
      state.marks += records.length;
    }).observe(document, { subtree: true, attributeFilter: ['data-ifg-gloss'] });
  Object.assign(window, {
    state,
    /** 2,000 rows in 10 batches. */
    async append() {
      for (let batch = 0; batch < 10; batch += 1) {
        document.querySelector('#more')?.insertAdjacentHTML('beforeend', rows(batch * 200, 200));
        await wait(100);
      }
    },
    /** 3,000 rows, each put into the page before what it holds. */
    async build() {
      const add = (parent: Element, name: string) => parent.appendChild(document.createElement(name));
      const list = add(document.querySelector('#more') as Element, 'ul');
      for (let number = 0; number < 3000; number += 1) {
        const link = add(add(add(list, 'li'), 'p'), 'a') as HTMLAnchorElement;
        link.href = number % 20 === 0 ? `${report}?more=${number}` : `https://example.com/more/${number}`;
        link.textContent = `Row ${number}`;
      }
      await wait(1000);
    },
    /** 1,000 nodes a second, none a link, for ten seconds. */
    async churn() {
      const more = document.querySelector('#more') as HTMLElement;
      for (let turn = 0; turn < 500; turn += 1) {
        more.replaceChildren(
          ...Array.from({ length: 20 }, (_, index) => {
            const element = document.createElement(index % 2 === 0 ? 'div' : 'span');
            element.textContent = `${turn} ${index}`;
            return element;
          }),
        );
        await wait(20);
      }
    },
    /** 200 addresses a frame for three seconds; gives how many frames there were. */
    async rewrite() {
      const links = [...document.links].slice(0, 200);
      const start = performance.now();
      let frames = 0;
      while (performance.now() - start < 3000) {
        for (const [index, link] of links.entries()) link.href = `https://example.com/${frames}/${index}`;
        await frame();
        frames += 1;
      }
      return frames;
    },
  });
}
