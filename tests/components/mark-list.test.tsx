// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { MarkList } from '../../components/mark-list.tsx';
import type { MarkedPublication, MarkedText, MarkPlace } from '../../core/protocol/marks.ts';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';

const REPORT = 'https://www.instituteforgovernment.org.uk/publication/report';

let onShow: Mock<(place: MarkPlace, isStep: boolean) => Promise<boolean>>;
beforeEach(() => {
  onShow = vi.fn(async () => true);
});
afterEach(clear);

const places = (count: number, first = 1): MarkPlace[] =>
  Array.from({ length: count }, (_, at) => ({ frameId: 0, id: first + at }));
const text = (part: Partial<MarkedText> = {}): MarkedText => ({
  text: 'a report',
  address: REPORT,
  sureness: 'exact',
  places: places(1),
  ...part,
});
const marked = (links: readonly MarkedText[], part: Partial<MarkedPublication> = {}): MarkedPublication => ({
  key: 'ifg:report',
  publication: 'ifg:report',
  title: 'The report',
  sureness: 'exact',
  links,
  ...part,
});
const show = (...marks: readonly MarkedPublication[]) =>
  showInEnglish(
    <main>
      <h1>A page</h1>
      <MarkList marks={marks} onShow={onShow} />
    </main>,
  );
const press = (button: Element | null | undefined) => act(() => (button as HTMLElement).click());
const textsOf = (root: Element, selector = 'button') =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);

test('a publication is one row with its title and how sure, and its first link is one press away', async () => {
  const root = await show(marked([text({ places: [{ frameId: 7, id: 3 }] })]));
  expect(textsOf(root)).toEqual(['The report Exact match · in an embedded page']);
  await press(root.querySelector('button'));
  expect(onShow.mock.calls).toEqual([[{ frameId: 7, id: 3 }, false]]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('a link that the page does not show is said to be hidden, until another is shown', async () => {
  const root = await show(marked([text({ places: places(2) })]));
  onShow.mockResolvedValueOnce(false);
  await press(root.querySelector('button'));
  const said = () => root.querySelector('[role=alert]')?.textContent;
  await vi.waitFor(() => expect(said()).toBe('The page does not show this link at the moment.'));
  expect(await findFaults(document.body)).toEqual([]);
  await press(root.querySelector('button'));
  await vi.waitFor(() => expect(said()).toBeUndefined());
});

test('its links open below it, each with the address where that differs', async () => {
  const wrapped = `https://links.example/?url=${encodeURIComponent(REPORT)}&${'x'.repeat(5000)}`;
  const root = await show(
    marked([text(), text({ text: '', places: places(1, 8) }), text({ address: wrapped, places: places(1, 9) })]),
  );
  expect(textsOf(root)).toEqual(['The report Exact match', '3 links']);
  const disclosure = root.querySelector('.disclosure');
  await press(disclosure);
  expect(disclosure?.getAttribute('aria-expanded')).toBe('true');
  const rows = textsOf(root, '.links button');
  expect(rows.slice(0, 2)).toEqual([
    'a report instituteforgovernment.org.uk/publication/report',
    'instituteforgovernment.org.uk/publication/report',
  ]);
  expect(rows[2]).toMatch(/^a report links\.example.{90,120}…$/);
  expect(await findFaults(document.body)).toEqual([]);
  await press(root.querySelectorAll('.links button')[2]);
  expect(onShow.mock.calls).toEqual([[{ frameId: 0, id: 9 }, false]]);
  await press(disclosure);
  expect(root.querySelector('.links')).toBeNull();
});

test('ten thousand links that look the same are one row, with a button from each to the next and around', async () => {
  const root = await show(marked([text({ places: places(10_000) })]));
  expect(textsOf(root)).toEqual(['The report Exact match', '10,000 links']);
  await press(root.querySelector('.disclosure'));
  expect(textsOf(root, '.links button')).toEqual(['a report', 'Go to 2 of 10,000']);
  const step = root.querySelector('.step');
  await press(step);
  await press(step);
  expect(step?.textContent).toBe('Go to 4 of 10,000');
  await press(root.querySelector('.links .item'));
  expect(step?.textContent).toBe('Go to 2 of 10,000');
  expect(onShow.mock.calls).toEqual([
    [{ frameId: 0, id: 2 }, true],
    [{ frameId: 0, id: 3 }, true],
    [{ frameId: 0, id: 1 }, false],
  ]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('after the last of the links that look the same comes the first, also where some have gone', async () => {
  const root = await show(marked([text({ places: places(3) })]));
  await press(root.querySelector('.disclosure'));
  const step = root.querySelector('.step');
  for (const said of ['Go to 3 of 3', 'Go to 1 of 3', 'Go to 2 of 3', 'Go to 3 of 3']) {
    await press(step);
    expect(step?.textContent).toBe(said);
  }
  await show(marked([text({ places: places(2) })]));
  expect(step?.textContent).toBe('Go to 1 of 2');
});

test('ten thousand links of a text each are a few rows until the reader asks for more', async () => {
  const links = Array.from({ length: 10_000 }, (_, at) => text({ text: `link ${at}`, places: places(1, at) }));
  const root = await show(marked(links));
  await press(root.querySelector('.disclosure'));
  expect(root.querySelectorAll('.links button')).toHaveLength(10);
  await press(root.querySelector('.show-more'));
  expect(root.querySelectorAll('.links button')).toHaveLength(60);
  expect(textsOf(root, '.show-more')).toEqual(['Show more (9,940 left)']);
  expect(document.activeElement?.textContent).toBe('link 10');
});

test('a thousand pages are a few rows until the reader asks for more', async () => {
  const pages = Array.from({ length: 1000 }, (_, at) => {
    const address = `https://www.instituteforgovernment.org.uk/${at}`;
    return marked([text({ sureness: 'related', address })], {
      key: address,
      publication: null,
      title: `page ${at}`,
      sureness: 'related',
    });
  });
  const root = await show(...pages);
  expect(root.querySelector('h2')?.textContent).toBe('Marked links on this page 1,000');
  expect(root.querySelectorAll('.marks > li')).toHaveLength(20);
  expect(textsOf(root)[0]).toBe('page 0 Related instituteforgovernment.org.uk/0');
  expect(await findFaults(document.body)).toEqual([]);
  await press(root.querySelector('.show-more'));
  expect(document.activeElement?.textContent).toMatch(/^page 20 /);
});

test('where nothing is marked there is no list', async () => {
  expect((await show()).querySelector('section')).toBeNull();
});
