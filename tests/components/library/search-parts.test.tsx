// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { DayFilter } from '../../../components/library/day-filter.tsx';
import { FilterChips } from '../../../components/library/filter-chips.tsx';
import { FilterList } from '../../../components/library/filter-list.tsx';
import { HitList } from '../../../components/library/hit-list.tsx';
import { MonthList } from '../../../components/library/month-list.tsx';
import { MoreHits } from '../../../components/library/more-hits.tsx';
import { NothingFound } from '../../../components/library/nothing-found.tsx';
import { ResultsHead } from '../../../components/library/results-head.tsx';
import { SearchAnnounced } from '../../../components/library/search-announced.tsx';
import { SearchNotices } from '../../../components/search-notices.tsx';
import type { Instead } from '../../../core/protocol/search.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';
import { answerWith, FEED, postHit, publicationHit } from './hits-made.ts';

afterEach(clear);

const textOf = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
const inMain = (children: preact.ComponentChild) => showInEnglish(<main>{children}</main>);

const FEEDS = new Map([[FEED.id, FEED]]);
const HITS = [
  postHit({ id: 'post:3' }, { day: '2025-11-03' }),
  publicationHit({}, { day: '2025-11-01' }),
  postHit({ id: 'post:2' }, { day: '2025-09-30' }),
  publicationHit({ id: 'publication:2' }, { day: null }),
];

test('by day, hits stand under their months', async () => {
  const root = await inMain(<HitList hits={HITS} order="day" feeds={FEEDS} />);
  expect(textOf(root, 'section > h2')).toEqual(['November 2025', 'September 2025', 'No day known']);
  expect([...root.querySelectorAll('section')].map((each) => each.querySelectorAll('li').length)).toEqual([2, 1, 1]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('by relevance they are one list', async () => {
  const root = await inMain(<HitList hits={HITS} order="relevance" feeds={FEEDS} />);
  expect(root.querySelector('h2')).toBeNull();
  expect(root.querySelectorAll('ol > li')).toHaveLength(4);
});

test('what is added to a list changes nothing in what is there, and begins another group after fifty', async () => {
  const drawn = vi.fn(() => []);
  const first = Array.from({ length: 40 }, (_, place) => postHit({ id: `post:${place}` }));
  for (const hit of first) Object.defineProperty(hit, 'foundIn', { get: drawn });
  const root = await inMain(<HitList hits={first} order="relevance" feeds={FEEDS} />);
  const rows = [...root.querySelectorAll('.hit')];
  expect(drawn).toHaveBeenCalled();
  drawn.mockClear();
  const more = Array.from({ length: 30 }, (_, place) => postHit({ id: `post:more-${place}` }));
  await inMain(<HitList hits={[...first, ...more]} order="relevance" feeds={FEEDS} />);
  expect(drawn).not.toHaveBeenCalled();
  expect([...root.querySelectorAll('.hit')].slice(0, 40)).toEqual(rows);
  expect([...root.querySelectorAll('ol')].map(({ children }) => children.length)).toEqual([50, 20]);
  await inMain(<HitList hits={first} order="relevance" feeds={new Map([[FEED.id, { ...FEED }]])} />);
  expect(drawn).toHaveBeenCalled();
});

const filter = (place: number, isOn = false) => ({
  key: String(place),
  label: `Value ${place}`,
  hits: 1000 + place,
  isOn,
  href: `/library.html?q=${place}`,
});

test('a filter shows its first values and those that hold, and the rest when asked', async () => {
  const links = Array.from({ length: 9 }, (_, place) => filter(place, place === 8));
  const root = await inMain(<FilterList title="About" links={links} />);
  expect(textOf(root, 'a')).toHaveLength(7);
  expect(textOf(root, 'a').at(0)).toBe('Value 01,000');
  expect(textOf(root, 'a[aria-current=true]')).toEqual(['Value 81,008']);
  await act(() => root.querySelector('button')?.click());
  expect(textOf(root, 'a')).toHaveLength(9);
  expect(root.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
  expect(await findFaults(document.body)).toEqual([]);
});

test('when a filter is removed, the focus goes to the next, or to where filters are typed', async () => {
  const onLast = vi.fn();
  const chip = (key: string) => ({ key, label: key, href: `/library.html?q=${key}` });
  const show = (...keys: string[]) => inMain(<FilterChips chips={keys.map(chip)} onLast={onLast} />);
  const root = await show('a', 'b');
  expect(root.querySelector('a')?.getAttribute('aria-label')).toBe('a: remove this filter');
  root.querySelector<HTMLElement>('a')?.focus();
  await show('b');
  expect(document.activeElement?.textContent).toBe('b ×');
  expect(onLast).not.toHaveBeenCalled();
  await show();
  expect(onLast).toHaveBeenCalledTimes(1);
});

test('who types does not lose the focus when a filter goes', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  await inMain(<FilterChips chips={[{ key: 'a', label: 'a', href: '/' }]} onLast={() => expect.fail()} />);
  field.focus();
  await inMain(<FilterChips chips={[]} onLast={() => expect.fail()} />);
  expect(document.activeElement).toBe(field);
});

const MONTHS = [
  { month: '2025-03', hits: 30 },
  { month: '2024-12', hits: 15 },
  { month: '2024-01', hits: 5 },
];

test('the time line has years with their months, each a link as long as it has hits', async () => {
  const root = await inMain(
    <MonthList months={MONTHS} shown="2024-12" hrefOf={(month) => `/library.html?from=${month}`} onJump={() => {}} />,
  );
  expect(textOf(root, 'summary')).toEqual(['2025 30', '2024 20']);
  expect([...root.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, true]);
  expect(textOf(root, 'a')).toEqual(['March30', 'December15', 'January5']);
  expect(root.querySelector('a')?.getAttribute('href')).toBe('/library.html?from=2025-03');
  expect(textOf(root, 'a[aria-current]')).toEqual(['December15']);
  expect([...root.querySelectorAll<HTMLElement>('.month-bar')].map(({ style }) => style.inlineSize)).toEqual([
    '100%',
    '50%',
    `${(5 / 30) * 100}%`,
  ]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('and leads to a day', async () => {
  const onJump = vi.fn();
  const root = await inMain(<MonthList months={MONTHS} shown={null} hrefOf={() => '/'} onJump={onJump} />);
  const field = root.querySelector('input');
  if (field !== null) field.value = '2024-06-05';
  await act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(onJump).toHaveBeenCalledWith('2024-06-05');
});

test('days are filtered by once they are days', async () => {
  const onChange = vi.fn();
  const root = await inMain(<DayFilter from={null} to="2025-06-30" onChange={onChange} />);
  const [from, to] = root.querySelectorAll('input');
  const set = (field: HTMLInputElement | undefined, value: string, isValid: boolean) => {
    if (field === undefined) return;
    field.value = value;
    // Nothing is checked here as a browser checks it.
    Object.defineProperty(field, 'validity', { value: { valid: isValid }, configurable: true });
    field.dispatchEvent(new Event('change'));
  };
  await act(() => set(from, '0002-01-01', false));
  expect(onChange).not.toHaveBeenCalled();
  await act(() => set(from, '2025-01-01', true));
  await act(() => set(to, '', true));
  expect(onChange.mock.calls).toEqual([
    ['2025-01-01', '2025-06-30'],
    [null, null],
  ]);
});

const headOf = (total: number, shown: number, isAsked = true) =>
  inMain(
    <ResultsHead
      answer={answerWith(HITS.slice(0, shown), { total, start: 0 })}
      isAsked={isAsked}
      order="relevance"
      hrefOf={(order) => `/library.html?by=${order}`}
    >
      {null}
    </ResultsHead>,
  );

test('how much was found is said exactly', async () => {
  const root = await headOf(1143, 4);
  expect(textOf(root, '.results-found')).toEqual(['1,143 found']);
  expect(textOf(root, '.results-shown')).toEqual(['1 to 4 of 1,143']);
  expect(textOf(root, '.order[aria-current]')).toEqual(['Best first']);
});

test.each<[string, number, Instead | null, string]>([
  ['pensions', 1143, null, 'Search: pensions. 1,143 found'],
  ['schools', 1143, null, 'Search: schools. 1,143 found'],
  ['', 1143, null, '1,143 in the library'],
  ['penguins', 0, null, 'Search: penguins. Nothing was found'],
  [
    'procurment',
    2,
    { kind: 'spelling', text: 'procurement' },
    'Search: procurment. Nothing was found. This was looked for instead: procurement. 2 found',
  ],
  [
    'a b',
    2,
    { kind: 'some' },
    'Search: a b. Nothing holds all of these words. What holds some of them is shown. 2 found',
  ],
])('what came of a search is told once typing rests: %s', async (text, total, instead, said) => {
  vi.useFakeTimers();
  const root = await inMain(<SearchAnnounced text={text} answer={{ total, instead }} />);
  expect(textOf(root, '[role=status]')).toEqual(['']);
  await act(() => void vi.advanceTimersByTime(1000));
  expect(textOf(root, '[role=status]')).toEqual([said]);
  vi.useRealTimers();
});

test('of everything there is no best', async () => {
  const root = await headOf(4, 4, false);
  expect(textOf(root, '.results-found')).toEqual(['4 in the library']);
  expect(root.querySelector('.results-shown, .order')).toBeNull();
});

test('what was looked for instead is said, and what is no filter', async () => {
  const root = await inMain(
    <SearchNotices
      text="procuremnt kind:x is:y"
      instead={{ kind: 'spelling', text: 'procurement kind:x is:y' }}
      faults={[
        { kind: 'no-kind', start: 11, end: 17 },
        { kind: 'no-kind', start: 18, end: 22 },
      ]}
      wayTo={(text) => <a href={`/library.html?q=${text}`}>{text}</a>}
    />,
  );
  expect(textOf(root, 'p')).toEqual([
    'Nothing was found. This was looked for instead: procurement kind:x is:y',
    '“kind:x” names no kind, so it was looked for as words. The kinds are post, recommendation, publication and note.',
    '“is:y” is no filter, so it was looked for as words. Only is:new and is:due are.',
  ]);
  expect(root.querySelector('a')?.getAttribute('href')).toBe('/library.html?q=procurement kind:x is:y');
});

test('that not all of the words were found is said', async () => {
  const root = await inMain(<SearchNotices text="a b" instead={{ kind: 'some' }} faults={[]} wayTo={() => null} />);
  expect(textOf(root, 'p')).toEqual(['Nothing holds all of these words. What holds some of them is shown.']);
});

test('where nothing was found, each filter can be left out, and accounts be added', async () => {
  const root = await inMain(<NothingFound chips={[{ key: 'a', label: 'Posts', href: '/library.html?q=x' }]} />);
  expect(textOf(root, 'a')).toEqual(['Without the filter “Posts”', 'See whose posts are here, or add an account']);
  expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/library.html?q=x',
    '/library.html?view=accounts',
  ]);
  expect(await findFaults(document.body)).toEqual([]);
});

test.each([
  ['more is asked for', { onMore: vi.fn() }, 'Show more (43 left)'],
  ['more is on its way', { onMore: null }, 'Loading…'],
  ['more could not be loaded', { onMore: null, hasFailed: true }, 'Try again'],
])('at the end of the list %s', async (_, props, label) => {
  const onTryAgain = vi.fn();
  const root = await inMain(<MoreHits left={43} hasFailed={false} isFull={false} {...props} onTryAgain={onTryAgain} />);
  expect(textOf(root, 'button')).toEqual([label]);
  await act(() => root.querySelector('button')?.click());
  expect(onTryAgain).toHaveBeenCalledTimes(label === 'Try again' ? 1 : 0);
  if (props.onMore) expect(props.onMore).toHaveBeenCalledTimes(1);
});

test('too many are not shown, and it is said what leads to them', async () => {
  const root = await inMain(<MoreHits left={43} onMore={null} hasFailed={false} isFull onTryAgain={() => {}} />);
  expect(textOf(root, 'p')[0]).toMatch(/^More were found: 43\. To come to them, filter/);
  expect(root.querySelector('button')).toBeNull();
});
