import { expect, test } from 'vitest';
import type { Evidence, FollowUp } from '../../../core/model/own.ts';
import { followUpEdit, ownRecord } from '../../../core/own/forms.ts';
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
