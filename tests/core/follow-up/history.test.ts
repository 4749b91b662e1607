import { expect, test } from 'vitest';
import { changesSince, groupByDay, standingsByMonth } from '../../../core/follow-up/history.ts';
import { at, dayOf, lineOf, progressed } from './lines.ts';

const first = lineOf(1, {
  progress: 'done',
  history: [
    progressed('2025-11-12', 'not-started', 'under-way'),
    { at: at('2025-12-01'), field: 'response', from: 'none', to: 'accepted' },
    progressed('2026-02-03', 'under-way', 'done'),
  ],
});
const second = lineOf(2, { history: [progressed('2026-02-28', 'not-started', 'done-in-part')] });

test('what changed on a day or since, the newest first, with what it is of', () => {
  const changes = changesSince([first, second], '2025-12-01', dayOf);
  expect(changes.map(({ line, change }) => [line.subject.number, change.field, dayOf(change.at)])).toEqual([
    [2, 'progress', '2026-02-28'],
    [1, 'progress', '2026-02-03'],
    [1, 'response', '2025-12-01'],
  ]);
  expect(changesSince([first, second], '2026-03-01', dayOf)).toEqual([]);
});

test('the changes of one recommendation on one day stand together', () => {
  const same = lineOf(3, {
    history: [
      { at: at('2026-02-28'), field: 'response', from: 'none', to: 'rejected' },
      progressed('2026-02-28', 'not-started', 'done'),
    ],
  });
  const grouped = groupByDay(changesSince([first, second, same], '2026-01-01', dayOf), dayOf);
  expect(grouped.map(({ day, line, changes }) => [day, line.subject.number, changes.length])).toEqual([
    ['2026-02-28', 2, 1],
    ['2026-02-28', 3, 2],
    ['2026-02-03', 1, 1],
  ]);
});

test('how many stood how at the end of each month, without a gap, until today', () => {
  const months = standingsByMonth([first, second, lineOf(3, {}, { followUp: null })], '2026-03-01', dayOf);
  expect(months.map(({ month, actedOn, total, progress }) => [month, actedOn, total, progress['under-way']])).toEqual([
    ['2025-11', 0, 3, 1],
    ['2025-12', 0, 3, 1],
    ['2026-01', 0, 3, 1],
    ['2026-02', 2, 3, 0],
    ['2026-03', 2, 3, 0],
  ]);
  expect(months.map(({ responses }) => responses.accepted)).toEqual([0, 1, 1, 1, 1]);
});

test('the order in which changes are stored does not matter, and what is gone is not counted', () => {
  const turned = lineOf(1, { history: first.followUp?.history.toReversed() ?? [] });
  const gone = { ...second, state: 'gone' as const };
  expect(standingsByMonth([turned, gone], '2026-02-28', dayOf).at(-1)).toMatchObject({ total: 1, actedOn: 1 });
  expect(standingsByMonth([lineOf(1)], '2026-02-28', dayOf)).toEqual([]);
});
