import type { AskedLink } from '../../core/protocol/marks.ts';
import type { Pages } from '../../scripts/site/serve.ts';

/** A page of many links to the Institute's site. */
export const LINKS_ADDRESS = 'http://bench.example/links';

/** The page of many links, and one at the address of the report itself, as the popup meets it. */
export function libraryPages(links: readonly AskedLink[], report: URL): Pages {
  return ({ hostname, pathname }) => {
    if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
    if (hostname === report.hostname) return { body: '<!doctype html><title>A report</title><p>A report.' };
    return hostname === 'bench.example' ? { body: makePage(links) } : null;
  };
}

function makePage(links: readonly AskedLink[]): string {
  const rows = links.map(({ address, text }) => `<p>Somebody wrote <a href="${address}">${text}</a>.</p>`);
  return `<!doctype html><meta charset="utf-8"><title>Links</title><script>(${watch})()</script>${rows.join('\n')}`;
}

/** Runs in the page: when marks came. */
function watch(): void {
  const marks = { first: 0, last: 0, count: 0 };
  new MutationObserver((records) => {
    marks.last = performance.now();
    marks.first ||= marks.last;
    marks.count += records.length;
  }).observe(document, { subtree: true, attributeFilter: ['data-ifg-gloss'] });
  Object.assign(window, { marks });
}
