// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRoute } from '../../../core/library-route.ts';
import type { LibraryState } from '../../../core/protocol/library-state.ts';
import { HITS_AT_FIRST, type SearchAnswer, type SearchRequest } from '../../../core/protocol/search.ts';
import type { SavedSearch } from '../../../core/saved-searches.ts';
import type { ShownItems } from '../../../entrypoints/library/list-shown.ts';
import type { Way } from '../../../entrypoints/library/router.ts';
import type { SearchRoute } from '../../../entrypoints/library/search/search-for.ts';
import { findFaults } from '../../components/find-faults.ts';
import { answerWith, FEED, NO_OWN_COUNTS, postHit, publicationHit } from '../../components/library/hits-made.ts';
import { standInForBrowser, standInForStorage } from '../../platform/stand-in.ts';

const VISIT = 1000;
const LIBRARY: LibraryState = {
  storedIn: 'indexeddb',
  because: null,
  version: '1',
  feeds: [{ ...FEED, isBundled: true, posts: 2, recommendations: 0, publications: 1 }],
};
const COUNTS: SearchAnswer['counts'] = {
  kinds: { post: 2, recommendation: 0, publication: 1, note: 0 },
  accounts: [{ handle: 'ann.example', displayName: 'Ann', hits: 3 }],
  publications: [{ id: 'publication:1', title: 'The role of procurement', hits: 2 }],
  months: [{ month: '2025-02', hits: 3 }],
  new: 1,
  own: NO_OWN_COUNTS,
};
const FOUND = answerWith([postHit(), publicationHit()], { counts: COUNTS });

// The page that stands in here has no locks.
Object.defineProperty(navigator, 'locks', { value: { request: (_: string, run: () => unknown) => run() } });
const storage = standInForStorage();
standInForBrowser({ storage: storage.api });
// What is loaded before the browser is there knows another.
const { ownChanges } = await import('../../../platform/changes.ts');
const { ListShown } = await import('../../../entrypoints/library/list-shown.ts');
const { SearchView } = await import('../../../entrypoints/library/search/search-view.tsx');
const { clear, showInEnglish } = await import('../../components/in-english.tsx');

let asked: SearchRequest[];
let answer: (request: SearchRequest) => SearchAnswer | Promise<SearchAnswer>;
const go = vi.fn<(route: SearchRoute, way: Way) => void>();

beforeEach(() => {
  // Time passes by itself, for what looks for faults waits for it, and at once where a test rests.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  go.mockClear();
  asked = [];
  answer = () => FOUND;
  delete storage.stored['saved-searches'];
});
afterEach(async () => {
  await clear();
  vi.useRealTimers();
});

const ask = async (_: string, request: SearchRequest) => {
  asked.push(request);
  return answer(request);
};
/** What is asked when something has been drawn is asked only after a rest, and so on. */
async function rest(milliseconds = 20): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    await act(async () => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      // What is told to other pages comes later than what was due.
      await new Promise((resolve) => setImmediate(resolve));
    });
}

async function show(
  query: string,
  library: LibraryState | undefined = LIBRARY,
  kept: Partial<ShownItems> = {},
): Promise<HTMLElement> {
  const route = readRoute(query) as SearchRoute;
  const root = await showInEnglish(
    <main>
      <ListShown.Provider value={{ items: 0, keep: () => {}, isBack: false, ...kept }}>
        <SearchView route={route} ask={ask as never} go={go as never} library={library} since={VISIT} />
      </ListShown.Provider>
    </main>,
  );
  await rest();
  return root;
}
const save = (...searches: Partial<SavedSearch>[]) => {
  storage.stored['saved-searches'] = searches.map((search, place) => ({
    id: String(place),
    name: `Search ${place}`,
    text: 'procurement',
    order: 'relevance',
    seenAt: 5000,
    ...search,
  }));
};
const saved = () => storage.stored['saved-searches'] as SavedSearch[];
const textOf = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
const hrefOf = (root: HTMLElement, text: string) => {
  const link = [...root.querySelectorAll('a')].find(({ textContent }) => textContent.includes(text));
  return new URLSearchParams(link?.getAttribute('href')?.split('?')[1]).get('q');
};

test('everything is there by day where nothing is asked', async () => {
  const root = await show('');
  expect(asked).toEqual([{ text: '', order: 'day', start: 0, most: HITS_AT_FIRST, from: null, newSince: VISIT }]);
  expect(textOf(root, '.results-found')).toEqual(['2 in the library']);
  expect(textOf(root, 'h2.hits-month')).toEqual(['November 2025']);
  expect(document.title).toBe('Search · IfG Gloss');
  expect(textOf(root, '.search-notice')).toEqual([
    'So far only the posts that come with IfG Gloss are here. Add an account',
  ]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('what came of a search is told once that search is answered, and nothing of the one before', async () => {
  const told = () => textOf(document.body, '.unseen[role=status]');
  await show('?q=buy');
  await rest(1000);
  expect(told()).toEqual(['Search: buy. 2 found']);
  const before = answer;
  const { promise, resolve } = Promise.withResolvers<never>();
  answer = () => promise;
  await show('?q=pay');
  await rest(1000);
  expect(told()).toEqual(['']);
  resolve(undefined as never);
  answer = before;
});

test('controls write filters behind what is typed, and take those that hold out', async () => {
  const root = await show('?q=buy+kind%3Apost');
  expect(hrefOf(root, 'Ann')).toBe('buy kind:post account:ann.example');
  expect(hrefOf(root, 'Since your last visit')).toBe('buy kind:post is:new');
  expect(hrefOf(root, 'The role of procurement')).toBe('buy kind:post publication:"The role of procurement"');
  expect(textOf(root, '.filter-link[aria-current]')).toEqual(['Posts2']);
  expect(hrefOf(root, 'Posts')).toBe('buy');
  expect(textOf(root, '.chip')).toEqual(['Posts ×']);
  expect(document.title).toBe('Search: buy kind:post · IfG Gloss');
  expect(await findFaults(document.body)).toEqual([]);
});

test('months lead to their last day in the order of days', async () => {
  const root = await show('?q=buy');
  const link = root.querySelector('.month');
  expect(link?.getAttribute('href')).toBe('/library.html?q=buy&by=day&from=2025-02-28');
});

test('a list that begins at a day says so, and leads to the newest', async () => {
  answer = () => ({ ...FOUND, start: 40, total: 42 });
  const root = await show('?q=buy&by=day&from=2025-02-28');
  expect(asked[0]).toMatchObject({ order: 'day', from: '2025-02-28' });
  expect(textOf(root, '.results-shown')).toEqual(['41 to 42 of 42']);
  expect(root.querySelector('.results .search-notice a')?.getAttribute('href')).toBe('/library.html?q=buy&by=day');
});

test('the next part is asked for and added', async () => {
  const hits = Array.from({ length: 150 }, (_, place) => postHit({ id: `post:${place}` }));
  answer = ({ start, most }) => answerWith(hits.slice(start, start + most), { start, total: 150 });
  const root = await show('?q=buy');
  expect(textOf(root, '.results-shown')).toEqual(['1 to 50 of 150']);
  await act(() => root.querySelector<HTMLElement>('.more-hits button')?.click());
  await rest();
  expect(root.querySelectorAll('.hit')).toHaveLength(150);
  expect(asked.map(({ start }) => start)).toEqual([0, 50]);
  expect(root.querySelector('.more-hits, .results-shown')).toBeNull();
});

test('who comes back finds as many hits as were shown', async () => {
  const hits = Array.from({ length: 150 }, (_, place) => postHit({ id: `post:${place}` }));
  answer = ({ start, most }) => answerWith(hits.slice(start, start + most), { start, total: 150 });
  const keep = vi.fn();
  const root = await show('?q=buy', LIBRARY, { items: 0, keep });
  await act(() => root.querySelector<HTMLElement>('.more-hits button')?.click());
  expect(keep).toHaveBeenCalledTimes(1);
  await clear();
  const again = await show('?q=buy', LIBRARY, { items: keep.mock.calls[0]?.[0], keep });
  expect(again.querySelectorAll('.hit')).toHaveLength(150);
});

test('what was found stays while the next text is waited for, and is not drawn anew at each letter', async () => {
  const read = vi.fn(() => 'post');
  const hit = Object.defineProperty(postHit(), 'kind', { get: read });
  answer = () => answerWith([hit], { counts: COUNTS });
  const root = await show('?q=buy');
  const before = root.querySelector('.hit');
  expect(read).toHaveBeenCalled();
  read.mockClear();
  answer = () => new Promise(() => {});
  await show('?q=buyi');
  expect(root.querySelector('.hit')).toBe(before);
  expect(read).not.toHaveBeenCalled();
  expect(root.querySelector('.results')?.getAttribute('aria-busy')).toBe('true');
});

test('where nothing was found there are ways on', async () => {
  answer = () => answerWith([]);
  const root = await show('?q=penguin+kind%3Apost');
  expect(textOf(root, '.nothing h2')).toEqual(['Nothing was found']);
  expect(hrefOf(root, 'Without the filter “Posts”')).toBe('penguin');
  expect(root.querySelector('.results-head')).toBeNull();
});

test('an empty library says what to do', async () => {
  answer = () => answerWith([]);
  const root = await show('', { ...LIBRARY, feeds: [] });
  expect(textOf(root, '.nothing h2')).toEqual(['Nothing is here yet']);
  expect(root.querySelector('.nothing a')?.getAttribute('href')).toBe('/library.html?view=accounts');
  expect(await findFaults(document.body)).toEqual([]);
});

test('that nobody answers is said, and it can be tried again', async () => {
  answer = () => Promise.reject(new Error('gone'));
  const root = await show('?q=buy');
  expect(textOf(root, '[role=alert]')).toEqual(['The library could not be loaded.Try again']);
  answer = () => FOUND;
  await act(() => root.querySelector<HTMLElement>('[role=alert] button')?.click());
  await rest();
  expect(textOf(root, '.results-found')).toEqual(['2 found']);
});

test('saved searches say how many hits came since each was looked at', async () => {
  save({ seenAt: 5000 }, { text: 'schools', seenAt: 6000 });
  const countNew = (text: string, since: number) => (text === 'schools' && since === 6000 ? 3 : 0);
  answer = ({ text, newSince }) => ({ ...FOUND, counts: { ...COUNTS, new: countNew(text, newSince) } });
  const root = await show('?q=gcf');
  expect(textOf(root, 'nav a')).toEqual(['Search 0', 'Search 13 new']);
});

test('in a saved search, new is what came since it was last looked at, and then it has been', async () => {
  save({ seenAt: 5000 });
  answer = ({ newSince }) => answerWith([postHit({}, { isNew: newSince === 5000 })], { counts: COUNTS });
  const root = await show('?q=procurement');
  await rest();
  expect(asked.map(({ newSince }) => newSince)).toContain(5000);
  expect(textOf(root, 'nav a[aria-current]')).toEqual(['Search 01 new']);
  expect(saved()[0]?.seenAt).toBe(5000);
  await rest(400);
  await rest();
  expect(saved()[0]?.seenAt).toBeGreaterThan(5000);
  const looked = saved()[0]?.seenAt;
  // What is new stays new as long as it is shown.
  expect(textOf(root, '.results .hit-new')).toEqual(['New']);
  asked = [];
  await show('?q=procurement&by=day');
  expect(asked[0]?.newSince).toBe(VISIT);
  asked = [];
  await show('?q=procurement');
  expect(asked.some(({ order, newSince }) => order === 'relevance' && newSince === looked)).toBe(true);
  expect(asked.some(({ newSince }) => newSince === 5000)).toBe(false);
});

test('who comes back from a hit of a saved search finds what was new in it', async () => {
  save({ seenAt: 5000 });
  await show('?q=procurement');
  await rest(500);
  expect(saved()[0]?.seenAt).toBeGreaterThan(5000);
  await clear();
  asked = [];
  await show('?q=procurement', LIBRARY, { isBack: true });
  expect(asked.some(({ newSince }) => newSince === 5000)).toBe(true);
});

test('a search that fails shows no hits of the one before, and can be tried again', async () => {
  const root = await show('?q=buy');
  expect(root.querySelectorAll('.results .hit').length).toBeGreaterThan(0);
  answer = () => Promise.reject(new Error('gone'));
  await show('?q=penguin');
  expect(root.querySelectorAll('.results .hit')).toHaveLength(0);
  expect(root.querySelector('.results [role=alert]')).not.toBeNull();
  expect(root.querySelector('.results')?.getAttribute('aria-busy')).toBe('false');
  answer = () => FOUND;
  await act(() => root.querySelector<HTMLButtonElement>('.results button')?.click());
  await rest();
  expect(root.querySelectorAll('.results .hit').length).toBeGreaterThan(0);
});

test('a search is saved once, whatever window it is saved in', async () => {
  const root = await show('?q=gcf');
  const press = (label: string) =>
    act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click());
  await press('Save this search');
  // Another window is quicker, and this one has not heard of it.
  storage.stored['saved-searches'] = [{ id: 'a', name: 'gcf', text: 'gcf', order: 'relevance', seenAt: 1 }];
  await act(() => void root.querySelector('.save-form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  await rest();
  expect(saved()).toMatchObject([{ name: 'gcf', text: 'gcf', order: 'relevance' }]);
  expect(textOf(root, 'nav a')).toEqual(['gcf1 new']);
  await press('Edit');
  await press('Remove');
  await rest();
  expect(saved()).toEqual([]);
  await press('Undo');
  await rest();
  expect(saved()).toMatchObject([{ name: 'gcf' }]);
});

test('days and a website are written into the text', async () => {
  const root = await show('?q=buy');
  const [from] = root.querySelectorAll<HTMLInputElement>('input[type=date]');
  const site = root.querySelector<HTMLInputElement>('input[name=site]');
  const change = (field: HTMLInputElement | null | undefined, value: string) =>
    act(() => {
      if (!field) return;
      field.value = value;
      field.dispatchEvent(new Event('change'));
    });
  await change(from, '2025-01-02');
  await change(site, 'gov.uk');
  expect(go.mock.calls.map(([route, way]) => [route.text, way])).toEqual([
    ['buy from:2025-01-02', { sitting: 'from' }],
    ['buy site:gov.uk', 'push'],
  ]);
});

test('what the reader wrote filters, once anything is written', async () => {
  const none = await show('?q=buy');
  expect(textOf(none, '.filter-title')).not.toContain('What you wrote');
  await clear();
  const own = {
    ...NO_OWN_COUNTS,
    notes: 2,
    followUps: 3,
    due: 1,
    responses: { ...NO_OWN_COUNTS.responses, none: 11, accepted: 3 },
    progress: { ...NO_OWN_COUNTS.progress, done: 2 },
  };
  answer = () => ({ ...FOUND, counts: { ...COUNTS, own, kinds: { ...COUNTS.kinds, note: 2 } } });
  const root = await show('?q=buy+response%3Aaccepted+is%3Adue');
  expect(hrefOf(root, 'With a note')).toBe('buy response:accepted is:due has:note');
  expect(hrefOf(root, 'With follow-up')).toBe('buy response:accepted is:due has:follow-up');
  expect(hrefOf(root, 'None yet')).toBe('buy response:accepted is:due response:none');
  expect(hrefOf(root, 'Your notes')).toBe('buy response:accepted is:due kind:note');
  expect(textOf(root, '.filter-link[aria-current]')).toEqual(['To be checked by now1', 'Accepted3']);
  expect(textOf(root, '.chip')).toEqual(['Response: Accepted ×', 'To be checked by now ×']);
  expect(await findFaults(document.body)).toEqual([]);
});

test('what the reader writes is found at once, but not while they write in a hit', async () => {
  const root = await show('?q=has%3Anote');
  const before = asked.length;
  ownChanges.tell();
  await rest(300);
  expect(asked).toHaveLength(before + 1);
  const field = document.createElement('textarea');
  root.querySelector('.hit')?.append(field);
  field.focus();
  ownChanges.tell();
  await rest(300);
  expect(asked).toHaveLength(before + 1);
  field.blur();
  await rest(300);
  expect(asked).toHaveLength(before + 2);
});

test('who goes to a day before the oldest hit is told that there is none', async () => {
  answer = () => answerWith([], { total: 34, start: 34, counts: COUNTS });
  const root = await show('?q=procurement&from=2024-01-01');
  expect(textOf(root, '.results .search-notice')).toContain(
    'Nothing of this is from that day or before it. Go to the newest',
  );
});
