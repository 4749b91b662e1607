import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { BUILT } from '../../scripts/browsers/launch.ts';
import { inFirefoxWindow } from './firefox-window.ts';

/** CSS pixels of a phone's window, a small one. */
export const PHONE = { width: 360, height: 740 } as const;

/** What Firefox for Android ignores in a manifest. */
const IGNORED = ['commands', 'omnibox', 'sidebar_action'];
const STAND_IN = 'android.js';

/**
 * A stand-in for Firefox for Android, of which no driver on a desktop knows: a copy of what was built for Firefox, from whose
 * `browser` all is taken away, before anything runs, that docs/browsers.md says is missing there.
 */
export async function copyForAndroid(): Promise<{ readonly built: URL; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-android-'));
  const within = join(folder, 'firefox-mv3');
  await cp(fileURLToPath(new URL('firefox-mv3', BUILT)), within, { recursive: true });
  await writeFile(join(within, STAND_IN), `(${takeAway})(${JSON.stringify(await readMissing())});`);
  for (const name of await readdir(within)) if (name.endsWith('.html')) await standInPage(join(within, name));
  await standInManifest(join(within, 'manifest.json'));
  return { built: pathToFileURL(`${folder}/`), remove: () => rm(folder, { recursive: true }) };
}

/** What Firefox has and Firefox for Android has not, as names of the API. */
export async function readMissing(): Promise<readonly string[]> {
  const table = await readFile(new URL('../../docs/browsers.md', import.meta.url), 'utf8');
  const rows = [...table.matchAll(/^\| `(.+)` +\| \S+ +\| (\S+) +\| (\S+) +\|$/gm)];
  return rows.flatMap(([, name = '', desktop, android]) => (desktop !== '–' && android === '–' ? [name] : []));
}

/** In the extension, before its own scripts: a part of the API of which all is missing goes as a whole. */
function takeAway(missing: readonly string[]): void {
  const api = Reflect.get(globalThis, 'browser') as Record<string, Record<string, unknown>>;
  const whole = ['commands', 'contextMenus', 'menus', 'omnibox', 'sidebarAction', 'windows'];
  for (const each of [api, Reflect.get(globalThis, 'chrome') as typeof api]) {
    for (const space of whole) delete each[space];
    for (const name of missing) {
      const [space = '', member = ''] = name.split('.');
      if (!whole.includes(space)) delete each[space]?.[member];
    }
  }
}

async function standInPage(path: string): Promise<void> {
  const page = await readFile(path, 'utf8');
  if (!page.includes('<head>')) throw new Error(`${path} has no head`);
  await writeFile(path, page.replace('<head>', `<head><script src="/${STAND_IN}"></script>`));
}

async function standInManifest(path: string): Promise<void> {
  const { background, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  for (const key of IGNORED) delete manifest[key];
  const { scripts } = background as { readonly scripts: readonly string[] };
  await writeFile(path, JSON.stringify({ ...manifest, background: { scripts: [STAND_IN, ...scripts] } }));
}

/** Makes the tab in front as large as a phone's window: as the driver does it, which refuses that to an extension's page. */
export async function asPhone(browser: Browser): Promise<void> {
  const { width, height } = PHONE;
  await inFirefoxWindow(
    browser,
    `(() => {
      const { style } = gBrowser.selectedBrowser;
      style.boxSizing = 'content-box';
      for (const [name, size] of [['width', ${width}], ['height', ${height}]]) {
        for (const each of [name, 'min-' + name, 'max-' + name]) style.setProperty(each, size + 'px');
      }
    })()`,
  );
}
