import { expect, test } from 'vitest';
import type { Scripting } from 'webextension-polyfill';
import type { Messages } from '../../../core/localisation.ts';
import { createPageWords } from '../../../entrypoints/background/page-words.ts';

/** Tabs with frames, of which some have a script that speaks, and what was put where. */
function start(messages: Messages | null, tabs: Readonly<Record<number, readonly boolean[]>> = {}) {
  const put: unknown[] = [];
  const executeScript = async ({ target, files, args }: Scripting.ScriptInjection) => {
    const frames = tabs[target.tabId];
    if (frames === undefined) throw new Error('no script may look');
    if (target.allFrames) return frames.map((result, frameId) => ({ frameId, result }));
    put.push([target, files ?? args]);
    return [];
  };
  const query = async () => Object.keys(tabs).map((id) => ({ id: Number(id) }));
  const browser = { scripting: { executeScript }, tabs: { query } } as unknown as Parameters<typeof createPageWords>[0];
  return { put, ...createPageWords(browser, async () => messages) };
}

const CY = { language: 'cy' };

test('a frame is given what takes words, and then the words', async () => {
  const { lendTo, put } = start(CY, { 7: [true] });
  await lendTo({ tabId: 7, frameIds: [3] });
  const target = { tabId: 7, frameIds: [3] };
  expect(put).toEqual([
    [target, ['words.js']],
    [target, [CY]],
  ]);
});

test('for the browser’s language nothing is put in', async () => {
  const { lendTo, put } = start(null, { 7: [true] });
  await lendTo({ tabId: 7 });
  expect(put).toEqual([]);
});

test('a frame that lets no script in fails nothing', async () => {
  await start(CY).lendTo({ tabId: 8 });
});

test('after a change all frames with a script that speaks are given the words, and no others', async () => {
  const { lendAnew, put } = start(null, { 1: [false], 2: [true, false, true] });
  await lendAnew();
  const target = { tabId: 2, frameIds: [0, 2] };
  expect(put).toEqual([
    [target, ['words.js']],
    [target, [null]],
  ]);
});
