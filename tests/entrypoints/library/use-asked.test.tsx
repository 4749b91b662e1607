// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Asked, useAsked } from '../../../entrypoints/library/use-asked.ts';
import { libraryChanges } from '../../../platform/changes.ts';

/** Questions in the order in which they came, to be answered in any. */
let asked: { key: string; answer: (value: string) => Promise<void>; refuse: () => Promise<void> }[];
let shown: Asked<string>;
let root: HTMLElement;

beforeEach(() => {
  asked = [];
  root = document.createElement('div');
});
afterEach(() => act(() => render(null, root)));

const show = (key: string) => act(() => render(<Asker of={key} />, root));

function Asker({ of }: { readonly of: string }) {
  shown = useAsked(
    of,
    () =>
      new Promise<string>((resolve, reject) =>
        asked.push({
          key: of,
          answer: (value) => act(async () => resolve(value)),
          refuse: () => act(async () => reject(new Error('gone'))),
        }),
      ),
  );
  return null;
}
const keys = () => asked.map(({ key }) => key);
const state = () => [shown.answer, shown.state];

test('an answer stays while another is waited for', async () => {
  await show('a');
  expect(state()).toEqual([undefined, 'waiting']);
  await asked[0]?.answer('A');
  expect(state()).toEqual(['A', 'answered']);
  await show('b');
  expect(state()).toEqual(['A', 'waiting']);
  await asked[1]?.answer('B');
  expect(state()).toEqual(['B', 'answered']);
});

test('while one question is under way the newest waits, and what comes late is shown to nobody', async () => {
  await show('a');
  await show('b');
  await show('c');
  expect(keys()).toEqual(['a']);
  await asked[0]?.answer('A');
  expect(keys()).toEqual(['a', 'c']);
  expect(state()).toEqual([undefined, 'waiting']);
  await asked[1]?.answer('C');
  expect(state()).toEqual(['C', 'answered']);
});

test('what fails is said, and can be tried again', async () => {
  await show('a');
  await asked[0]?.refuse();
  expect(state()).toEqual([undefined, 'failed']);
  await act(() => shown.tryAgain());
  expect(state()).toEqual([undefined, 'waiting']);
  await asked[1]?.answer('A');
  expect(state()).toEqual(['A', 'answered']);
});

test('a library that changes is asked anew, with what is shown kept', async () => {
  await show('a');
  await asked[0]?.answer('A');
  libraryChanges.tell();
  await expect.poll(keys).toEqual(['a', 'a']);
  expect(state()).toEqual(['A', 'answered']);
  await asked[1]?.answer('A2');
  expect(state()).toEqual(['A2', 'answered']);
});

test('a library that changes while the reader writes in a hit is asked when they have left it', async () => {
  await show('a');
  await asked[0]?.answer('A');
  document.body.innerHTML = '<p class="hit"><textarea></textarea></p>';
  const field = document.querySelector('textarea');
  field?.focus();
  await act(() => libraryChanges.tell());
  expect(keys()).toEqual(['a']);
  field?.blur();
  await act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)));
  expect(keys()).toEqual(['a', 'a']);
  document.body.innerHTML = '';
});

test('who is gone hears nothing, and asks nothing any more', async () => {
  await show('a');
  await show('b');
  await act(() => render(null, root));
  libraryChanges.tell();
  await asked[0]?.answer('A');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(keys()).toEqual(['a']);
  expect(state()).toEqual([undefined, 'waiting']);
});
