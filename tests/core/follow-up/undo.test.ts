import { expect, test } from 'vitest';
import { joinRemarks, joinUndo, stands, undoBoth, undoOf } from '../../../core/follow-up/undo.ts';
import type { FollowUp } from '../../../core/model/own.ts';
import { changeFollowUp, type FollowUpEdit } from '../../../core/own/change.ts';
import { evidenceOf, followUpOf, subjectOf } from './lines.ts';

const subject = subjectOf(1);
const before = followUpOf(subject, {
  response: 'accepted',
  progress: 'under-way',
  checkOn: '2026-03-01',
  evidence: [evidenceOf()],
  remarks: ['as it was'],
});
const writing = { at: 5, by: 'here' };
const plain = ({ response, progress, checkOn, evidence, remarks, subject: of }: FollowUp) => ({
  response,
  progress,
  checkOn,
  evidence,
  remarks,
  of,
});

test.each<FollowUpEdit>([
  { field: 'response', to: 'rejected' },
  { field: 'progress', to: 'done' },
  { field: 'checkOn', to: null },
  { field: 'remark', from: 'as it was', to: 'as it is' },
  { field: 'evidence', from: evidenceOf(), to: evidenceOf({ title: 'A speech' }) },
  { field: 'evidence', from: evidenceOf(), to: null },
  { field: 'evidence', from: null, to: evidenceOf({ id: 'new' }) },
  { field: 'subject', to: subjectOf(1, { words: 'Other words' }) },
])('an edit and what takes it back leave things as they were: %o', (edit) => {
  const undo = undoOf(edit, before);
  const after = changeFollowUp(before, subject, edit, writing);
  expect(plain(after)).not.toEqual(plain(before));
  expect(undo && plain(changeFollowUp(after, subject, undo, writing))).toEqual(plain(before));
});

test('a removed evidence is put back in its place', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((id) => evidenceOf({ id }));
  const all = followUpOf(subject, { evidence: [one, two, three].flatMap((each) => each ?? []) });
  for (const evidence of all.evidence) {
    const edit = { field: 'evidence', from: evidence, to: null } as const;
    const undo = undoOf(edit, all) ?? expect.unreachable();
    expect(changeFollowUp(changeFollowUp(all, subject, edit, writing), subject, undo, writing).evidence).toEqual(
      all.evidence,
    );
  }
});

test.each<readonly [FollowUpEdit, FollowUpEdit]>([
  [
    { field: 'response', to: 'rejected' },
    { field: 'response', to: 'superseded' },
  ],
  [
    { field: 'progress', to: 'done' },
    { field: 'progress', to: 'not-started' },
  ],
  [
    { field: 'checkOn', to: null },
    { field: 'checkOn', to: '2027-01-01' },
  ],
  [
    { field: 'remark', from: 'as it was', to: 'as it is' },
    { field: 'remark', from: 'as it is', to: 'another' },
  ],
  [
    { field: 'remark', from: 'as it was', to: '' },
    { field: 'remark', from: '', to: 'as it was' },
  ],
  [
    { field: 'evidence', from: null, to: evidenceOf({ id: 'new' }) },
    { field: 'evidence', from: evidenceOf({ id: 'new' }), to: evidenceOf({ id: 'new', remark: 'mine' }) },
  ],
  [
    { field: 'evidence', from: evidenceOf(), to: null },
    { field: 'evidence', from: null, to: evidenceOf() },
  ],
])('an edit stands until another window makes something else of it: %o', (edit, other) => {
  const after = changeFollowUp(before, subject, edit, writing);
  expect([stands(edit, before), stands(edit, after)]).toEqual([false, true]);
  expect(stands(edit, changeFollowUp(after, subject, other, { at: 6, by: 'there' }))).toBe(false);
});

test('of what nothing was known, nothing is known again', () => {
  expect(undoOf({ field: 'response', to: 'accepted' }, null)).toEqual({ field: 'response', to: 'none' });
  expect(undoOf({ field: 'progress', to: 'done' }, null)).toEqual({ field: 'progress', to: 'not-started' });
  expect(undoOf({ field: 'subject', to: subject }, null)).toBeNull();
});

test('a text that was kept several times while it was written is taken back as a whole', () => {
  const first = undoOf({ field: 'remark', from: '', to: 'a' }, null);
  const second = undoOf({ field: 'remark', from: 'a', to: 'a b' }, null);
  expect(joinUndo(first, second, false)).toEqual({ field: 'remark', from: 'a b', to: '' });
  const other = undoOf({ field: 'remark', from: 'c', to: 'd' }, null);
  expect(joinUndo(first, other, false)).toEqual(other);
  const added = undoOf({ field: 'evidence', from: null, to: evidenceOf() }, null);
  const titled = undoOf({ field: 'evidence', from: evidenceOf(), to: evidenceOf({ title: 'T' }) }, null);
  expect(joinUndo(added, titled, false)).toEqual({ field: 'evidence', from: evidenceOf({ title: 'T' }), to: null });
  expect(joinUndo(added, { field: 'progress', to: 'done' }, false)).toEqual({ field: 'progress', to: 'done' });
});

test('a removal is taken back by itself, whatever was done to the same before', () => {
  const evidence = evidenceOf();
  const added = undoOf({ field: 'evidence', from: null, to: evidence }, null);
  const removed = undoOf({ field: 'evidence', from: evidence, to: null }, null);
  expect(joinUndo(added, removed, false)).toEqual({ field: 'evidence', from: null, to: evidence });
  const written = undoOf({ field: 'remark', from: '', to: 'a' }, null);
  const emptied = undoOf({ field: 'remark', from: 'a', to: '' }, null);
  expect(joinUndo(written, emptied, false)).toEqual({ field: 'remark', from: '', to: 'a' });
});

test('two remarks that were made one are two again', () => {
  const two = followUpOf(subject, { remarks: ['mine', 'other'] });
  const joined = { field: 'remark', from: 'mine', to: joinRemarks('mine', 'other') } as const;
  const removed = { field: 'remark', from: 'other', to: '' } as const;
  const first = undoBoth(null, joined, undoOf(joined, two), false);
  const undo = undoBoth(first, removed, undoOf(removed, two), false);
  const change = (before: FollowUp, edit: FollowUpEdit) => changeFollowUp(before, subject, edit, writing);
  const one = change(change(two, joined), removed);
  expect(one.remarks).toEqual(['mine\n\nother']);
  expect((undo?.back ?? []).reduce(change, one).remarks.toSorted()).toEqual(['mine', 'other']);
});

test('a day that is typed is taken back as a whole, and one that is changed later by itself', () => {
  const [first, second] = [
    { field: 'checkOn', to: '2026-01-15' },
    { field: 'checkOn', to: '2026-03-02' },
  ] as const;
  expect(joinUndo(first, second, true)).toEqual(first);
  expect(joinUndo(first, second, false)).toEqual(second);
  expect(joinUndo({ field: 'progress', to: 'done' }, second, true)).toEqual(second);
});
