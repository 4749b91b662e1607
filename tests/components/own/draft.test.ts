import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraft, type Draft, type Unkept } from '../../../components/own/draft.ts';

let kept: [from: string, to: string][];
let outcome: () => Promise<Unkept | null>;
let draft: Draft;

beforeEach(() => {
  vi.useFakeTimers();
  kept = [];
  outcome = () => Promise.resolve(null);
  draft = createDraft(
    'a',
    (from, to) => {
      kept.push([from, to]);
      return outcome();
    },
    () => {},
  );
});
afterEach(() => vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('what is written is kept 300 ms after the last key', async () => {
  draft.write('ab');
  await pass(200);
  draft.write('abc');
  await pass(299);
  expect(kept).toEqual([]);
  expect(draft.read().keeping).toBe('keeping');
  await pass(1);
  expect(kept).toEqual([['a', 'abc']]);
  expect(draft.read()).toMatchObject({ text: 'abc', stored: 'abc', opened: 'a', keeping: 'kept' });
});

test('who does not stop typing has it kept each second', async () => {
  for (let key = 0; key < 21; key++) {
    draft.write(`a${key}`);
    await pass(100);
  }
  expect(kept).toEqual([
    ['a', 'a9'],
    ['a9', 'a19'],
  ]);
});

test('a flush does not wait, also for what is under way', async () => {
  outcome = () => new Promise((done) => setTimeout(done, 100, null));
  draft.write('b');
  draft.flush();
  draft.write('c');
  draft.flush();
  draft.flush();
  expect(kept).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ]);
  await pass(1000);
  expect(kept).toHaveLength(2);
  expect(draft.read()).toMatchObject({ stored: 'c', keeping: 'kept' });
});

test.each(['full', 'failed'] as const)('what could not be kept (%s) stays, is said and tried again', async (why) => {
  outcome = () => Promise.resolve(why);
  draft.write('b');
  await pass(300);
  expect(draft.read()).toMatchObject({ text: 'b', stored: 'a', keeping: why });
  draft.write('bc');
  await pass(300);
  expect(kept.at(-1)).toEqual(['a', 'bc']);
  await pass(1900);
  expect(kept).toHaveLength(2);
  outcome = () => Promise.resolve(null);
  await pass(100);
  expect(kept.at(-1)).toEqual(['a', 'bc']);
  expect(draft.read()).toMatchObject({ text: 'bc', stored: 'bc', keeping: 'kept' });
  await pass(5000);
  expect(kept).toHaveLength(3);
});

test('no answer is a failure', async () => {
  outcome = () => Promise.reject(new Error('No answer'));
  draft.write('b');
  await pass(300);
  expect(draft.read().keeping).toBe('failed');
});

test('a text that another window wrote is taken over, but not over one that is not kept yet', async () => {
  expect(draft.learn(['b'])).toBe(true);
  expect(draft.read()).toMatchObject({ text: 'b', stored: 'b' });
  draft.write('bc');
  expect(draft.learn(['x'])).toBe(false);
  expect(draft.read().text).toBe('bc');
  await pass(300);
  expect(kept).toEqual([['b', 'bc']]);
  expect(draft.learn(['bc', 'x'])).toBe(false);
  expect(draft.read()).toMatchObject({ text: 'bc', keeping: 'kept' });
});

test('while one is under way nothing is taken over', () => {
  outcome = () => new Promise(() => {});
  draft.write('b');
  draft.flush();
  expect(draft.learn(['a2'])).toBe(false);
  expect(draft.read().text).toBe('b');
  draft.write('a');
  expect(draft.learn(['a2'])).toBe(false);
  expect(draft.read().text).toBe('a');
});

test('what was kept though nothing said so is known as its own', async () => {
  outcome = () => Promise.reject(new Error('No answer in time'));
  draft.write('b');
  draft.flush();
  await pass(0);
  draft.write('bc');
  outcome = () => Promise.resolve(null);
  draft.learn(['b']);
  draft.flush();
  await pass(0);
  expect(kept.at(-1)).toEqual(['b', 'bc']);
});

test('undo leads to the text as it was when its reader began to write', async () => {
  draft.write('b');
  await pass(300);
  draft.open();
  draft.write('c');
  expect(draft.read().opened).toBe('b');
});

test('what another window wrote is not undone here', () => {
  draft.write('ab');
  draft.write('a');
  draft.learn(['a, and pages more']);
  expect(draft.read()).toMatchObject({ text: 'a, and pages more', opened: 'a, and pages more' });
});

test('what is removed can be had back also when it is known that nothing is stored', async () => {
  draft.open();
  draft.write('');
  await pass(300);
  draft.learn([]);
  expect(draft.read()).toMatchObject({ text: '', opened: 'a' });
});

test('what an undo took away is had back, until something else is written', async () => {
  draft.write('an afternoon');
  draft.undo();
  expect(draft.read()).toMatchObject({ text: 'a', undone: 'an afternoon' });
  draft.redo();
  expect(draft.read()).toMatchObject({ text: 'an afternoon', undone: null });
  await pass(300);
  expect(kept.at(-1)?.[1]).toBe('an afternoon');
  draft.undo();
  draft.write('ab');
  expect(draft.read().undone).toBeNull();
});
