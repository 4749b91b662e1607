import { expect, test } from 'vitest';
import { COLUMNS, dueLines, type TableAsked, tableOf, WHOLE_TABLE } from '../../../core/follow-up/table.ts';
import { evidenceOf, lineOf, subjectOf } from './lines.ts';

const TODAY = '2026-03-01';
const OTHER = { id: 'other', title: 'A budget', addresses: [] };
const lines = [
  lineOf(3, { response: 'accepted', progress: 'done', evidence: [evidenceOf()] }, { isNoted: true }),
  lineOf(1, { response: 'rejected', checkOn: '2026-03-02' }),
  lineOf(2, { progress: 'under-way', checkOn: '2026-03-01' }),
  lineOf(4, { checkOn: '2026-01-05' }, { subject: subjectOf(4, { publication: OTHER, section: 'Money' }) }),
  lineOf(5, {}, { followUp: null, subject: subjectOf(5, { publication: null }) }),
];

const numbers = (asked: Partial<TableAsked>) =>
  tableOf(lines, { ...WHOLE_TABLE, ...asked }, TODAY).map(({ subject }) => subject.number);

test('a table without filters has all, in their own order', () => {
  expect(numbers({})).toEqual([3, 1, 2, 4, 5]);
});

test('each filter leaves what it says, and all of them together what each does', () => {
  expect(numbers({ publication: 'other' })).toEqual([4]);
  expect(numbers({ response: 'rejected' })).toEqual([1]);
  expect(numbers({ response: 'none' })).toEqual([2, 4, 5]);
  expect(numbers({ progress: 'not-started' })).toEqual([1, 4, 5]);
  expect(numbers({ onlyDue: true })).toEqual([2, 4]);
  expect(numbers({ onlyWithEvidence: true })).toEqual([3]);
  expect(numbers({ onlyDue: true, publication: 'report' })).toEqual([2]);
});

test('is sorted by any column, up and down; lines without a value come last either way', () => {
  expect(numbers({ by: 'number' })).toEqual([1, 2, 3, 4, 5]);
  expect(numbers({ by: 'number', isDown: true })).toEqual([5, 4, 3, 2, 1]);
  expect(numbers({ by: 'check-on' })).toEqual([4, 2, 1, 3, 5]);
  expect(numbers({ by: 'check-on', isDown: true })).toEqual([1, 2, 4, 3, 5]);
  expect(numbers({ by: 'publication' })).toEqual([4, 3, 1, 2, 5]);
  expect(numbers({ by: 'response', isDown: true })).toEqual([1, 3, 2, 4, 5]);
  expect(numbers({ by: 'progress', isDown: true })).toEqual([3, 2, 1, 4, 5]);
  expect(numbers({ by: 'evidence', isDown: true })[0]).toBe(3);
  expect(numbers({ by: 'note', isDown: true })[0]).toBe(3);
  for (const by of COLUMNS) expect(numbers({ by }).toSorted()).toEqual([1, 2, 3, 4, 5]);
});

test('what is due is due today or since before, the longest first', () => {
  expect(dueLines(lines, TODAY).map(({ subject }) => subject.number)).toEqual([4, 2]);
});
