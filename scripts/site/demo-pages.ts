import { REPORT_TEXT } from './demo-report.ts';
import type { Page, Pages } from './serve.ts';

const IFG = 'https://www.instituteforgovernment.org.uk';
const REPORT = '/publication/procurement-government-missions-delivery';
export const NEWS_ADDRESS = 'http://news.example/';
export const KINDS_ADDRESS = 'http://news.example/kinds';
export const PLAIN_ADDRESS = 'http://news.example/gardens';
export const PREVIEW_ADDRESS = 'http://www.instituteforgovernment.org.uk/node/12345';
export const REPORT_ADDRESS = `http://www.instituteforgovernment.org.uk${REPORT}`;

/** A news article with links to the Institute in the forms that people meet, and the report that it is about. */
export const demoPages: Pages = ({ hostname, pathname }) => {
  if (hostname === 'news.example' && pathname === '/') return NEWS_PAGE;
  if (hostname === 'news.example' && pathname === '/kinds') return KINDS_PAGE;
  if (hostname === 'news.example' && pathname === '/gardens') return PLAIN_PAGE;
  if (hostname === 'www.instituteforgovernment.org.uk' && pathname === REPORT) return REPORT_PAGE;
  if (hostname === 'www.instituteforgovernment.org.uk' && pathname === '/node/12345') return PREVIEW_PAGE;
  return pathname === '/favicon.ico' && (hostname === 'news.example' || hostname.endsWith('.org.uk')) ? NO_ICON : null;
};

/** A whole page with the look of an article. `body` is markup of ours. */
export function article(title: string, body: string): Page {
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">
<style>:root{color-scheme:light dark}body{font:18px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
</head><body>${body}</body></html>`,
  };
}

const NO_ICON: Page = { body: '', type: 'image/x-icon' };

const NEWS_PAGE = article(
  'Whitehall urged to buy better',
  `<h1>Whitehall urged to buy better</h1>
  <p>Government spends more than £400bn a year on goods and services. A
  <a id="plain" href="${IFG}${REPORT}">report on procurement and missions</a> says
  how that could serve its aims; newsletters link to it
  <a id="tracked" href="${IFG}${REPORT}?utm_source=news&utm_medium=email">with tracking</a>,
  others <a id="bare" href="http://instituteforgovernment.org.uk${REPORT}/">without www</a>, mail
  <a id="wrapped" href="https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(IFG + REPORT)}&data=05">behind safe links</a>,
  an <a id="archived" href="https://web.archive.org/web/20250925120000/${IFG}${REPORT}">archive keeps it</a>.</p>
  <p>It is not the <a id="other" href="${IFG}/publication/whats-next-pfi">report on PFI</a>, nor
  <a id="lookalike" href="https://instituteforgovernment.org.uk.example.com${REPORT}">a look-alike</a>, and a
  <a id="share" href="https://twitter.com/intent/tweet?url=${encodeURIComponent(IFG + REPORT)}">button to share it</a> is no link to it.</p>`,
);

/** A link of each kind that is marked. */
const KINDS_PAGE = article(
  'What has been written on buying',
  `<h1>What has been written on buying</h1>
  <p>There is a <a id="exact" href="${IFG}${REPORT}">report on procurement and missions</a>, one on
  <a id="likely" href="${IFG}/publication/performance-tracker-2025/schools">schools</a>, and an older one on
  <a id="related" href="${IFG}/publication/accountability-government-procurement">who answers for contracts</a>.</p>`,
);

/** A page about something else. */
const PLAIN_PAGE = article(
  'What to sow in November',
  '<h1>What to sow in November</h1><p>Broad beans, and little else.</p>',
);

const REPORT_PAGE = article(
  'The role of procurement in delivering mission-led government | Institute for Government',
  REPORT_TEXT,
);

/** The report at another of its addresses, which names the right one. */
const PREVIEW_PAGE = article(
  'Report | Institute for Government',
  `<link rel="canonical" href="${IFG}${REPORT}"><h1>Report</h1>`,
);
