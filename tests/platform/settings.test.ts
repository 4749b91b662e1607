import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings, switchSite } from '../../core/settings.ts';
import { standInForBrowser, standInForStorage } from './stand-in.ts';

let storage: ReturnType<typeof standInForStorage>;

beforeEach(() => {
  storage = standInForStorage();
});
afterEach(() => vi.unstubAllGlobals());

/** The module as one page of the extension has it. */
function openPage() {
  standInForBrowser({ storage: storage.api });
  return import('../../platform/settings.ts');
}

test('of 50 changes that two pages make at once, none is lost', async () => {
  const pages = [await openPage(), await openPage()];
  expect(pages[0]?.changeSettings).not.toBe(pages[1]?.changeSettings);
  const sites = Array.from({ length: 50 }, (_, place) => `s${place}.example`);
  await Promise.all(
    sites.map((site, place) => pages[place % 2]?.changeSettings((latest) => switchSite(latest, site, false))),
  );
  const { sitesOff } = storage.stored.settings as Settings;
  expect([...sitesOff].sort()).toEqual([...sites].sort());
});

test('what is not changed stays as another has left it', async () => {
  const { changeSettings, readSettings } = await openPage();
  await Promise.all([
    changeSettings({ dwell: 700 }),
    changeSettings({ panel: false }),
    changeSettings({ marks: false }),
  ]);
  expect(await readSettings()).toEqual({ ...defaultSettings, dwell: 700, panel: false, marks: false });
});

test('what a later version has chosen stays, but for what is changed', async () => {
  const { changeSettings, readSettings } = await openPage();
  const later = { ...defaultSettings, cardOpens: 'hover', language: 'xx', colour: 'red' };
  storage.stored.settings = later;
  await changeSettings({ dwell: 700 });
  expect(storage.stored.settings).toEqual({ ...later, dwell: 700 });
  await changeSettings((latest) => ({ ...latest, cardOpens: 'off' }));
  expect(storage.stored.settings).toEqual({ ...later, dwell: 700, cardOpens: 'off' });
  expect(await readSettings()).toEqual({ ...defaultSettings, dwell: 700, cardOpens: 'off' });
});

test.each([[[1, 2]], ['x'], [null]])('of %j nothing stays', async (stored) => {
  const { changeSettings } = await openPage();
  storage.stored.settings = stored;
  await changeSettings({ dwell: 700 });
  expect(storage.stored.settings).toEqual({ ...defaultSettings, dwell: 700 });
});

test('searches of a later version stay when others are saved, and go with all', async () => {
  standInForBrowser({ storage: storage.api });
  const { changeSavedSearches, removeSavedSearches } = await import('../../platform/saved-searches.ts');
  const [later, mine] = [
    { id: 'later', name: 'Later', text: 'x', order: 'newest', seenAt: 1 },
    { id: 'mine', name: 'Mine', text: 'y', order: 'day', seenAt: 1 } as const,
  ];
  storage.stored['saved-searches'] = [later];
  await changeSavedSearches((latest) => [...latest, mine]);
  expect(storage.stored['saved-searches']).toEqual([mine, later]);
  await removeSavedSearches();
  expect(storage.stored['saved-searches']).toEqual([]);
});

test('a change that is not stored rejects, and the next one goes on', async () => {
  const { changeSettings, readSettings } = await openPage();
  vi.spyOn(storage.api.local, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(changeSettings({ marks: false })).rejects.toThrow('full');
  await changeSettings({ panel: false });
  expect(await readSettings()).toEqual({ ...defaultSettings, panel: false });
});

test.each([
  undefined,
  null,
  'x',
  7,
  [],
  { marks: 'no', sitesOff: 'a.example', dwell: Number.NaN, cardOpens: 'toString' },
])('what is stored as %j is read as the defaults', async (stored) => {
  storage.stored.settings = stored;
  expect(await (await openPage()).readSettings()).toEqual(defaultSettings);
});

test('who watches is told what is and what was, as settings, of no other key or area, and until it ends', async () => {
  const { changeSettings, watchSettings } = await openPage();
  const seen = vi.fn();
  const life = new AbortController();
  watchSettings(seen, life.signal);
  await changeSettings({ marks: false });
  await storage.api.local.set({ other: true });
  for (const listener of storage.listeners) listener({ settings: { newValue: {} } }, 'session');
  await storage.api.local.set({ settings: 'broken' });
  expect(seen.mock.calls).toEqual([
    [{ ...defaultSettings, marks: false }, defaultSettings],
    [defaultSettings, { ...defaultSettings, marks: false }],
  ]);
  life.abort();
  expect(storage.listeners.size).toBe(0);
});

test('the script in pages has the newest settings, also where they change while it reads them', async () => {
  storage.stored.settings = { dwell: 700 };
  const { changeSettings } = await openPage();
  const { followSettings } = await import('../../entrypoints/annotator/watch-settings.ts');
  const settings = followSettings();
  expect(settings()).toEqual(defaultSettings);
  await vi.waitFor(() => expect(settings().dwell).toBe(700));
  vi.spyOn(storage.api.local, 'get').mockImplementationOnce(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { settings: { dwell: 700 } };
  });
  const late = followSettings();
  await changeSettings({ dwell: 900 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([settings().dwell, late().dwell]).toEqual([900, 900]);
});
