import { parseArgs } from 'node:util';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { startBrowser } from '../../scripts/browsers/launch.ts';
import { Refusal } from '../../scripts/refusal.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { readSavedPages, type SavedPage, serveSaved } from './saved-pages.ts';
import { formatMisses, formatTable, type Row } from './table.ts';
import { type Browsers, tryPage } from './try-page.ts';

/**
 * `npm run real-pages -- FOLDER [--chrome|--firefox] [--links NUMBER] [--json]`: opens each saved page of a folder, `NAME/source.html` or
 * `NAME.html`, in the built extension and without it, with links to a report put in, in both browsers or in one. Ends
 * with 1 where a mark, a card or the page itself is not as it should be.
 */
const USAGE = 'usage: npm run real-pages -- FOLDER [--chrome|--firefox] [--links NUMBER] [--json]';
const { values, positionals } = parseArgs({
  options: {
    chrome: { type: 'boolean' },
    firefox: { type: 'boolean' },
    json: { type: 'boolean' },
    links: { type: 'string', default: '12' },
  },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) throw new Refusal(USAGE);
const pages = await readSavedPages(folder);
if (pages.length === 0) throw new Refusal(`There is no page in ${folder}.`);
const both: readonly BrowserName[] = ['chrome', 'firefox'];
const names = both.filter((name) => values[name] || (!values.chrome && !values.firefox));
const results = await Promise.all(names.map((name) => tryPages(name, pages)));
for (const { version, rows } of results) if (!values.json) console.log(`${version}\n\n${formatTable(rows)}\n`);
if (values.json) console.log(JSON.stringify(results, null, 2));
process.exitCode = results.some(({ rows }) => rows.some(({ misses }) => misses.length > 0)) ? 1 : 0;

async function tryPages(name: BrowserName, saved: readonly SavedPage[]) {
  const site = await serveSite(serveSaved(saved));
  const browsers = await start(name, site.port);
  const version = await browsers.withIt.browser.version();
  const rows: Row[] = [];
  for (const page of saved) {
    const row = await tryPage(browsers, page);
    if (!values.json) console.error([`${version}: ${page.name}`, ...formatMisses(row)].join('\n'));
    rows.push(row);
  }
  await Promise.all([browsers.withIt, browsers.without].map(({ browser }) => browser.close()));
  site.close();
  return { version, rows };
}

async function start(name: BrowserName, port: number): Promise<Browsers> {
  const [withIt, without] = await Promise.all([
    startBrowser(name, port),
    startBrowser(name, port, { withExtension: false }),
  ]);
  const extension = await withIt.openExtensionPage('options.html');
  return { withIt, without, extension, links: Number(values.links) };
}
