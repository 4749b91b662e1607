import { expect, test, vi } from 'vitest';
import type { LinkMatch } from '../../../core/protocol/marks.ts';
import type { Settings } from '../../../core/settings.ts';
import { createAnswers } from '../../../entrypoints/background/answers.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';
import { createFakeBrowser, createFakeParts, type FakeFrame, type FakeTab, senderOf } from './fake-browser.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const ADDRESS = POPULAR.addresses[0] ?? '';
const ELSEWHERE = 'https://news.example/';
const UNNAMED = { title: '', heading: '', canonical: '' };
const NONE: LinkMatch = { sureness: 'none', publication: null, posts: 0 };
const KNOWN: LinkMatch = { sureness: 'exact', publication: POPULAR.id, posts: 3 };

const SAID = 'Departments spend a third of their budgets on contracts that nobody evaluates afterwards.';
const made = feedAbout({ sizes: [1, 1, 1] });
const feed = { ...made, posts: made.posts.map((post, place) => (place === 0 ? { ...post, text: SAID } : post)) };
const content = memoryContent([feed]);

interface Made {
  readonly tabs?: Readonly<Record<number, FakeTab>>;
  readonly settings?: Partial<Settings>;
  readonly isLetIn?: boolean;
}

function start({ tabs = {}, settings = {}, isLetIn = true }: Made = {}) {
  const fake = createFakeBrowser(new Map(Object.entries(tabs).map(([id, tab]) => [Number(id), tab])));
  const parts = createFakeParts(fake, settings, isLetIn);
  const kept = { storedIn: 'memory', because: 'refused', version: '7', change: async () => {} } as const;
  const answers = createAnswers(async () => ({ ...kept, ...content }), parts);
  return { ...fake, answers };
}

/** The tabs of these tests: a page of the Institute's that is known, one of its that says what it is called, and another's. */
const OWN = { 1: { url: ADDRESS } };
const CALLED = {
  2: { url: `${SITE}/popular-again`, frames: [{ answer: () => ({ ...UNNAMED, heading: POPULAR.title }) }] },
};
const OTHER = { 3: { url: ELSEWHERE, frames: [{}, { frameId: 7 }] } };

const links = [
  { address: ADDRESS, text: '' },
  { address: ELSEWHERE, text: '' },
];
const asked = { links, kind: 'link', isFirst: true } as const;

test('each link is told what it deserves, in order, and the frame is given what marks need', async () => {
  const { answers, put } = start({ tabs: OTHER });
  expect(await answers.resolveLinks(asked, senderOf(3, ELSEWHERE, 7))).toEqual([KNOWN, NONE]);
  expect(put).toContain('mark.css 3.7');
});

test.each([
  ['has had a match', { ...asked, isFirst: false }],
  ['has none', { ...asked, links: links.slice(1) }],
])('a frame that %s is given nothing', async (_, request) => {
  const { answers, put } = start({ tabs: OTHER });
  await answers.resolveLinks(request, senderOf(3, ELSEWHERE, 7));
  expect(put).toEqual([]);
});

test.each<[string, Made]>([
  ['marks are off', { settings: { marks: false } }],
  ['marks are off on the tab’s site', { settings: { sitesOff: ['news.example'] } }],
  ['the extension is not let in', { tabs: { 3: { state: 'closed' } }, isLetIn: false }],
])('where %s no link deserves a mark', async (_, made) => {
  const { answers, put } = start({ tabs: OTHER, ...made });
  expect(await answers.resolveLinks(asked, senderOf(3, ELSEWHERE, 7))).toEqual([NONE, NONE]);
  expect(put).toEqual([]);
});

test('a frame that a click let the extension into is marked, though it is not let in everywhere', async () => {
  const { answers } = start({ tabs: OTHER, isLetIn: false });
  expect(await answers.resolveLinks(asked, senderOf(3, ELSEWHERE, 7))).toEqual([KNOWN, NONE]);
});

test.each([
  [true, 'related'],
  [false, 'none'],
])('where related marks are %s, a page below a known one is %s', async (relatedMarks, sureness) => {
  const { answers } = start({ tabs: OTHER, settings: { relatedMarks } });
  const below = { ...asked, links: [{ address: `${ADDRESS}/methods`, text: '' }] };
  expect(await answers.resolveLinks(below, senderOf(3, ELSEWHERE))).toMatchObject([{ sureness }]);
});

const report = { publications: [], documentStart: 0, names: null };

test('what a frame has marked is counted, and panes are told', async () => {
  const { answers, badges, told } = start({ tabs: OTHER });
  const marked = { ...report, publications: [POPULAR.id] };
  expect(await answers.reportMarks(marked, senderOf(3, ELSEWHERE, 7))).toBeNull();
  expect(badges.get(3)).toBe('3');
  expect(told).toEqual([{ name: 'marksChanged', request: { tabId: 3 } }]);
});

test('a page that posts are about counts itself, once with its marks, and is read', async () => {
  const { answers, badges, put } = start({ tabs: OWN });
  await answers.reportMarks({ ...report, publications: [POPULAR.id] }, senderOf(1, ADDRESS));
  expect(badges.get(1)).toBe('3');
  expect(put).toContain('report-page.js 1');
});

test('a page is known by the names that it reports, and is not asked for them', async () => {
  const { answers, badges, asked } = start({ tabs: { 2: { url: `${SITE}/popular-again` } } });
  await answers.reportMarks(
    { ...report, names: { ...UNNAMED, canonical: ADDRESS } },
    senderOf(2, `${SITE}/popular-again`),
  );
  expect(badges.get(2)).toBe('3');
  expect(asked).toEqual([]);
});

test('a copy elsewhere, which reports no names, is asked for them, and is not read', async () => {
  const url = `https://web.archive.org/web/2026/${SITE}/popular-again`;
  const { answers, badges, put } = start({ tabs: { 2: { ...CALLED[2], url } } });
  await answers.reportMarks(report, senderOf(2, url));
  expect(badges.get(2)).toBe('3');
  expect(put).toEqual([]);
});

test.each<[string, Made, number]>([
  ['of a frame', {}, 7],
  ['where marks are off', { settings: { marks: false } }, 0],
  ['where they are off on its site', { settings: { sitesOff: ['instituteforgovernment.org.uk'] } }, 0],
])('a report %s does not count the page', async (_, made, frameId) => {
  const { answers, badges, put } = start({ tabs: OWN, ...made });
  await answers.reportMarks(report, senderOf(1, ADDRESS, frameId));
  expect(badges.get(1) ?? '').toBe('');
  expect(put).toEqual([]);
});

test('a tab is described by what its page is called, and whether scripts may look', async () => {
  const { answers } = start({ tabs: { ...OWN, ...CALLED, 4: { url: `${SITE}/a.pdf`, state: 'closed' } } });
  expect(await answers.describeTab({ tabId: 2 }, {})).toMatchObject({
    tabId: 2,
    site: 'www.instituteforgovernment.org.uk',
    isOn: true,
    isClosed: false,
    gloss: { publication: { id: POPULAR.id } },
  });
  expect(await answers.describeTab({ tabId: 4 }, {})).toMatchObject({ isClosed: true, gloss: { publication: null } });
});

test('without its scanner’s word a tab is known by the title that the browser knows', async () => {
  const { answers } = start({ tabs: { 2: { url: `${SITE}/popular-again`, title: POPULAR.title } } });
  expect(await answers.describeTab({ tabId: 2 }, {})).toMatchObject({ gloss: { publication: { id: POPULAR.id } } });
});

test.each([
  ['a tab that is gone', 9, { tabId: -1, site: null, gloss: null, isClosed: true }],
  ['a page of the browser’s', 5, { tabId: 5, site: null, gloss: null }],
])('nothing is said of %s', async (_, tabId, expected) => {
  const { answers } = start({ tabs: { 5: { url: 'about:config' } } });
  expect(await answers.describeTab({ tabId }, {})).toMatchObject(expected);
});

test.each<[string, Made, boolean]>([
  ['marks are on', {}, true],
  ['marks are off', { settings: { marks: false } }, false],
  ['its site is switched off', { settings: { sitesOff: ['instituteforgovernment.org.uk'] } }, false],
  ['the extension is let in no longer', { isLetIn: false, tabs: { 1: { url: ADDRESS, state: 'closed' } } }, false],
])('a page is told that it is on or off where %s', async (_, made, isOn) => {
  const { answers } = start({ tabs: OWN, ...made });
  const state = await answers.describePage({ names: UNNAMED }, senderOf(1, ADDRESS));
  expect(state).toMatchObject({ isOn, gloss: { publication: { id: POPULAR.id } } });
});

test('a page is described by the names that it sends', async () => {
  const { answers, asked } = start({ tabs: CALLED });
  const describe = (title: string) => answers.describePage({ names: { ...UNNAMED, title } }, senderOf(2));
  expect(await describe(POPULAR.title)).toMatchObject({ isClosed: false, gloss: { publication: { id: POPULAR.id } } });
  expect(await describe('Another')).toMatchObject({ gloss: { publication: null } });
  expect(asked).toEqual([]);
});

test('a page learns which of its paragraphs posts are about, by its address or what it is called', async () => {
  const { answers } = start({ tabs: { ...OWN, ...CALLED } });
  const paragraphs = ['Nothing of note.', SAID];
  const names = { ...UNNAMED, title: POPULAR.title };
  const byAddress = await answers.findPassages({ names: UNNAMED, paragraphs }, senderOf(1));
  expect(byAddress.map(({ paragraph }) => paragraph)).toEqual([1]);
  expect(await answers.findPassages({ names, paragraphs }, senderOf(2))).toEqual(byAddress);
  expect(await answers.findPassages({ names: UNNAMED, paragraphs }, senderOf(2))).toEqual([]);
});

test.each<[string, Partial<Settings>]>([
  ['off', { marks: false }],
  ['off on its site', { sitesOff: ['instituteforgovernment.org.uk'] }],
])('no passages are found where marks are %s', async (_, settings) => {
  const { answers } = start({ tabs: OWN, settings });
  const paragraphs = [SAID];
  expect(await answers.findPassages({ names: UNNAMED, paragraphs }, senderOf(1))).toEqual([]);
});

test.each([
  [true, ['card.js 3.7']],
  [false, []],
])('with the first card of a frame (%s) comes what draws cards', async (isFirst, expected) => {
  const { answers, put } = start({ tabs: OTHER });
  const gloss = await answers.describeLink({ address: ADDRESS, text: '', isFirst }, senderOf(3, ELSEWHERE, 7));
  expect(gloss.publication?.id).toBe(POPULAR.id);
  expect(put).toEqual(expected);
});

test('what texts and forms need comes into the frame that asks', async () => {
  const { answers, put } = start({ tabs: OTHER });
  expect(await answers.prepareTexts({}, senderOf(3, ELSEWHERE, 7))).toBeNull();
  expect(await answers.drawForms({}, senderOf(3, ELSEWHERE, 7))).toBeNull();
  expect(put).toEqual(['written.js 3.7', 'mark-forms.css 3.7']);
});

const card = { address: ADDRESS, text: '', sureness: 'exact', opener: '1-2', isHeld: false };

test('a card outside its frame is opened with what is said of its link, and closed again', async () => {
  const heard = vi.fn<NonNullable<FakeFrame['answer']>>(() => true);
  const { answers } = start({ tabs: { 3: { url: ELSEWHERE, frames: [{ answer: heard }] } } });
  const sender = senderOf(3, ELSEWHERE, 7);
  expect(await answers.openCardOutside(card, sender)).toBe(true);
  expect(await answers.closeCardOutside({ opener: '1-2' }, sender)).toBe(true);
  expect(await answers.tellCardClosed({ opener: '1-2', hadFocus: true }, sender)).toBe(true);
  expect(await answers.closeOtherCards({ except: '1-2' }, sender)).toBe(true);
  expect(heard.mock.calls).toMatchObject([
    ['openFrameCard', { ...card, gloss: { publication: { id: POPULAR.id } } }],
    ['closeFrameCard', { opener: '1-2' }],
    ['frameCardClosed', { opener: '1-2', hadFocus: true }],
    ['closeCard', { except: '1-2' }],
  ]);
});

test('who asks from no tab has no card outside, and closes none', async () => {
  const { answers, asked } = start({ tabs: OTHER });
  expect(await answers.openCardOutside(card, {})).toBe(false);
  expect(await answers.closeOtherCards({ except: '1-2' }, {})).toBe(true);
  expect(asked).toEqual([]);
});

test('marks of all frames are listed by publication, under its title', async () => {
  const mark = { id: 4, address: ADDRESS, text: 'a link', ...KNOWN };
  const frames = [{ answer: () => [] }, { frameId: 7, answer: () => [mark] }];
  const { answers } = start({ tabs: { 3: { url: ELSEWHERE, frames } } });
  expect(await answers.listMarks({ tabId: 3 }, {})).toMatchObject([
    { publication: POPULAR.id, title: POPULAR.title, links: [{ text: 'a link', places: [{ frameId: 7, id: 4 }] }] },
  ]);
});

test('the library is described with where it is kept', async () => {
  const { answers } = start();
  expect(await answers.readLibraryState({}, {})).toMatchObject({
    storedIn: 'memory',
    because: 'refused',
    version: '7',
    feeds: [{ handle: 'a.example', posts: 3 }],
  });
});

test('what was looked up is answered by the library', async () => {
  const { answers } = start();
  const found = { kind: 'publication', id: POPULAR.id } as const;
  expect(await answers.lookUp({ asked: ADDRESS, linkText: '' }, {})).toEqual(
    await content.lookUp({ asked: ADDRESS, linkText: '' }),
  );
  expect(await answers.describeFound(found, {})).toEqual(await content.describe(found));
  expect(await answers.describeSample({}, {})).toEqual(await content.sample());
});

test('a page of a site that is switched off is shown as such', async () => {
  const { answers, grey } = start({ tabs: OTHER, settings: { sitesOff: ['news.example'] } });
  expect(await answers.showSiteOff({}, senderOf(3, ELSEWHERE))).toBe(true);
  expect(grey).toEqual([3]);
});

test('a page that asks to bring a feed up to date has the page opened that says what that asks of whom, once', async () => {
  const { answers, tabs, front, asked } = start({ tabs: OTHER });
  const address = `extension:/consent.html?purpose=refresh&feed=${encodeURIComponent(feed.id)}`;
  const sender = senderOf(3, ELSEWHERE, 7);
  expect(await answers.openUpdate({ feed: feed.id }, sender)).toBe(true);
  expect([...tabs.values()].map(({ url }) => url)).toEqual([ELSEWHERE, address]);
  expect(front).toEqual([]);
  expect(await answers.openUpdate({ feed: feed.id }, sender)).toBe(true);
  expect(tabs.size).toBe(2);
  expect(front).toEqual([4]);
  expect(asked).toEqual([]);
});

test('a page has the library opened at what a link of its leads to', async () => {
  const { answers, tabs, front, asked } = start({ tabs: OTHER });
  const address = `extension:/library.html?view=publication&id=${encodeURIComponent(POPULAR.id)}`;
  expect(await answers.openInLibrary({ address: ADDRESS, text: '' }, senderOf(3, ELSEWHERE, 7))).toBe(true);
  expect([...tabs.values()].map(({ url }) => url)).toEqual([ELSEWHERE, address]);
  expect(front).toEqual([]);
  expect(asked).toEqual([]);
});

test('a page can have nothing opened where its link leads to nothing that is known', async () => {
  const { answers, tabs } = start({ tabs: OTHER });
  expect(await answers.openInLibrary({ address: ELSEWHERE, text: '' }, senderOf(3, ELSEWHERE, 7))).toBe(false);
  expect(tabs.size).toBe(1);
});

test('a page can have none opened for a feed that the library does not have', async () => {
  const { answers, tabs, front } = start({ tabs: OTHER });
  expect(await answers.openUpdate({ feed: `${feed.id}x` }, senderOf(3, ELSEWHERE))).toBe(false);
  expect(tabs.size).toBe(1);
  expect(front).toEqual([]);
});
