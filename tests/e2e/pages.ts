/** Pages served as the hosts that readers meet them on, all from loopback. */
const REPORT = '/publication/procurement-government-missions-delivery';

export const NEWS_PAGE = page(
  'Whitehall urged to buy better',
  `<h1>Whitehall urged to buy better</h1>
  <p>Government spends more than £400bn a year on goods and services. A
  <a id="plain" href="https://www.instituteforgovernment.org.uk${REPORT}">report on procurement and missions</a> says
  how that could serve its aims; newsletters link to it
  <a id="tracked" href="https://www.instituteforgovernment.org.uk${REPORT}?utm_source=news&utm_medium=email">with tracking</a>,
  others <a id="bare" href="http://instituteforgovernment.org.uk${REPORT}/">without www</a>, mail
  <a id="wrapped" href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.instituteforgovernment.org.uk${REPORT.replaceAll('/', '%2F')}&data=05">behind safe links</a>.</p>
  <p>It is not the <a id="other" href="https://www.instituteforgovernment.org.uk/publication/whats-next-pfi">report on PFI</a>, nor
  <a id="lookalike" href="https://instituteforgovernment.org.uk.example.com${REPORT}">a look-alike</a>.</p>`,
);

export const REPORT_PAGE = page(
  'The role of procurement in delivering mission-led government | Institute for Government',
  '<h1>The role of procurement in delivering mission-led government</h1><p>How can the government remove the barriers to its missions?</p>',
);

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:18px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style></head><body>${body}</body></html>`;
}
