// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MoreItems } from '../../../components/library/browse/more-button.tsx';
import { ListShown } from '../../../entrypoints/library/list-shown.ts';
import { type Part, useParts } from '../../../entrypoints/library/use-parts.ts';

const ALL = 250;
let root: HTMLElement;
let shown: number | undefined;
let more: MoreItems;
let kept: number[];
/** Lets the parts that are asked for come. */
let come: () => Promise<void>;

beforeEach(() => {
  root = document.createElement('div');
  kept = [];
});
afterEach(() => act(() => render(null, root)));

async function askPart(start: number): Promise<Part<number>> {
  await new Promise<void>((resolve) => {
    come = () =>
      act(async () => {
        resolve();
        await new Promise((rest) => setTimeout(rest));
      });
  });
  return { items: Array.from({ length: Math.min(100, ALL - start) }, (_, place) => start + place), total: ALL };
}

function List({ of }: { readonly of: string }) {
  const parts = useParts<number, Part<number>>(of, askPart);
  shown = parts.answer?.items.length;
  more = parts.more;
  return null;
}

const show = (of: string, items = 0) =>
  act(() =>
    render(
      <ListShown.Provider value={{ items, keep: (count) => kept.push(count), isBack: false }}>
        <List of={of} />
      </ListShown.Provider>,
      root,
    ),
  );
const askForMore = () => act(() => more.onMore());

test('what is shown of a list is kept, and shown at once to who comes back', async () => {
  await show('a');
  await come();
  expect(shown).toBe(100);
  await askForMore();
  await come();
  expect(shown).toBe(200);
  expect(kept).toEqual([200]);
  await act(() => render(null, root));
  shown = undefined;
  await show('a', 200);
  await come();
  // Nothing is shown that would grow under the reader's eyes.
  expect(shown).toBeUndefined();
  await come();
  expect(shown).toBe(200);
});

test('another list begins with as much as was kept of it', async () => {
  await show('a', 250);
  for (let part = 0; part < 3; part += 1) await come();
  expect(shown).toBe(250);
  await show('b');
  await come();
  expect(shown).toBe(100);
});

test.each([
  ['gone to another list', () => show('b')],
  ['left the view', () => act(() => render(null, root))],
])('what comes when its reader has %s is kept of nothing', async (_, leave) => {
  await show('a');
  await come();
  await askForMore();
  const late = come;
  await leave();
  await late();
  expect(kept).toEqual([]);
});
