import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { BundledIndex, Feed } from '../../core/model/feed.ts';
import { copyBuilt } from '../copy-built.ts';

/** A copy of what was built, with another bundled index, and with a page to reach its library from. */
export interface ExtensionCopy {
  /** The folder with what was built for each browser. */
  readonly built: URL;
  /** Replaces the bundled index, as an update of the extension does; gives the index's version. */
  bundle(feeds: readonly Feed[]): Promise<string>;
  /** Lays down a feed under a name, for the seam. */
  addFeed(name: string, feed: Feed): Promise<void>;
  remove(): Promise<void>;
}

/** The page of a copy that has the seam (`library-seam.ts`) as `seam`. */
export const SEAM_PAGE = 'seam.html';
/** Where a copy's popup says when it showed what the background answered, in milliseconds after it was opened. */
export const SHOWN = 'shownAfter';

const FOLDERS = ['chrome-mv3', 'firefox-mv3'];

export async function copyExtension(): Promise<ExtensionCopy> {
  const folder = await copyBuilt('copy');
  const everywhere = (write: (within: string) => Promise<unknown>) =>
    Promise.all(FOLDERS.map((name) => write(join(folder, name))));
  let version = await readVersion(join(folder, 'chrome-mv3'));
  const seam = await buildSeam(folder);
  await everywhere((within) => addSeam(within, seam));
  await everywhere(watchPopup);
  return {
    built: pathToFileURL(`${folder}/`),
    async bundle(feeds) {
      const next = createHash('sha256').update(JSON.stringify(feeds)).digest('hex').slice(0, 16);
      await everywhere((within) => putIndex(within, version, { version: next, feeds }));
      version = next;
      return next;
    },
    async addFeed(name, feed) {
      await everywhere((within) => writeFile(join(within, 'feeds', `${name}.json`), JSON.stringify(feed)));
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function readVersion(within: string): Promise<string> {
  return (JSON.parse(await readFile(join(within, 'bundled-index.json'), 'utf8')) as BundledIndex).version;
}

/** The background knows the index's version by heart. */
async function putIndex(within: string, before: string, index: BundledIndex): Promise<void> {
  const background = join(within, 'background.js');
  const code = await readFile(background, 'utf8');
  if (code.split(before).length !== 2) throw new Error(`${background} does not name the index ${before} once`);
  await writeFile(background, code.replace(before, index.version));
  await writeFile(join(within, 'bundled-index.json'), JSON.stringify(index));
}

async function buildSeam(folder: string): Promise<string> {
  const entry = fileURLToPath(new URL('library-seam.ts', import.meta.url));
  const outDir = join(folder, 'seam');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, minify: false, lib: { entry, formats: ['es'], fileName: 'seam' } },
  });
  return readFile(join(outDir, 'seam.js'), 'utf8');
}

async function addSeam(within: string, seam: string): Promise<void> {
  await mkdir(join(within, 'feeds'));
  await writeFile(join(within, 'seam.js'), seam);
  await writeFile(
    join(within, SEAM_PAGE),
    '<!doctype html><meta charset="utf-8"><title>Seam</title><script type="module" src="/seam.js"></script>',
  );
}

async function watchPopup(within: string): Promise<void> {
  const popup = join(within, 'popup.html');
  await writeFile(join(within, 'watch.js'), `(${watch})(${JSON.stringify(SHOWN)});`);
  const page = await readFile(popup, 'utf8');
  await writeFile(popup, page.replace('<head>', '<head><script src="/watch.js"></script>'));
}

/** Runs in the popup. */
function watch(name: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('main article') === null) return;
    Reflect.set(globalThis, name, performance.now());
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true });
}
