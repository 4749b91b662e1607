// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { InLibrary, LibraryWay } from '../../../components/library-way.tsx';
import { createOwn } from '../../../components/own/own.ts';
import { OwnPlaces } from '../../../components/own/own-places.tsx';
import type { Gloss } from '../../../core/gloss/gloss.ts';
import type { ActedOn } from '../../../core/protocol/own.ts';
import { REPORT as PUBLICATION } from '../../core/follow-up/lines.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

afterEach(clear);

const onOpen = vi.fn();

/** What stands below a publication's head in a pane; `answer` is what the background says of it by then. */
async function show(answer: () => Promise<ActedOn | null>, recommendations = 14) {
  const heard: (() => void)[] = [];
  const ask = (async (name: string) => (name === 'countActedOn' ? answer() : [])) as unknown;
  const own = createOwn(ask as Parameters<typeof createOwn>[0], (again) => {
    heard.push(again);
    return () => {};
  });
  const gloss = { publication: PUBLICATION, counts: { posts: 20, recommendations } } as unknown as Gloss;
  const root = await showInEnglish(
    <OwnPlaces own={own}>
      <InLibrary.Provider value={onOpen}>
        <main>
          <h1>Report</h1>
          <LibraryWay gloss={gloss} />
        </main>
      </InLibrary.Provider>
    </OwnPlaces>,
  );
  const tellChange = () => {
    for (const each of heard) each();
  };
  return { root, tellChange };
}

const rest = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 50)));
const wordsOf = (root: HTMLElement) => [...root.querySelectorAll('.library-way')].map(({ textContent }) => textContent);
const WAY = 'Open in the library';

test('stands before it is known how many were acted on, and says it then, and again when that has changed', async () => {
  let answer = Promise.withResolvers<ActedOn | null>();
  const { root, tellChange } = await show(() => answer.promise);
  expect(wordsOf(root)).toEqual([WAY, 'Follow-up of recommendations']);
  answer.resolve({ actedOn: 5, total: 14 });
  await rest();
  expect(wordsOf(root)).toEqual([WAY, 'Follow-up: 5 of 14 acted on']);
  answer = Promise.withResolvers();
  answer.resolve({ actedOn: 6, total: 14 });
  tellChange();
  await rest();
  expect(wordsOf(root)).toEqual([WAY, 'Follow-up: 6 of 14 acted on']);
  expect(await findFaults(root)).toEqual([]);
});

test('stays as it is where nothing was followed up or the background does not say, and leads to the table', async () => {
  for (const answer of [async () => null, () => Promise.reject(new Error('gone'))]) {
    const { root } = await show(answer);
    expect(wordsOf(root)).toEqual([WAY, 'Follow-up of recommendations']);
  }
  document.querySelectorAll<HTMLElement>('.library-way button')[1]?.click();
  expect(onOpen.mock.lastCall?.[0]).toMatchObject({
    view: 'recommendations',
    as: 'table',
    asked: { publication: PUBLICATION.id },
  });
});

test('is not there where nothing is recommended', async () => {
  const { root } = await show(async () => null, 0);
  expect(wordsOf(root)).toEqual([WAY]);
});
