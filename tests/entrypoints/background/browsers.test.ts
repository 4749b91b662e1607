import { glob, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standInForBrowser } from '../../platform/stand-in.ts';

/** The columns of docs/browsers.md: the names of what each browser has. */
const table = (await readFile('docs/browsers.md', 'utf8')).matchAll(/^\| `(.+)` +\| (\S+) +\| (\S+) +\| (\S+) +\|$/gm);
const rows = [...table].map(([, name = '', ...versions]) => ({ name, versions }));
const has = (column: number) =>
  rows.flatMap(({ name, versions }) => (versions[column] === '–' ? [] : [name.split('.') as [string, string]]));
const COLUMNS = [
  ['Chrome', has(0), ''],
  ['Firefox', has(1), 'true'],
  ['Firefox for Android', has(2), 'true'],
] as const;

const ANSWERS: Readonly<Record<string, unknown>> = {
  'tabs.query': [{ id: 1, url: 'https://news.example/' }],
  'scripting.getRegisteredContentScripts': [],
  'commands.getAll': [],
};

/** By who follows the sites that are let in, and by who follows what Firefox lets be asked; by accounts, and by a restore. */
const HEARD_TWICE = ['permissions.onRemoved', 'alarms.onAlarm'];

let api: Record<string, Record<string, unknown>>;

function standIn(names: readonly (readonly [string, string])[]): void {
  api = { i18n: { getMessage: () => '' } };
  for (const [space, name] of names) api[space] = { ...api[space], [name]: memberOf(space, name) };
  standInForBrowser(api);
}

function memberOf(space: string, name: string): unknown {
  if (/^on[A-Z]/.test(name)) return { addListener: vi.fn() };
  if (space === 'storage') return { get: async () => ({}), set: async () => {}, remove: async () => {} };
  return name === 'lastError' ? undefined : vi.fn(async () => ANSWERS[`${space}.${name}`]);
}

function listenersOf(space: string, event: string): unknown {
  return Reflect.get(Object(api[space]?.[event]), 'addListener');
}

beforeEach(() => vi.stubGlobal('__INDEX_VERSION__', '1'));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test.each(COLUMNS)('the background starts in %s with what is there, and all of it', async (_, names, isFirefox) => {
  vi.stubEnv('FIREFOX', isFirefox);
  standIn(names);
  (await import('../../../entrypoints/background/index.ts')).default.main();
  const heard = names.filter(([space, name]) => /^on[A-Z]/.test(name) && space !== 'tabs');
  expect(heard.map(([, name]) => name)).toEqual(
    expect.arrayContaining(['onInstalled', 'onMessage', 'onStartup', 'onChanged']),
  );
  for (const [space, event] of heard) {
    const name = `${space}.${event}`;
    expect(listenersOf(space, event), name).toHaveBeenCalledTimes(HEARD_TWICE.includes(name) ? 2 : 1);
  }
  if (api.contextMenus !== undefined) expect(api.contextMenus.create).toHaveBeenCalledTimes(3);
  await vi.waitFor(() => {
    expect(api.scripting?.executeScript).toHaveBeenCalledWith(expect.objectContaining({ files: ['scanner.js'] }));
    expect(api.action?.setIcon).toHaveBeenCalled();
  });
});

test.each(COLUMNS)('options and popup in %s offer what is there', async (_, names, isFirefox) => {
  vi.stubEnv('FIREFOX', isFirefox);
  standIn(names);
  const offers = (space: string, name: string) => names.some(([a, b]) => a === space && b === name);
  const { findShortcutOpener, readShortcuts } = await import('../../../entrypoints/options/shortcuts.ts');
  const { sidePanelOf } = await import('../../../entrypoints/pane/side-panel.ts');
  expect((await readShortcuts()) !== null).toBe(offers('commands', 'getAll'));
  expect(findShortcutOpener() !== null).toBe(!isFirefox || offers('commands', 'openShortcutSettings'));
  expect(sidePanelOf(1) !== null).toBe(offers('sidePanel', 'open') || offers('sidebarAction', 'open'));
});

test.each(COLUMNS)('a pane follows tabs in %s', async (_, names) => {
  standIn(names);
  const { followTab } = await import('../../../entrypoints/pane/follow-tab.ts');
  followTab(
    undefined,
    async () => undefined,
    () => {},
  );
  expect(listenersOf('tabs', 'onActivated')).toHaveBeenCalledOnce();
  expect(listenersOf('tabs', 'onUpdated')).toHaveBeenCalledOnce();
});

test('all that is used of the browsers’ API is in the table', async () => {
  const used = new Set<string>();
  for await (const path of glob('{entrypoints,platform,page,components}/**/*.{ts,tsx}')) {
    const source = await readFile(path, 'utf8');
    for (const [, space, name] of source.matchAll(/\b(?:browser|chrome)\??\.([a-zA-Z]+)\??\.([a-zA-Z]+)/g))
      used.add(`${space}.${name}`);
  }
  const listed = new Set([...rows.map(({ name }) => name), 'i18n.getMessage', 'i18n.getUILanguage']);
  expect(used.size).toBeGreaterThan(30);
  expect([...used].filter((name) => !listed.has(name))).toEqual([]);
});
