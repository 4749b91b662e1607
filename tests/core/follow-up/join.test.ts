import { expect, test } from 'vitest';
import { joinLines } from '../../../core/follow-up/join.ts';
import type { OwnRecord } from '../../../core/model/own.ts';
import { followUpOf, listedOf, subjectOf } from './lines.ts';

const describe = (...given: Parameters<typeof joinLines>) =>
  joinLines(...given).map(({ subject, state, followUp, isNoted }) => [subject.number, state, followUp?.id, isNoted]);

const one = subjectOf(1);
const two = subjectOf(2);

test('each recommendation stands once, with what was written about it', () => {
  const note: OwnRecord = {
    id: 'note',
    kind: 'note',
    subject: two,
    made: 0,
    changed: 0,
    version: {},
    texts: ['Ask'],
  };
  const removed: OwnRecord = { id: 'gone', kind: 'removed', changed: 0, version: {} };
  expect(describe([one, two, one].map(listedOf), [followUpOf(one, { id: 'a' }), note, removed])).toEqual([
    [1, 'present', 'a', false],
    [2, 'present', undefined, true],
  ]);
});

test('a new reading of the thread keeps a follow-up, by its words, wherever they stand now', () => {
  const moved = subjectOf(5, { thread: 'other', post: 'new', words: one.words });
  expect(describe([two, moved].map(listedOf), [followUpOf(one, { id: 'a' })])).toEqual([
    [2, 'present', undefined, false],
    [5, 'present', 'a', false],
  ]);
});

test('words win over the place: none takes the place of one that has moved there', () => {
  const now = [
    subjectOf(1, { words: two.words }),
    subjectOf(2, { words: 'Something altogether different stands here now' }),
  ];
  expect(describe(now.map(listedOf), [followUpOf(one, { id: 'a' }), followUpOf(two, { id: 'b' })])).toEqual([
    [1, 'present', 'b', false],
    [2, 'present', undefined, false],
    [1, 'gone', 'a', false],
  ]);
});

test('where only the place is left, it says that the words have changed; white space is no change', () => {
  const changed = subjectOf(1, { words: 'The Treasury must publish nothing at all from now on' });
  const spaced = subjectOf(2, { words: two.words.replaceAll(' ', '\n ') });
  const written = [followUpOf(one, { id: 'a' }), followUpOf(two, { id: 'b' })];
  expect(describe([changed, spaced].map(listedOf), written)).toEqual([
    [1, 'changed', 'a', false],
    [2, 'present', 'b', false],
  ]);
});

test('of several with the same words each has its own, by its place', () => {
  const again = subjectOf(7, { words: one.words });
  const written = [followUpOf(again, { id: 'b' }), followUpOf(one, { id: 'a' })];
  expect(describe([one, again].map(listedOf), written)).toEqual([
    [1, 'present', 'a', false],
    [7, 'present', 'b', false],
  ]);
});

test('what is gone stays, as it was', () => {
  expect(joinLines([], [followUpOf(one)])).toEqual([
    { subject: one, state: 'gone', followUp: followUpOf(one), isNoted: false, address: null, day: null },
  ]);
});

test('of two lists of a thread each keeps its own: what is written about the first of one goes to no other first', () => {
  const ofOther = subjectOf(1, { post: 'post:2', words: 'Merge them.' });
  const changed = { ...one, words: 'The Treasury must publish nothing at all from now on' };
  const goneNote: OwnRecord = {
    id: 'note',
    kind: 'note',
    subject: one,
    made: 0,
    changed: 0,
    version: {},
    texts: ['Ask'],
  };
  expect(describe([ofOther, changed].map(listedOf), [followUpOf(one, { id: 'a' }), goneNote])).toEqual([
    [1, 'present', undefined, false],
    [1, 'changed', 'a', true],
  ]);
  expect(describe([ofOther, { ...changed, post: 'post:3' }].map(listedOf), [followUpOf(one, { id: 'a' })])).toEqual([
    [1, 'present', undefined, false],
    [1, 'present', undefined, false],
    [1, 'gone', 'a', false],
  ]);
});

test('one sentence in two reports has two follow-ups', () => {
  const of = (year: number) =>
    subjectOf(year, {
      thread: `${year}`,
      post: `${year}`,
      words: one.words,
      publication: { id: `${year}`, title: `Whitehall Monitor ${year}`, addresses: [] },
    });
  expect(describe([of(2025)].map(listedOf), [followUpOf(of(2019), { id: 'a' })])).toEqual([
    [2025, 'present', undefined, false],
    [2019, 'gone', 'a', false],
  ]);
});
