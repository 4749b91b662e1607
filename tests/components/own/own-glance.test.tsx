// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { OwnGlance } from '../../../components/own/own-glance.tsx';
import type { OwnGlance as Glance } from '../../../core/protocol/own-frame.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

const GLANCE: Glance = {
  query: '?view=publication&id=ifg%3Aa',
  notes: [
    { line: '<b>First</b>', about: 'publication', number: null, query: '?view=publication&id=ifg%3Aa' },
    { line: 'Second', about: 'recommendation', number: 3, query: '?view=post&id=b' },
    { line: 'Third', about: 'post', number: null, query: '?view=post&id=c' },
  ],
  moreNotes: 2,
  followUp: { actedOn: 5, total: 14, query: '?view=recommendations' },
};

afterEach(clear);

test('says in a line each how much was acted on, what was noted, and how much more there is', async () => {
  const root = await showInEnglish(<OwnGlance glance={GLANCE} onOpen={() => {}} />);
  const lines = [...root.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(lines).toEqual([
    '5 of 14 acted on, as you noted',
    'Your note: <b>First</b>',
    'Your note on recommendation 3: Second',
    'Your note on a post: Third',
    'All your notes on this: 5',
  ]);
  expect(await findFaults(root)).toEqual([]);
});

test('leads to what each line is about, in place of the link where nothing else is asked of it', async () => {
  const opened: string[] = [];
  const root = await showInEnglish(<OwnGlance glance={GLANCE} onOpen={(query) => opened.push(query)} />);
  const links = [...root.querySelectorAll('a')];
  for (const link of links) link.click();
  expect(opened).toEqual([
    '?view=recommendations',
    '?view=publication&id=ifg%3Aa',
    '?view=post&id=b',
    '?view=post&id=c',
    '?view=publication&id=ifg%3Aa',
  ]);
  const taken: boolean[] = [];
  root.addEventListener('click', (event) => {
    taken.push(event.defaultPrevented);
    event.preventDefault();
  });
  links[2]?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
  expect(opened).toHaveLength(5);
  expect(taken).toEqual([false]);
  expect(links[2]?.getAttribute('href')).toBe('/library.html?view=post&id=b');
});
