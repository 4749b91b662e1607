import { expect, test } from 'vitest';
import { createTabCounts } from '../../../entrypoints/background/tab-counts.ts';
import { createFakeBrowser } from './fake-browser.ts';

test('what a tab counts is kept for the session, and by itself', async () => {
  const { browser, session } = createFakeBrowser();
  const counts = createTabCounts(browser);
  expect(await counts.read(1)).toEqual({});
  await counts.keep(1, { '0 100': ['a'] });
  await counts.keep(2, { '0 200': ['b'] });
  // Another background of the session.
  expect(await createTabCounts(browser).read(1)).toEqual({ '0 100': ['a'] });
  await counts.forget(1);
  expect(await counts.read(1)).toEqual({});
  expect(await counts.read(2)).toEqual({ '0 200': ['b'] });
  expect(Object.keys(session)).toEqual(['tab:2']);
});

test('of the tabs that are gone all is forgotten, and nothing else', async () => {
  const { browser, session } = createFakeBrowser(new Map([[1, {}]]));
  const others = { started: true, 'pending-question': {} };
  Object.assign(session, { 'tab:1': {}, 'tab:2': {}, 'tab:11': {}, ...others });
  await createTabCounts(browser).forgetGone();
  expect(session).toEqual({ 'tab:1': {}, ...others });
});
