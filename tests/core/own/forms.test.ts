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

test('what a later version made is read as it is, and by that version as what it is', () => {
  const newer = (record: object) => ({ kind: 'newer', id: followUp.id, text: JSON.stringify(record) });
  const later = newer({ ...followUp, response: 'under-review' });
  expect(keptRecord(later)).toEqual(later);
  expect(keptRecord(newer(followUp))).toEqual(followUp);
  expect(keptRecord(newer({ ...followUp, id: 'another' }))).toBeUndefined();
  expect(keptRecord({ ...later, text: '{' })).toBeUndefined();
});
