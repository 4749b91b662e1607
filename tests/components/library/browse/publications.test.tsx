// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LibraryPageRequests, PublicationList } from '../../../../core/protocol/library-page.ts';
import { PublicationsView } from '../../../../entrypoints/library/browse/publications.tsx';
import { libraryChanges } from '../../../../platform/changes.ts';
import { findFaults } from '../../find-faults.ts';
import { clear, showInEnglish } from '../../in-english.tsx';
import { readBundledFeed } from '../../seeds.ts';
import { answersOf } from './answers.ts';

const { lines } = answersOf(readBundledFeed());
const [first] = lines;
if (first === undefined) throw new Error('the bundled feed is about nothing');
const ALL = Array.from({ length: 230 }, (_, index) => ({
  ...first,
  publication: { ...first.publication, id: `publication:${index}`, title: `Report ${index}` },
}));

type List = LibraryPageRequests['listPublications'];
const list = vi.fn<(...request: Parameters<List>) => Promise<PublicationList>>();
const answerWith = (items: PublicationList['items']) => {
  list.mockImplementation(async ({ start }) => ({
    items: items.slice(start, start + 100),
    total: items.length,
    kinds: { report: items.length },
  }));
};

beforeEach(() => {
  list.mockReset();
  answerWith(lines);
});
afterEach(clear);

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
const show = async (route: Partial<Parameters<typeof PublicationsView>[0]['route']> = {}) => {
  const root = await showInEnglish(
    <PublicationsView
      route={{ view: 'publications', order: 'said', kind: null, ...route }}
      ask={(async (_: string, request: Parameters<List>[0]) => list(request)) as never}
      go={() => {}}
    />,
  );
  await settle();
  return root;
};
const titles = (root: Element) => [...root.querySelectorAll('.line-title')].map((each) => each.textContent);
const more = (root: Element) => root.querySelector<HTMLButtonElement>('.list-more button');
const press = async (button: HTMLElement | null) => {
  await act(() => button?.click());
  await settle();
};

describe('a list of publications', () => {
  test('names each with its kind, how much is said, and when last', async () => {
    const root = await show();
    expect(root.querySelector('h1')?.textContent).toBe('Publications');
    expect(titles(root)).toEqual(lines.map(({ publication }) => publication.title));
    const facts = [...root.querySelectorAll('.line-facts')].map((each) => each.textContent);
    expect(facts).toContainEqual(expect.stringMatching(/^Report · 17 posts · 14 recommendations · newest on .*2025$/));
    expect(root.querySelectorAll('.line svg[role=img]')).toHaveLength(lines.filter(({ posts }) => posts > 0).length);
    expect(await findFaults(root)).toEqual([]);
  });

  test('each leads to its own view', async () => {
    const root = await show();
    const [link] = root.querySelectorAll('a.line-title');
    expect(link?.getAttribute('href')).toBe(
      `/library.html?${new URLSearchParams({ view: 'publication', id: first.publication.id })}`,
    );
  });

  test('order and kind are addresses, which keep each other', async () => {
    const root = await show({ order: 'day', kind: 'report' });
    const links = [...root.querySelectorAll('nav a')].map((each) => [
      each.textContent,
      each.getAttribute('href'),
      each.getAttribute('aria-current'),
    ]);
    expect(links).toEqual([
      ['Most said', '/library.html?view=publications&kind=report', null],
      ['Newest posts', '/library.html?view=publications&by=day&kind=report', 'true'],
      ['A to Z', '/library.html?view=publications&by=title&kind=report', null],
      [`All kinds ${lines.length}`, '/library.html?view=publications&by=day', null],
      [`Report ${lines.length}`, '/library.html?view=publications&by=day&kind=report', 'true'],
    ]);
    expect(list).toHaveBeenCalledExactlyOnceWith({ order: 'day', kind: 'report', start: 0 });
  });

  test('another order is asked for, and the list stays until it comes', async () => {
    await show();
    list.mockImplementation(() => new Promise(() => {}));
    const root = await show({ order: 'title' });
    expect(list).toHaveBeenLastCalledWith({ order: 'title', kind: null, start: 0 });
    expect(titles(root)).toHaveLength(lines.length);
  });

  test('titles that look like markup stay text, and run in their own direction', async () => {
    answerWith([{ ...first, publication: { ...first.publication, title: '<img src=x onerror=alert(1)>' } }]);
    const root = await show();
    expect(titles(root)).toEqual(['<img src=x onerror=alert(1)>']);
    expect(root.querySelector('.line-title')?.getAttribute('dir')).toBe('auto');
  });
});

describe('a long list', () => {
  beforeEach(() => answerWith(ALL));

  test('comes in parts, each after the one before, with the focus on what came', async () => {
    const root = await show();
    expect(root.querySelector('.list-total')?.textContent).toBe('230 publications · 100 of 230 shown');
    expect(more(root)?.textContent).toBe('Show more (130 left)');
    await press(more(root));
    expect(titles(root)).toHaveLength(200);
    expect(document.activeElement?.textContent).toBe('Report 100');
    expect(root.querySelector('.list-total')?.textContent).toBe('230 publications · 200 of 230 shown');
    await press(more(root));
    expect(titles(root)).toEqual(ALL.map(({ publication }) => publication.title));
    expect(more(root)).toBeNull();
    expect(list.mock.calls.map(([{ start }]) => start)).toEqual([0, 100, 200]);
  });

  test('a part that cannot be loaded is said, and asked for again', async () => {
    const root = await show();
    list.mockRejectedValueOnce(new Error('gone'));
    await press(more(root));
    expect(root.querySelector('.list-more')?.textContent).toBe('More could not be loaded. Try again');
    expect(titles(root)).toHaveLength(100);
    await press(more(root));
    expect(titles(root)).toHaveLength(200);
  });

  test('a part is asked for once, however often the button is pressed', async () => {
    const root = await show();
    list.mockImplementation(() => new Promise(() => {}));
    await press(more(root));
    await press(more(root));
    expect(list).toHaveBeenCalledTimes(2);
    expect(more(root)?.textContent).toBe('Loading…');
  });

  test('when the library changes, all that is shown is as it is now, and the focus stays', async () => {
    const root = await show();
    await press(more(root));
    const changed = ALL.map((each) => ({ ...each, posts: 1 }));
    answerWith(changed);
    libraryChanges.tell();
    await vi.waitFor(() => expect(root.querySelector('.line-facts')?.textContent).toMatch(/ · 1 post · /));
    await settle();
    expect(titles(root)).toHaveLength(200);
    expect(document.activeElement?.textContent).toBe('Report 100');
    await press(more(root));
    expect(titles(root)).toHaveLength(230);
  });

  test('a part that comes after another order was asked for is dropped', async () => {
    const root = await show();
    const late = Promise.withResolvers<PublicationList>();
    list.mockReturnValueOnce(late.promise);
    await press(more(root));
    await show({ order: 'title' });
    late.resolve({ items: ALL.slice(100, 200), total: 230, kinds: {} });
    await settle();
    expect(titles(root)).toHaveLength(100);
    list.mockClear();
    libraryChanges.tell();
    await vi.waitFor(() => expect(list).toHaveBeenCalled());
    await settle();
    expect(list.mock.calls).toEqual([[{ order: 'title', kind: null, start: 0 }]]);
  });

  test('a library that counts more than it has is not asked for ever', async () => {
    const root = await show();
    await press(more(root));
    list.mockImplementation(async ({ start }) => ({ items: ALL.slice(start, 100), total: 230, kinds: {} }));
    libraryChanges.tell();
    await vi.waitFor(() => expect(titles(root)).toHaveLength(100));
  });

  test('another order begins with the first part', async () => {
    const root = await show();
    await press(more(root));
    list.mockClear();
    await show({ order: 'title' });
    expect(list.mock.calls.map(([{ start }]) => start)).toEqual([0]);
    expect(titles(root)).toHaveLength(100);
  });
});

describe('where there is no list', () => {
  test('what is waited for is told', async () => {
    list.mockImplementation(() => new Promise(() => {}));
    const root = await show();
    expect(root.querySelector('[role=status]')?.textContent).toBe('Loading…');
  });

  test('what could not be loaded can be tried again', async () => {
    list.mockRejectedValueOnce(new Error('gone'));
    const root = await show();
    expect(root.querySelector('h1')?.textContent).toBe('This could not be loaded');
    expect(await findFaults(root)).toEqual([]);
    await press(root.querySelector('button'));
    expect(titles(root)).toHaveLength(lines.length);
  });

  test('what was shown stays where a change cannot be loaded, and that is told', async () => {
    const root = await show();
    list.mockRejectedValueOnce(new Error('gone'));
    libraryChanges.tell();
    await vi.waitFor(() => expect(root.querySelector('.view-outdated')).not.toBeNull());
    expect(titles(root)).toHaveLength(lines.length);
    await press(root.querySelector('.view-outdated button'));
    expect(root.querySelector('.view-outdated')).toBeNull();
  });

  test('a library without publications leads to accounts', async () => {
    answerWith([]);
    const root = await show();
    expect(root.querySelector('h1')?.textContent).toBe('No publications yet');
    expect(root.querySelector('.view-next a')?.getAttribute('href')).toBe('/library.html?view=accounts');
    expect(await findFaults(root)).toEqual([]);
  });
});
