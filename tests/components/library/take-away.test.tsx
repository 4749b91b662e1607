// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { TakeAway, type Taking } from '../../../components/library/take-away.tsx';
import { TAKE_AWAY_FORMATS } from '../../../core/take-away/formats.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

afterEach(clear);

/** Does something, and waits for what comes of it. */
const after = (what: () => void) =>
  act(async () => {
    what();
    await new Promise((resolve) => setTimeout(resolve));
  });

/** A menu, what it has asked for, and the ways to answer that. */
async function show() {
  const asked: { taking: Taking; answer: (name: string | null) => void; fail: (error: unknown) => void }[] = [];
  const onTake = (taking: Taking) =>
    new Promise<string | null>((answer, fail) => {
      taking.signal.addEventListener('abort', () => fail(taking.signal.reason));
      asked.push({ taking, answer, fail });
    });
  const root = await showInEnglish(
    <main>
      <TakeAway onTake={onTake} />
    </main>,
  );
  const press = (name: string) =>
    after(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
  const said = () => root.querySelector('[role=status]')?.textContent;
  return { root, asked, press, said };
}

test('every format is a button that says what it is for', async () => {
  const { root, asked, press } = await show();
  const names = [...root.querySelectorAll('li button')].map(({ textContent }) => textContent);
  expect(names).toEqual([
    'CSV',
    'Markdown',
    'Markdown files',
    'RIS',
    'BibTeX',
    'CSL-JSON',
    'JSON Feed',
    'Web Annotation',
  ]);
  expect([...root.querySelectorAll('.take-away-for')].every(({ textContent }) => textContent.length > 10)).toBe(true);
  expect(await findFaults(document.body)).toEqual([]);
  for (const name of names) {
    await press(name);
    await after(() => asked.at(-1)?.answer('file'));
  }
  expect(asked.map(({ taking }) => taking.format)).toEqual(TAKE_AWAY_FORMATS);
});

test('how far it has got is shown until the file is there, and a second one waits', async () => {
  const { root, asked, press, said } = await show();
  await press('CSV');
  expect(root.querySelector('.take-away-state')?.textContent).toContain('Gathering…');
  await after(() => asked[0]?.taking.tell(1200, 4000));
  expect(root.querySelector('progress')?.getAttribute('max')).toBe('4000');
  expect(root.querySelector('.take-away-state')?.textContent).toContain('Gathering 1,200 of 4,000…');
  await press('RIS');
  expect(asked).toHaveLength(1);
  expect(root.querySelector('li button')?.getAttribute('aria-disabled')).toBe('true');
  expect(await findFaults(document.body)).toEqual([]);
  await after(() => asked[0]?.answer('gloss-search-2026-11-29.csv'));
  expect(root.querySelector('progress')).toBeNull();
  expect(said()).toBe('Saved as gloss-search-2026-11-29.csv');
});

test('who cancels has nothing, and may begin anew', async () => {
  const { root, asked, press, said } = await show();
  await press('CSV');
  await press('Cancel');
  expect(asked[0]?.taking.signal.aborted).toBe(true);
  expect(said()).toBe('Nothing was saved.');
  expect(root.querySelector('progress')).toBeNull();
  await press('CSV');
  expect(asked).toHaveLength(2);
});

test('what failed and what is empty is said', async () => {
  const { asked, press, said } = await show();
  await press('CSV');
  await after(() => asked[0]?.fail(new Error('no answer')));
  expect(said()).toMatch(/^This could not be gathered/);
  await press('Web Annotation');
  await after(() => asked[1]?.answer(null));
  expect(said()).toMatch(/^There is nothing here/);
});
