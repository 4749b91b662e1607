import { expect, test } from 'vitest';
import type { OwnRecord } from '../../../core/model/own.ts';
import { changeNote } from '../../../core/own/change.ts';
import { subjectOfPublication } from '../../../core/own/subjects.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { createOwnFrames } from '../../../entrypoints/background/own-frames.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';
import { writing } from '../../core/own/records.ts';
import { createFakeBrowser, senderOf } from './fake-browser.ts';

const ADDRESS = POPULAR.addresses[0] ?? '';
const ELSEWHERE = 'https://news.example/';
const SECRET = 'No page is to know this.';
const content = memoryContent([feedAbout({ sizes: [1] })]);
const note = changeNote(null, subjectOfPublication(POPULAR), { from: '', to: SECRET }, writing(1));
const script = senderOf(3, ELSEWHERE, 7);
const frame = (documentId = 'own', tabId = 3) => senderOf(tabId, ELSEWHERE, 9, documentId);

function start(records: readonly OwnRecord[] = note ? [note] : []) {
  const said: unknown[] = [];
  const opened: unknown[] = [];
  const answer = (name: string, request: unknown) => {
    said.push([name, request]);
    return true;
  };
  const fake = createFakeBrowser(new Map([[3, { url: ELSEWHERE, frames: [{}, { frameId: 7, answer }] }]]));
  const create = () =>
    createOwnFrames({
      browser: fake.browser,
      library: async () => content,
      readOwn: async () => records,
      openLibraryPage: async (route) => void opened.push(route),
    });
  return { ...fake, ...create(), create, said, opened };
}

async function glossOf(address: string) {
  const [match] = await content.resolve([{ url: address }]);
  if (match === undefined) throw new Error('no match');
  return content.gloss(match);
}

test('a script is told whether there is something, and no word of it', async () => {
  const { tellOwn, put } = start();
  const gloss = await glossOf(ADDRESS);
  const told = await tellOwn(Promise.resolve(gloss), script);
  expect(told).toEqual({ ...gloss, hasOwn: true });
  expect(JSON.stringify(told)).not.toContain(SECRET);
  expect(put).toEqual(['own-place.js 3.7']);
});

test.each([
  ['nothing was written', [], ADDRESS],
  ['something else was written about', undefined, ELSEWHERE],
])('a script gets nothing more where %s', async (_, records, address) => {
  const { tellOwn, put } = start(records);
  const gloss = await glossOf(address);
  expect(await tellOwn(Promise.resolve(gloss), script)).toBe(gloss);
  expect(put).toEqual([]);
});

test('a card is shown also where what the reader wrote cannot be read', async () => {
  const { browser, openLibraryPage, library } = {
    ...start(),
    library: async () => content,
    openLibraryPage: async () => {},
  };
  const readOwn = () => Promise.reject(new Error('damaged'));
  const gloss = await glossOf(ADDRESS);
  expect(
    await createOwnFrames({ browser, library, readOwn, openLibraryPage }).tellOwn(Promise.resolve(gloss), script),
  ).toBe(gloss);
});

test('the frame with the ticket is told, again and by another background too, and no other', async () => {
  const { admit, answers, create } = start();
  const ticket = (await admit(script, 'card', { url: ADDRESS })) ?? '';
  expect(await answers.describeOwnGlance({ ticket }, frame())).toMatchObject({ notes: [{ line: SECRET }] });
  expect(await create().answers.describeOwnGlance({ ticket }, frame())).toMatchObject({ notes: [{ line: SECRET }] });
  expect(await answers.describeOwnGlance({ ticket }, frame('another'))).toBeNull();
});

test.each([
  ['in another tab', () => frame('own', 4), (ticket: string) => ticket],
  ['in no tab', () => ({ frameId: 9 }), (ticket: string) => ticket],
  ['with a ticket that it made up', frame, (ticket: string) => `${ticket.slice(0, -1)}!`],
  ['without one', frame, () => ''],
])('a frame %s is told nothing', async (_, sender, change) => {
  const { admit, answers } = start();
  const ticket = (await admit(script, 'card', { url: ADDRESS })) ?? '';
  expect(await answers.describeOwnGlance({ ticket: change(ticket) }, sender())).toBeNull();
});

test('a ticket is void with the next one for the same place, and not with that of another', async () => {
  const { admit, answers } = start();
  const [first, panel] = [
    await admit(script, 'card', { url: ADDRESS }),
    await admit(script, 'panel', { url: ADDRESS }),
  ];
  await admit(script, 'card', { url: ADDRESS });
  expect(await answers.describeOwnGlance({ ticket: first ?? '' }, frame())).toBeNull();
  expect(await answers.describeOwnGlance({ ticket: panel ?? '' }, frame('other'))).not.toBeNull();
});

test('the script that placed a frame hears its height, and that its reader leaves it', async () => {
  const { admit, answers, said, asked } = start();
  const ticket = (await admit(script, 'card', { url: ADDRESS })) ?? '';
  expect(await answers.sizeOwnFrame({ ticket, height: 28 }, frame())).toBe(true);
  expect(await answers.leaveOwnFrame({ ticket }, frame())).toBe(true);
  expect(await answers.sizeOwnFrame({ ticket, height: 900 }, frame('another'))).toBe(false);
  expect(said).toEqual([
    ['ownFrameSized', { ticket, height: 28 }],
    ['ownFrameLeft', { ticket }],
  ]);
  expect(asked).toEqual(['ownFrameSized 3.7', 'ownFrameLeft 3.7']);
});

test('cards and the panels of the Institute’s pages ask anew where something was written that was not there', async () => {
  const { tabs, browser, asked, showNew } = start();
  tabs.set(4, { url: ADDRESS });
  tabs.set(5, { url: ADDRESS, state: 'closed' });
  const refreshed: number[] = [];
  const { executeScript } = browser.scripting;
  browser.scripting.executeScript = async (injection) => {
    if ('func' in injection) refreshed.push(injection.target.tabId);
    return executeScript(injection);
  };
  await showNew();
  expect(asked).toEqual(['renewOwn 3', 'renewOwn 4', 'renewOwn 5']);
  expect(refreshed).toEqual([4, 5]);
});

test('its links lead into the library and nowhere else', async () => {
  const { answers, opened } = start();
  await answers.showInLibrary({ query: '?view=post&id=a' }, frame());
  await answers.showInLibrary({ query: 'https://evil.example/' }, frame());
  expect(opened).toEqual([
    { view: 'post', id: 'a' },
    { view: 'search', text: '', order: 'day' },
  ]);
});

test('what a tab was admitted to is forgotten with it', async () => {
  const { admit, session, removed } = start();
  await admit(script, 'card', { url: ADDRESS });
  await admit(senderOf(31, ELSEWHERE, 7), 'card', { url: ADDRESS });
  const kept = () => Object.keys(session).filter((key) => key.startsWith('own-frame:'));
  expect(kept()).toHaveLength(2);
  removed.tell(3);
  await new Promise((resolve) => setTimeout(resolve));
  expect(kept()).toEqual(['own-frame:31 7 card']);
});
