import { describe, expect, test } from 'vitest';
import type { Evidence, FollowUp } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, removeRecord } from '../../../core/own/change.ts';
import { followUpOf, noteOf, SUBJECT, writing } from './records.ts';

const EVIDENCE: Evidence = {
  id: 'e1',
  address: 'https://gov.example/answer',
  title: 'Government response',
  quotation: 'We accept it.',
  day: '2026-05-01',
  remark: '',
};
const MINUTE = 60_000;

describe('a note', () => {
  test('is made, changed and removed', () => {
    const made = noteOf('One');
    const changed = changeNote(made, SUBJECT, { from: 'One', to: 'Two' }, writing(2));
    expect(changed).toEqual({ ...made, texts: ['Two'], changed: 2, version: { here: 2 } });
    const removed = changeNote(changed, SUBJECT, { from: 'Two', to: '' }, writing(3));
    expect(removed).toEqual({ kind: 'removed', id: made.id, changed: 3, version: { here: 3 } });
    const again = changeNote(removed, SUBJECT, { from: '', to: 'Three' }, writing(4));
    expect(again).toMatchObject({ kind: 'note', id: made.id, texts: ['Three'], made: 4, version: { here: 4 } });
  });

  test('that two windows write at once keeps both texts, and each goes on with its own', () => {
    const one = changeNote(noteOf('x'), SUBJECT, { from: 'x', to: 'xa' }, writing(2));
    const both = changeNote(one, SUBJECT, { from: 'x', to: 'xb' }, writing(3));
    expect(both).toMatchObject({ texts: ['xb', 'xa'] });
    const on = changeNote(both, SUBJECT, { from: 'xa', to: 'xay' }, writing(4));
    expect(on).toMatchObject({ texts: ['xb', 'xay'] });
    expect(changeNote(on, SUBJECT, { from: 'xb', to: '' }, writing(5))).toMatchObject({ texts: ['xay'] });
  });

  test('that is begun twice keeps both', () => {
    expect(changeNote(noteOf('a'), SUBJECT, { from: '', to: 'b' }, writing(2))).toMatchObject({ texts: ['b', 'a'] });
  });

  test.each([
    ['made already', { from: 'One', to: 'Two' }],
    ['of nothing', { from: '', to: '' }],
    ['that removes what is not there', { from: 'One', to: '' }],
    ['to what is there', { from: 'Two', to: 'Two' }],
  ])('is the same after a change %s', (_, change) => {
    const note = noteOf('Two');
    expect(changeNote(note, SUBJECT, change, writing(2))).toBe(note);
  });

  test('that there is not stays none', () => {
    expect(changeNote(null, SUBJECT, { from: 'One', to: '' }, writing(2))).toBeNull();
  });

  test('keeps the words that it was written about', () => {
    const subject = { ...SUBJECT, words: 'Other words.' };
    expect(changeNote(noteOf('a'), subject, { from: 'a', to: 'b' }, writing(2))).toMatchObject({ subject: SUBJECT });
  });
});

describe('a follow-up', () => {
  test('keeps each change with its time', () => {
    const followUp = followUpOf([
      { field: 'response', to: 'accepted' },
      { field: 'progress', to: 'under-way' },
      { field: 'checkOn', to: '2027-01-01' },
      { field: 'evidence', from: null, to: EVIDENCE },
    ]);
    expect(followUp).toMatchObject({
      response: 'accepted',
      progress: 'under-way',
      checkOn: '2027-01-01',
      evidence: [EVIDENCE],
      version: { here: 4 },
    });
    expect(followUp.history).toEqual([
      { at: 1, field: 'response', from: 'none', to: 'accepted' },
      { at: 2, field: 'progress', from: 'not-started', to: 'under-way' },
      { at: 3, field: 'checkOn', from: null, to: '2027-01-01' },
      { at: 4, field: 'evidence', from: null, to: EVIDENCE },
    ]);
  });

  test('is the same after a change to what it is', () => {
    const followUp = followUpOf([{ field: 'response', to: 'accepted' }]);
    expect(changeFollowUp(followUp, SUBJECT, { field: 'response', to: 'accepted' }, writing(2))).toBe(followUp);
    expect(changeFollowUp(followUp, SUBJECT, { field: 'evidence', from: EVIDENCE, to: null }, writing(2))).toBe(
      followUp,
    );
  });

  test('has one change for a text that is typed, and another after a rest', () => {
    const typed = followUpOf([
      { field: 'remark', from: '', to: 'S' },
      { field: 'remark', from: 'S', to: 'Se' },
      { field: 'remark', from: 'Se', to: 'See' },
    ]);
    expect(typed.history).toEqual([{ at: 3, field: 'remark', from: '', to: 'See' }]);
    const later = followUpOf([{ field: 'remark', from: 'See', to: 'Seen' }], writing(11 * MINUTE), typed);
    expect(later.history).toHaveLength(2);
    expect(later.remarks).toEqual(['Seen']);
  });

  test('gives each evidence an id of its own, also where one was made of the same words before and changed since', () => {
    const of = (title: string, id = 'e1') => ({ ...EVIDENCE, id, title });
    const add = (followUp: FollowUp, evidence: Evidence, from: Evidence | null = null) =>
      changeFollowUp(followUp, SUBJECT, { field: 'evidence', from, to: evidence }, writing(2));
    const twice = add(followUpOf([{ field: 'evidence', from: null, to: of('One') }]), of('Two'));
    const beside = twice.evidence[1]?.id ?? '';
    const changed = add(twice, of('Three', beside), of('Two', beside));
    const ids = add(changed, of('Two')).evidence.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
  });

  test('keeps evidence that two windows change at once in both forms, however often it is asked', () => {
    const before = followUpOf([{ field: 'evidence', from: null, to: EVIDENCE }]);
    const here = { ...EVIDENCE, title: 'Here' };
    const there = { ...EVIDENCE, title: 'There' };
    const edits = [
      { field: 'evidence', from: EVIDENCE, to: here },
      { field: 'evidence', from: EVIDENCE, to: there },
      { field: 'evidence', from: EVIDENCE, to: there },
    ] as const;
    const after = followUpOf(edits, writing(5), before);
    expect(after.evidence.map(({ title }) => title)).toEqual(['Here', 'There']);
    expect(new Set(after.evidence.map(({ id }) => id)).size).toBe(2);
  });

  test('keeps one evidence for each window that types on, whole, with one change in its history', () => {
    const before = followUpOf([{ field: 'evidence', from: null, to: EVIDENCE }], writing(1));
    const quoting = (quotation: string): Evidence => ({ ...EVIDENCE, quotation });
    const typed = (from: string, to: string) => ({ field: 'evidence', from: quoting(from), to: quoting(to) }) as const;
    const edits = [
      typed(EVIDENCE.quotation, 'He'),
      typed(EVIDENCE.quotation, 'Th'),
      typed('He', 'Here'),
      typed('Th', 'Ther'),
      // Asked a second time, for the first answer was lost.
      typed('Th', 'Ther'),
      typed('Ther', 'There'),
    ];
    const after = followUpOf(edits, writing(2), before);
    expect(after.evidence.map(({ quotation }) => quotation)).toEqual(['Here', 'There']);
    expect(after.evidence[0]?.id).toBe(EVIDENCE.id);
    expect(new Set(after.evidence.map(({ id }) => id)).size).toBe(2);
    const changes = after.history.flatMap((change) => (change.field === 'evidence' ? [change.to?.quotation] : []));
    expect(changes).toEqual(['Here', 'There']);
    const [, there] = after.evidence;
    expect(followUpOf([{ field: 'evidence', from: quoting('There'), to: null }], writing(9), after).evidence).toEqual([
      quoting('Here'),
    ]);
    expect(followUpOf([typed('There', 'Here')], writing(9), after).evidence).toEqual([quoting('Here')]);
    expect(there?.quotation).toBe('There');
  });

  test('does not lose evidence that was changed where it is removed elsewhere', () => {
    const before = followUpOf([{ field: 'evidence', from: null, to: { ...EVIDENCE, title: 'Changed' } }]);
    expect(changeFollowUp(before, SUBJECT, { field: 'evidence', from: EVIDENCE, to: null }, writing(9))).toBe(before);
  });

  test('can be about the recommendation as it stands now', () => {
    const to = { ...SUBJECT, words: 'The Cabinet Office must publish what contracts cost.' };
    const after = changeFollowUp(
      followUpOf([{ field: 'response', to: 'rejected' }]),
      SUBJECT,
      { field: 'subject', to },
      writing(9),
    );
    expect(after).toMatchObject({ subject: to, response: 'rejected' });
  });
});

test('what is removed leaves its name and a later version', () => {
  expect(removeRecord(noteOf('a'), writing(7))).toEqual({
    kind: 'removed',
    id: noteOf('a').id,
    changed: 7,
    version: { here: 2 },
  });
});

test('what a later version has added stays when a record is changed', () => {
  const more = { colour: 'red' };
  const note = { ...noteOf('One'), ...more };
  expect(changeNote(note, SUBJECT, { from: 'One', to: 'Two' }, writing(2))).toMatchObject({ ...more, texts: ['Two'] });
  const followUp = { ...followUpOf([{ field: 'response', to: 'accepted' }]), ...more };
  expect(changeFollowUp(followUp, SUBJECT, { field: 'progress', to: 'done' }, writing(2))).toMatchObject(more);
});

test('a day that is typed over is one change, and one that comes back to what it was is none', () => {
  const typed = ['2026-03-15', '2026-03-02', '2026-03-28', '2026-03-28'];
  const set = (from: FollowUp | null, to: string | null, at: number) =>
    changeFollowUp(from, SUBJECT, { field: 'checkOn', to }, writing(at)) as FollowUp;
  const first = set(null, '2026-01-15', MINUTE);
  const typedOver = typed.reduce((before, to, index) => set(before, to, 60 * MINUTE + index), first);
  const changes = ({ history }: FollowUp) =>
    history.flatMap((each) => (each.field === 'checkOn' ? [[each.from, each.to]] : []));
  expect(changes(typedOver)).toEqual([
    [null, '2026-01-15'],
    ['2026-01-15', '2026-03-28'],
  ]);
  expect(changes(set(typedOver, '2026-01-15', 61 * MINUTE))).toEqual([[null, '2026-01-15']]);
  expect(changes(set(typedOver, '2026-04-01', 80 * MINUTE)).at(-1)).toEqual(['2026-03-28', '2026-04-01']);
});
