import { expect, test } from 'vitest';
import type { Scripting } from 'webextension-polyfill';
import { type Registering, watchSites } from '../../../entrypoints/background/off-sites.ts';

type Script = Scripting.RegisteredContentScript;

/** A stand-in for the browser's registered scripts: it refuses all of a call for one id twice or one pattern that is none. */
function createScripting(before: readonly Script[] = []) {
  const scripts = new Map(before.map((script) => [script.id, script]));
  let changes = 0;
  const scripting: Registering = {
    getRegisteredContentScripts: async () => [...scripts.values()],
    async registerContentScripts(added) {
      changes += 1;
      for (const { id, matches = [] } of added)
        if (scripts.has(id) || matches.some((each) => each.includes('bad'))) throw new Error(`refused: ${id}`);
      for (const script of added) scripts.set(script.id, script);
    },
    async unregisterContentScripts({ ids = [] } = {}) {
      changes += 1;
      for (const id of ids) if (!scripts.delete(id)) throw new Error(`no script ${id}`);
    },
  };
  const watched = () => [...scripts.values()].flatMap(({ matches = [] }) => matches).sort();
  return { scripting, watched, scripts, changes: () => changes };
}

const patterns = (...sites: string[]) => sites.map((site) => `*://${site}/*`);

test('the sites that are switched off are watched, in one script, from the start of their pages', async () => {
  const { scripting, watched, scripts } = createScripting();
  await watchSites(scripting, ['b.example', 'a.example', 'b.example']);
  expect(watched()).toEqual(patterns('a.example', 'b.example'));
  expect([...scripts.values()]).toMatchObject([{ js: ['off-site.js'], runAt: 'document_start' }]);
});

test('a site that is switched on again is watched no longer, and with the last goes the script', async () => {
  const { scripting, watched, scripts } = createScripting();
  await watchSites(scripting, ['a.example', 'b.example']);
  await watchSites(scripting, ['b.example']);
  expect(watched()).toEqual(patterns('b.example'));
  await watchSites(scripting, []);
  expect(scripts.size).toBe(0);
});

test('where nothing has changed nothing is registered, whatever the order', async () => {
  const { scripting, changes } = createScripting();
  await watchSites(scripting, ['a.example', 'b.example']);
  const before = changes();
  await watchSites(scripting, ['b.example', 'a.example']);
  expect(changes()).toBe(before);
});

test('a script of another purpose stays', async () => {
  const { scripting, scripts } = createScripting([{ id: 'other', matches: patterns('c.example'), js: ['other.js'] }]);
  await watchSites(scripting, ['a.example']);
  await watchSites(scripting, []);
  expect([...scripts.keys()]).toEqual(['other']);
});

test.each([0, 1, 2, 3, 4])(
  'a site at place %i that the browser refuses keeps no other from being watched',
  async (place) => {
    const { scripting, watched } = createScripting();
    const good = ['a.example', 'b.example', 'c.example', 'd.example'];
    await watchSites(scripting, good.toSpliced(place, 0, 'bad'));
    expect(watched()).toEqual(patterns(...good));
  },
);

test('nor do two of them, in either half', async () => {
  const { scripting, watched } = createScripting();
  await watchSites(scripting, ['a.example', 'bad1', 'b.example', 'bad2']);
  expect(watched()).toEqual(patterns('a.example', 'b.example'));
});
