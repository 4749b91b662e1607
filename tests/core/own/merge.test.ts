import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowUp, PROGRESS, RESPONSES } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, type FollowUpEdit, removeRecord } from '../../../core/own/change.ts';
import { ownRecord } from '../../../core/own/forms.ts';
import { mergeRecords } from '../../../core/own/merge.ts';
import { followUpOf, noteOf, SUBJECT, writing } from './records.ts';

const ORIGIN = followUpOf([{ field: 'remark', from: '', to: 'Begun.' }]);
const evidence = fc.record({
  id: fc.constantFrom('a', 'b'),
  address: fc.constant('https://a.example/'),
  title: fc.constantFrom('1', '2', '3'),
  quotation: fc.constant(''),
  day: fc.constant(null),
  remark: fc.constant(''),
});
const edit: fc.Arbitrary<FollowUpEdit> = fc.oneof(
  fc.record({ field: fc.constant('response' as const), to: fc.constantFrom(...RESPONSES) }),
  fc.record({ field: fc.constant('progress' as const), to: fc.constantFrom(...PROGRESS) }),
  fc.record({ field: fc.constant('checkOn' as const), to: fc.constantFrom(null, '2027-01-01', '2027-02-01') }),
  fc.record({ field: fc.constant('evidence' as const), from: fc.constant(null), to: evidence }),
  fc.record({ field: fc.constant('remark' as const), from: fc.constant(''), to: fc.constantFrom('x', 'y', 'z') }),
);
const forms = fc.tuple(fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }));

function changed(edits: readonly FollowUpEdit[], by: string, from: FollowUp = ORIGIN): FollowUp {
  return edits.reduce((before, each, place) => changeFollowUp(before, SUBJECT, each, writing(10 + place, by)), from);
}

const HOUR = 3_600_000;
/** Which remark or evidence is put in, taken out, or made another, an hour after the one before. */
const sittings = fc.array(
  fc.record({ isEvidence: fc.boolean(), place: fc.nat(3), to: fc.constantFrom(null, 'x', 'y', 'z') }),
  { maxLength: 8 },
);

type Sitting = { readonly isEvidence: boolean; readonly place: number; readonly to: string | null };

function inSittings(from: FollowUp, sittings: readonly Sitting[], by: string, first: number): FollowUp {
  return sittings.reduce(
    (before, sitting, index) =>
      changeFollowUp(before, SUBJECT, editOf(before, sitting), writing((first + index) * HOUR, by)),
    from,
  );
}

function editOf({ remarks, evidence }: FollowUp, { isEvidence, place, to }: Sitting): FollowUpEdit {
  if (!isEvidence) return { field: 'remark', from: remarks[place] ?? '', to: to ?? '' };
  const before = evidence[place] ?? null;
  const one = {
    id: before?.id ?? `${to}`,
    address: 'https://a.example/',
    title: `${to}`,
    quotation: '',
    day: null,
    remark: '',
  };
  return { field: 'evidence', from: before, to: to === null ? null : one };
}

describe('a note', () => {
  const before = noteOf('One');
  const after = changeNote(before, SUBJECT, { from: 'One', to: 'Two' }, writing(2)) ?? before;

  test('is the form that came out of the other', () => {
    expect(mergeRecords(before, after)).toBe(after);
    expect(mergeRecords(after, before)).toBe(after);
  });

  test('that was changed apart has both texts, the latest first', () => {
    const there = changeNote(before, SUBJECT, { from: 'One', to: 'Three' }, writing(3, 'there')) ?? before;
    const merged = mergeRecords(after, there);
    expect(merged).toMatchObject({ texts: ['Three', 'Two'], version: { here: 2, there: 1 } });
    expect(mergeRecords(there, after)).toEqual(merged);
    expect(mergeRecords(merged, there)).toBe(merged);
  });

  test('that was removed stays so, but where it was changed elsewhere', () => {
    const removed = removeRecord(before, writing(5));
    expect(mergeRecords(before, removed)).toBe(removed);
    const there = changeNote(before, SUBJECT, { from: 'One', to: 'Three' }, writing(3, 'there')) ?? before;
    expect(mergeRecords(removed, there)).toMatchObject({ kind: 'note', texts: ['Three'] });
  });
});

describe('a follow-up', () => {
  test('has of each field what was decided last, and the whole history', () => {
    const here = changed([{ field: 'response', to: 'accepted' }], 'here');
    const there = changed(
      [
        { field: 'progress', to: 'done' },
        { field: 'response', to: 'rejected' },
      ],
      'there',
    );
    const merged = mergeRecords(here, there);
    expect(merged).toMatchObject({ response: 'rejected', progress: 'done' });
    expect((merged as FollowUp).history).toHaveLength(4);
  });

  test('has what was chosen on one side alone, whatever the clock was before', () => {
    const wrong = changeFollowUp(ORIGIN, SUBJECT, { field: 'progress', to: 'done' }, writing(9_999 * HOUR, 'here'));
    const there = changeFollowUp(wrong, SUBJECT, { field: 'progress', to: 'under-way' }, writing(HOUR, 'there'));
    const here = changeFollowUp(wrong, SUBJECT, { field: 'remark', from: '', to: 'Asked.' }, writing(2 * HOUR, 'here'));
    expect(mergeRecords(here, there)).toMatchObject({ progress: 'under-way', remarks: ['Asked.', 'Begun.'] });
    expect(mergeRecords(there, here)).toEqual(mergeRecords(here, there));
  });

  test('does not bring back a remark that became another in a later sitting', () => {
    const edit = { field: 'remark', from: 'Begun.', to: 'Ended.' } as const;
    const here = changeFollowUp(ORIGIN, SUBJECT, edit, writing(3_600_000, 'here'));
    const there = changed([{ field: 'progress', to: 'done' }], 'there');
    expect(mergeRecords(here, there)).toMatchObject({ remarks: ['Ended.'], progress: 'done' });
  });

  test('is one in whichever order, and does not change when merged again', () => {
    fc.assert(
      fc.property(forms, ([ours, theirs]) => {
        const here = changed(ours, 'here');
        const there = changed(theirs, 'there');
        const merged = mergeRecords(here, there);
        expect(mergeRecords(there, here)).toEqual(merged);
        expect(mergeRecords(merged, here)).toEqual(merged);
        expect(mergeRecords(there, merged)).toEqual(merged);
      }),
    );
  });

  test('loses no text and no evidence that either of both has added', () => {
    fc.assert(
      fc.property(forms, ([ours, theirs]) => {
        const here = changed(ours, 'here');
        const there = changed(theirs, 'there');
        const merged = mergeRecords(here, there) as FollowUp;
        const titles = new Set(merged.evidence.map(({ title }) => title));
        for (const { title } of [...here.evidence, ...there.evidence]) expect(titles).toContain(title);
        for (const text of [...here.remarks, ...there.remarks]) expect(merged.remarks).toContain(text);
      }),
    );
  });

  test('has what was changed on one side only, also what had been left and was had back there', () => {
    fc.assert(
      fc.property(sittings, sittings, (shared, apart) => {
        const common = inSittings(ORIGIN, shared, 'here', 1);
        const here = changeFollowUp(common, SUBJECT, { field: 'progress', to: 'done' }, writing(9_999 * HOUR, 'here'));
        const there = inSittings(common, apart, 'there', 1000);
        const merged = mergeRecords(here, there) as FollowUp;
        expect(merged.remarks.toSorted()).toEqual(there.remarks.toSorted());
        expect(merged.evidence.map(({ id }) => id).toSorted()).toEqual(there.evidence.map(({ id }) => id).toSorted());
        expect(mergeRecords(there, here)).toEqual(merged);
      }),
    );
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(forms, ([ours, theirs]) => {
        const merged = mergeRecords(changed(ours, 'here'), changed(theirs, 'there'));
        expect(ownRecord(JSON.parse(JSON.stringify(merged)))).toEqual(merged);
      }),
    );
  });
});

test('what a later version has added on one side is in both as one', () => {
  const [one, other] = [noteOf('One', writing(1, 'here')), noteOf('Other', writing(2, 'there'))];
  for (const more of [
    { ...one, colour: 'red' },
    { ...one, changed: 9, colour: 'red' },
  ])
    expect(mergeRecords(more, other)).toMatchObject({ colour: 'red', texts: expect.arrayContaining(['One', 'Other']) });
  const [begun, apart] = [changed([], 'here'), changed([{ field: 'progress', to: 'done' }], 'there')];
  const mine = { ...changeFollowUp(begun, SUBJECT, { field: 'response', to: 'accepted' }, writing(5)), colour: 'red' };
  expect(mergeRecords(mine, apart)).toMatchObject({ colour: 'red', progress: 'done', response: 'accepted' });
});
