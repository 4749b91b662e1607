import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOwnRecords, type OwnRecords, type Written } from '../../../components/own/records.ts';
import type { RecommendationSubject } from '../../../core/model/own.ts';
import { keysOfSubject } from '../../../core/own/keys.ts';
import { noteOn, PUBLICATION } from './notes.ts';

const KEYS = keysOfSubject(PUBLICATION);
const NOTE = noteOn(PUBLICATION, 'a');
let again: () => void;
let answer: (keys: readonly string[]) => Promise<readonly Written[]>;
let find: ReturnType<typeof vi.fn<typeof answer>>;
let records: OwnRecords;
const told = vi.fn<(records: readonly Written[]) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  told.mockClear();
  answer = () => Promise.resolve([NOTE]);
  find = vi.fn((keys: readonly string[]) => answer(keys));
  records = createOwnRecords(find, (listener) => {
    again = listener;
    return () => {};
  });
});
afterEach(() => vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('what comes into view together is asked for at once, and each hears of its own', async () => {
  const other = vi.fn();
  records.watch(KEYS, told);
  records.watch(['post other'], other);
  await pass(100);
  expect(find).toHaveBeenCalledExactlyOnceWith([...KEYS, 'post other']);
  expect(told).toHaveBeenCalledExactlyOnceWith([NOTE]);
  expect(other).toHaveBeenCalledExactlyOnceWith([]);
});

test('after a change all is asked for anew, and only what is another is told', async () => {
  records.watch(KEYS, told);
  await pass(100);
  again();
  await pass(100);
  expect(find).toHaveBeenCalledTimes(2);
  expect(told).toHaveBeenCalledTimes(1);
  const changed = noteOn(PUBLICATION, 'b');
  answer = () => Promise.resolve([changed]);
  again();
  await pass(100);
  expect(told).toHaveBeenLastCalledWith([changed]);
});

test('an answer to what was asked before a change is dropped', async () => {
  const { promise, resolve } = Promise.withResolvers<readonly Written[]>();
  answer = () => promise;
  records.watch(KEYS, told);
  await pass(100);
  const changed = noteOn(PUBLICATION, 'b');
  answer = () => Promise.resolve([changed]);
  records.renew();
  resolve([NOTE]);
  await pass(100);
  expect(told).toHaveBeenCalledExactlyOnceWith([changed]);
});

test('where nothing is answered its reader may write, and it is asked again', async () => {
  answer = () => Promise.reject(new Error('asleep'));
  records.watch(KEYS, told);
  await pass(100);
  expect(told).toHaveBeenCalledExactlyOnceWith([]);
  answer = () => Promise.resolve([NOTE]);
  await pass(3100);
  expect(told).toHaveBeenLastCalledWith([NOTE]);
});

test('what is no longer shown is not asked for', async () => {
  const end = records.watch(KEYS, told);
  await pass(100);
  end();
  again();
  await pass(100);
  expect(find).toHaveBeenCalledTimes(1);
});

test('what was written about words that stand elsewhere in the page is told there alone', async () => {
  const third: RecommendationSubject = {
    kind: 'recommendation',
    publication: null,
    thread: 'thread:1',
    post: 'post:1',
    number: 3,
    section: null,
    words: 'The Cabinet Office should publish what contracts cost.',
  };
  const moved = noteOn(third, 'on the words');
  answer = () => Promise.resolve([moved]);
  const other = vi.fn();
  const inItsPlace = { ...third, words: 'Departments should say what they buy, and from whom they buy it.' };
  records.watch(keysOfSubject(inItsPlace), other);
  await pass(100);
  expect(other).toHaveBeenLastCalledWith([moved]);
  records.watch(keysOfSubject({ ...third, post: 'post:2', number: 4 }), told);
  again();
  await pass(100);
  expect(told).toHaveBeenLastCalledWith([moved]);
  expect(other).toHaveBeenLastCalledWith([]);
});

test('what is about the first of one list of a thread is not shown at the first of another', async () => {
  const first: RecommendationSubject = {
    kind: 'recommendation',
    publication: null,
    thread: 'thread',
    post: 'post:1',
    number: 1,
    section: null,
    words: 'Merge them.',
  };
  const second: RecommendationSubject = { ...first, post: 'post:2', words: 'Split them.' };
  const note = noteOn(first, 'a');
  answer = () => Promise.resolve([note]);
  const other = vi.fn();
  records.watch(keysOfSubject(first), told);
  records.watch(keysOfSubject(second), other);
  await pass(100);
  expect(told).toHaveBeenLastCalledWith([note]);
  expect(other).toHaveBeenLastCalledWith([]);
});
