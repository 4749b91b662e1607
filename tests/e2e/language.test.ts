import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { LANGUAGES, type LanguageChoice } from '../../core/languages.ts';
import { addressOfRoute } from '../../core/library-route.ts';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { article, demoPages, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { type Driver, openPage } from './card-driver.ts';
import { inBrowsers } from './in-browsers.ts';
import { type ReportPageDriver, visitReportPage } from './report-page-driver.ts';

const PLACE = 'http://card.example/language';
const NO_ICON = { body: '', type: 'image/x-icon' };

const pages: Pages = (address) =>
  address.href.startsWith(PLACE)
    ? article('A page', `<p>Here is <a id="first" href="${REPORT}">a report on procurement</a>.</p>`)
    : (demoPages(address) ?? (address.pathname === '/favicon.ico' ? NO_ICON : null));

/** What is open while its reader chooses. */
interface Open {
  readonly card: Driver;
  readonly report: ReportPageDriver;
  readonly popup: Page;
  readonly library: Page;
}

inBrowsers('the language', pages, (bench) => {
  let open: Open;

  const openAll = async (): Promise<Open> => {
    const { extension, started } = bench();
    const card = await openPage(bench(), PLACE);
    await card.page.focus('#first');
    await card.ask();
    await card.opened();
    const report = await visitReportPage(bench(), REPORT_ADDRESS);
    await report.waitFor('panel', '.tab');
    const popup = await openPopup(started, await findTab(extension, PLACE));
    const library = await started.openExtensionPage(addressOfRoute({ view: 'threads' }).slice(1));
    await library.waitForSelector('main h2');
    return { card, report, popup, library };
  };
  afterAll(async () => {
    await Promise.all(Object.values(open ?? {}).map((each) => ('page' in each ? each.page.close() : each.close())));
  });

  const choose = (language: LanguageChoice) =>
    bench().extension.$$eval(
      'input[name=language]',
      (choices, place) => choices[place]?.click(),
      ['browser', ...Object.keys(LANGUAGES)].indexOf(language),
    );
  const readHead = (page: Page) =>
    page.evaluate(() => ({ lang: document.documentElement.lang, h1: document.querySelector('h1')?.textContent }));
  const readTitle = (): Promise<string> =>
    bench().extension.evaluate(async () => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.action.getTitle({});
    });
  const readPanel = async () => (await open.report.find('panel', '.tab'))[0]?.label;

  test('that is chosen is spoken at once by all that is open', async () => {
    open = await openAll();
    const { card, popup, library } = open;
    await choose('cy');
    await expect.poll(() => readHead(bench().extension)).toEqual({ lang: 'cy', h1: 'Dewisiadau IfG Gloss' });
    await expect.poll(() => popup.$eval('footer', ({ textContent }) => textContent)).toMatch(/Marcio dolenni/);
    await expect.poll(() => readHead(library)).toMatchObject({ lang: 'cy', h1: 'Edefynnau' });
    await expect.poll(() => card.read((root) => root.host.getAttribute('lang'))).toBe('cy');
    expect(await card.text('.card-bar')).toMatch(/Cadw’r cerdyn ar agor|^$/);
    expect(await card.text('article')).toMatch(/argymhelliad/);
    await expect.poll(readPanel).toMatch(/Postiadau am y dudalen hon/);
    await bench().picture(bench().extension, 'language-options');
    await bench().picture(popup, 'language-popup');
    await bench().picture(library, 'language-library');
    await bench().picture(card.page, 'language-card');
  });

  test('has its own months, also where the browser has none', async () => {
    const { card, library } = open;
    expect(await library.$eval('.month-heading', ({ textContent }) => textContent)).toMatch(
      /^(?:Medi|Hydref|Tachwedd) 2025$/,
    );
    expect(await card.text('article')).toMatch(/\d Medi 2025/);
  });

  test('is spoken by what opens later, from the first thing it shows', async () => {
    const { extension, started } = bench();
    const popup = await openPopup(started, await findTab(extension, PLACE));
    expect(await popup.$eval('footer', ({ textContent }) => textContent)).toMatch(/Marcio dolenni/);
    const welcome = await started.openExtensionPage('welcome.html');
    await welcome.waitForSelector('h1');
    expect(await readHead(welcome)).toEqual({ lang: 'cy', h1: 'Nodiadau ar ymyl y ddalen' });
    const later = await openPage(bench(), `${PLACE}?later`);
    await Promise.all([popup.close(), welcome.close(), later.page.close()]);
  });

  test('is the browser’s again when its reader chooses that', async () => {
    const { card, popup, library } = open;
    await choose('browser');
    await expect.poll(() => readHead(bench().extension)).toMatchObject({ h1: 'IfG Gloss options' });
    await expect.poll(() => popup.$eval('footer', ({ textContent }) => textContent)).toMatch(/Mark links/);
    await expect.poll(() => readHead(library)).toMatchObject({ h1: 'Threads' });
    await expect.poll(() => card.read((root) => root.host.getAttribute('lang'))).toMatch(/^en/);
    await expect.poll(readPanel).toMatch(/Posts about this page/);
    expect(await readTitle()).toBe('IfG Gloss');
  });
});
