import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dependencies } from '../package.json';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PAGE_SCRIPT = ['core', 'page', 'wxt/utils/define-unlisted-script'];
const DRAWN = ['core', 'platform', 'components', 'preact', 'webextension-polyfill'];
const OWN_PAGE = ['platform/network', ...DRAWN];

/** What each folder may import beside itself, by folder or package. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['stemmer', '@noble/hashes'],
  'core/sources/car': ['core', '@atcute/cbor', '@atcute/cid', '@atcute/repo', '@noble/hashes'],
  page: ['core'],
  platform: ['core', 'client-zip', 'webextension-polyfill'],
  'platform/network': ['core', 'platform', '@atcute/client', 'webextension-polyfill'],
  components: ['core', 'preact'],
  'entrypoints/background': [
    'core',
    'platform',
    'platform/network',
    'idb',
    'webextension-polyfill',
    'wxt/utils/define-background',
  ],
  'entrypoints/off-site.ts': ['core', 'wxt/utils/define-unlisted-script'],
  'entrypoints/scanner': ['entrypoints/written', ...PAGE_SCRIPT],
  'entrypoints/written': PAGE_SCRIPT,
  'entrypoints/forms': PAGE_SCRIPT,
  'entrypoints/annotator': ['platform', 'components', 'webextension-polyfill', ...PAGE_SCRIPT],
  'entrypoints/card': ['entrypoints/annotator', ...DRAWN, ...PAGE_SCRIPT],
  'entrypoints/bearing': ['entrypoints/report-page', ...PAGE_SCRIPT],
  'entrypoints/report-page': [...DRAWN, ...PAGE_SCRIPT],
  'entrypoints/own-frame': DRAWN,
  'entrypoints/own-place': ['platform', 'webextension-polyfill', ...PAGE_SCRIPT],
  'entrypoints/pane': OWN_PAGE,
  'entrypoints/popup': ['entrypoints/pane', ...OWN_PAGE],
  'entrypoints/sidepanel': ['entrypoints/pane', ...OWN_PAGE],
  'entrypoints/consent': OWN_PAGE,
  'entrypoints/import': ['core'],
  'entrypoints/library': ['entrypoints/import', ...OWN_PAGE],
  'entrypoints/options': ['entrypoints/import', ...OWN_PAGE],
  'entrypoints/requests': OWN_PAGE,
  'entrypoints/welcome': OWN_PAGE,
  'entrypoints/words': ['platform', 'wxt/utils/define-unlisted-script'],
};

const CLOCKS = ['new Date()', 'Date.now()', '[0].map(Date.now)', 'performance.now()', 'setTimeout(String)'];
const PURE = ['new Date(0)', "Date.parse('2025-01-01')", 'Date.UTC(2025, 0, 1)'];

interface Rule {
  readonly includes: readonly string[];
  readonly linter?: { readonly rules: { readonly style?: { readonly noRestrictedImports?: object } } };
}

const folders = await findFolders();
const others = [
  ...Object.keys(dependencies),
  'wxt/utils/define-background',
  'wxt/utils/define-unlisted-script',
  'node:fs',
];
// Who may import core may import all of it.
const targets = [...folders.filter((folder) => !folder.startsWith('core/')), 'scripts', 'tests', ...others];
let copy: string;

beforeAll(async () => {
  copy = await realpath(await mkdtemp(join(tmpdir(), 'ifg-gloss-')));
  await mkdir(join(copy, 'scripts'));
  for (const file of ['biome.json', 'scripts/no-clock.grit', 'scripts/no-network.grit'])
    await cp(file, join(copy, file));
});
afterAll(() => rm(copy, { recursive: true }));

test('every folder with code of the extension is listed here', () => {
  expect(folders).toEqual(Object.keys(MAY_IMPORT).sort());
});

test.each(folders)('%s stands in one rule', async (folder) => {
  const { overrides } = JSON.parse(await readFile('biome.json', 'utf8')) as { overrides: Rule[] };
  const rules = overrides.filter(
    ({ includes, linter }) =>
      linter?.rules.style?.noRestrictedImports !== undefined &&
      includes.some((glob) => matchesGlob(fileIn(folder), glob)) &&
      !includes.some((glob) => glob.startsWith('!') && matchesGlob(fileIn(folder), glob.slice(1))),
  );
  expect(rules).toHaveLength(1);
});

test('what a folder may not import is reported, and nothing else', async () => {
  for (const folder of folders)
    await put(
      fileIn(folder),
      targets.filter((each) => each !== folder).map((target) => `import '${pathTo(folder, target)}';`),
    );
  const found = await lint('lint/style/noRestrictedImports');
  const reported = folders.map((folder) => [
    folder,
    targets.filter((each) => each !== folder).filter((_, index) => !found.has(`${fileIn(folder)}:${index + 1}`)),
  ]);
  const expected = folders.map((folder) => [folder, targets.filter((each) => MAY_IMPORT[folder]?.includes(each))]);
  expect(Object.fromEntries(reported)).toEqual(Object.fromEntries(expected));
});

test('core may ask no clock and nothing of the browser', async () => {
  const asked = [
    ...CLOCKS,
    'document.title',
    'browser.tabs',
    'fetch(String())',
    'location.href',
    'localStorage.length',
  ];
  await put(
    'core/clock.ts',
    [...asked, ...PURE].map((expression, index) => `export const made${index} = ${expression};`),
  );
  const found = new Set([...(await lint('plugin')), ...(await lint('lint/style/noRestrictedGlobals'))]);
  expect([...found].filter((place) => place.startsWith('core/clock.ts')).sort()).toEqual(
    asked.map((_, index) => `core/clock.ts:${index + 1}`).sort(),
  );
});

test('only one module asks the network, and one the files of the extension itself', async () => {
  const asked = [
    'fetch(String())',
    'globalThis.fetch(String())',
    "self['fetch'](String())",
    'Reflect.get(globalThis, "fetch")(String())',
    "[''].map(fetch)",
    'new XMLHttpRequest()',
    'new window.XMLHttpRequest()',
    "new WebSocket('wss://news.example')",
    "new EventSource('https://news.example')",
    "new WebTransport('https://news.example')",
    'new RTCPeerConnection()',
    "navigator.sendBeacon('https://news.example')",
    "importScripts('https://news.example')",
    '(({ fetch }) => fetch)(globalThis)',
    '(({ sendBeacon: send }) => send)(navigator)',
  ];
  const places = [...folders.map(fileIn), 'entrypoints/background/index.ts', 'platform/network/requests.test.ts'];
  const doors = ['platform/network/requests.ts', 'platform/own-file.ts'];
  for (const place of [...places, ...doors])
    await put(
      place,
      asked.map((expression, index) => `export const made${index} = ${expression};`),
    );
  const found = [...(await lint('plugin'))].filter((place) =>
    [...places, ...doors].some((path) => place.startsWith(path)),
  );
  expect(found.sort()).toEqual(places.flatMap((path) => asked.map((_, index) => `${path}:${index + 1}`)).sort());
});

/** The folders of the extension's code, and its scripts that have none. */
async function findFolders(): Promise<readonly string[]> {
  const root = await readdir('.', { withFileTypes: true });
  const apart = ['docs', 'entrypoints', 'node_modules', 'pictures', 'public', 'scripts', 'seeds', 'tests'];
  const layers = root.filter((each) => each.isDirectory() && !each.name.startsWith('.')).map(({ name }) => name);
  const entries = (await readdir('entrypoints')).filter((name) => !name.endsWith('.css'));
  const kept = layers.filter((name) => !apart.includes(name));
  return [...kept, ...entries.map((name) => `entrypoints/${name}`), 'core/sources/car', 'platform/network'].sort();
}

function fileIn(folder: string): string {
  return folder.endsWith('.ts') ? folder : `${folder}/made-up.ts`;
}

function pathTo(folder: string, target: string): string {
  if (others.includes(target)) return target;
  const path = relative(dirname(fileIn(folder)), fileIn(target)).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

async function put(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), `${lines.join('\n')}\n`);
}

/** Where a rule is broken: `file:line`. */
async function lint(rule: string): Promise<ReadonlySet<string>> {
  const biome = join(import.meta.dirname, '../node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', copy];
  const run = promisify(execFile)(process.execPath, [biome, ...options], { cwd: copy });
  const printed = await run.catch((failed: { stdout: string }) => failed);
  const found = printed.stdout.matchAll(/^::\w+ title=([\w/]+),file=(.+?),line=(\d+),/gm);
  const places = [...found].filter(([, title]) => title === rule);
  return new Set(places.map(([, , file = '', line]) => `${relative(copy, file).replaceAll('\\', '/')}:${line}`));
}
