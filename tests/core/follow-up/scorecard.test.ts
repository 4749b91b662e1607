import { expect, test } from 'vitest';
import { byPublication, scorecardOf } from '../../../core/follow-up/scorecard.ts';
import { PROGRESS, RESPONSES } from '../../../core/model/own.ts';
import { lineOf, subjectOf } from './lines.ts';

test('acted on is what was done, wholly or in part, whatever was answered', () => {
  const lines = PROGRESS.flatMap((progress) => RESPONSES.map((response) => lineOf(1, { progress, response })));
  expect(scorecardOf(lines)).toEqual({
    total: 20,
    actedOn: 10,
    responses: { none: 4, accepted: 4, 'accepted-in-part': 4, rejected: 4, superseded: 4 },
    progress: { 'not-started': 5, 'under-way': 5, 'done-in-part': 5, done: 5 },
  });
});

test('of what nothing was said, nothing is inferred; what is gone is not counted', () => {
  const lines = [lineOf(1, {}, { followUp: null }), lineOf(2, { progress: 'done' }, { state: 'gone' })];
  expect(scorecardOf(lines)).toMatchObject({ total: 1, actedOn: 0, progress: { 'not-started': 1 } });
});

test('lines of no publication stand together', () => {
  const lines = [lineOf(1), lineOf(2, {}, { subject: subjectOf(2, { publication: null }) }), lineOf(3)];
  expect([...byPublication(lines)].map(([id, of]) => [id, of.length])).toEqual([
    ['report', 2],
    [null, 1],
  ]);
});
