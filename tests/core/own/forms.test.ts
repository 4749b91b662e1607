import { expect, test } from 'vitest';
import type { Evidence, FollowUp } from '../../../core/model/own.ts';
import { followUpEdit, keptRecord, ownRecord } from '../../../core/own/forms.ts';
import { evidence, followUp } from '../take-away/samples.ts';

const { around, ...plain } = evidence;

function withEvidence(of: unknown): FollowUp {
  return { ...followUp, evidence: [of as Evidence] };
}

test('evidence is read with what is around its quotation', () => {
  expect(ownRecord(withEvidence(evidence))).toEqual(withEvidence(evidence));
  expect(followUpEdit({ field: 'evidence', from: null, to: evidence })).toEqual({
    field: 'evidence',
    from: null,
    to: evidence,
  });
});

test('evidence that was kept before that was known stays as it is', () => {
  expect(ownRecord(withEvidence(plain))).toStrictEqual(withEvidence(plain));
});

test.each([[{ prefix: 'only this' }], ['text'], [null], [{ prefix: 1, suffix: 2 }]])(
  'of an evidence with %j around it the rest is read',
  (wrong) => {
    expect(around).toBeDefined();
    expect(ownRecord(withEvidence({ ...plain, around: wrong }))).toEqual(withEvidence(plain));
  },
);

test('what a later version adds to a record stays, in whatever of it', () => {
  const more = { colour: 'red', tags: ['a', { of: 'b' }] };
  const added = {
    ...followUp,
    ...more,
    subject: { ...followUp.subject, ...more },
    evidence: [
      { ...evidence, ...more },
      { ...plain, ...more },
    ],
    history: followUp.history.map((each) => ({ ...each, ...more })),
  };
  expect(ownRecord(added)).toEqual(added);
  expect(keptRecord(JSON.parse(JSON.stringify(added)))).toEqual(added);
  const to = { ...evidence, ...more };
  expect(followUpEdit({ field: 'evidence', from: null, to })).toEqual({ field: 'evidence', from: null, to });
});

test('what a later version made is read as it is, and by that version as what it is', () => {
  const newer = (record: object) => ({ kind: 'newer', id: followUp.id, text: JSON.stringify(record) });
  const later = newer({ ...followUp, response: 'under-review' });
  expect(keptRecord(later)).toEqual(later);
  expect(keptRecord(newer(followUp))).toEqual(followUp);
  expect(keptRecord(newer({ ...followUp, id: 'another' }))).toBeUndefined();
  expect(keptRecord({ ...later, text: '{' })).toBeUndefined();
});

test('half a letter is replaced wherever a text comes in, so that a backup has the same', () => {
  const half = 'An emoji cut in half \ud83d';
  const whole = half.toWellFormed();
  const of = (text: string) => ({
    ...withEvidence({ ...evidence, quotation: text, around: { prefix: text, suffix: text } }),
    remarks: [text],
  });
  expect(ownRecord(of(half))).toEqual(of(whole));
  expect(followUpEdit({ field: 'remark', from: half, to: half })).toEqual({ field: 'remark', from: whole, to: whole });
});
