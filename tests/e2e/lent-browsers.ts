import type { BrowserName } from '../../scripts/browsers/find.ts';
import { findWelcome, type Options, type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { type Pages, type Site, serveSite } from '../../scripts/site/serve.ts';

/** A browser with the extension freshly installed and nothing else of it, and the stand-in for the network before it. */
export interface Lent {
  readonly started: Started;
  /** The host of every request that came since and that no page answers, in order. */
  refused(): readonly string[];
  giveBack(): Promise<void>;
}

interface Kept {
  readonly started: Started;
  readonly site: Site;
  serve(pages: Pages): void;
}

const keptBrowsers = new Map<BrowserName, Kept>();

/**
 * A browser for the tests of a file. One that needs nothing special stays open for the files after it, for its start takes
 * seconds of both processors: then the extension is removed with all that it stored, and its tabs are closed.
 */
export async function lendBrowser(name: BrowserName, pages: Pages, options: Options): Promise<Lent> {
  if (Object.values(options).some((option) => option !== undefined)) return startForOne(name, pages, options);
  const kept = keptBrowsers.get(name) ?? (await startForMany(name));
  keptBrowsers.delete(name);
  kept.serve(pages);
  const { started, site } = kept;
  const before = site.refused.length;
  await started.install();
  await (await findWelcome(started)).close();
  return {
    started,
    refused: () => site.refused.slice(before),
    async giveBack() {
      kept.serve(() => null);
      await clear(started).then(
        () => keptBrowsers.set(name, kept),
        () => end(kept),
      );
    },
  };
}

async function startForOne(name: BrowserName, pages: Pages, options: Options): Promise<Lent> {
  const site = await serveSite(pages);
  const started = await startBrowser(name, site.port, options);
  return {
    started,
    refused: () => site.refused,
    giveBack: () => end({ started, site }),
  };
}

async function startForMany(name: BrowserName): Promise<Kept> {
  let pagesOf: Pages = () => null;
  const site = await serveSite((address) => pagesOf(address));
  const started = await startBrowser(name, site.port, { withExtension: false });
  return {
    started,
    site,
    serve(pages) {
      pagesOf = pages;
    },
  };
}

async function end({ started, site }: Pick<Kept, 'started' | 'site'>): Promise<void> {
  await started.browser.close();
  site.close();
}

async function clear({ browser, uninstall }: Started): Promise<void> {
  const pages = await browser.pages();
  await browser.newPage();
  await uninstall();
  await Promise.allSettled(pages.map((page) => page.close()));
}
