import { expect, test } from 'vitest';
import { outcomeOfAccount } from '../../../core/backup/merge-account.ts';
import type { OwnOutcome } from '../../../core/backup/merge-own.ts';
import { mergeOwn } from '../../../core/backup/merge-own.ts';
import { mergeSearches } from '../../../core/backup/merge-searches.ts';
import { countChangedSettings, mergeSettings } from '../../../core/backup/merge-settings.ts';
import { MOST_LISTED, planOwn } from '../../../core/backup/plan.ts';
import type { FollowUp, Note, OwnRecord, Removed } from '../../../core/model/own.ts';
import { defaultSettings } from '../../../core/settings.ts';
import { followUp, ITEMS, note } from './backups.ts';

const WRITING = { at: 100, by: 'here' };
const gone = (version: Removed['version'], changed = 50): Removed => ({
  kind: 'removed',
  id: note.id,
  changed,
  version,
});
const written = (text: string, version: Note['version'], changed = 60): Note => ({
  ...note,
  texts: [text],
  version,
  changed,
});

function merge(here: OwnRecord | null, from: OwnRecord, bringsBack = false) {
  return mergeOwn(here, from, { bringsBack, writing: WRITING });
}

test.each<[string, OwnRecord | null, OwnRecord, OwnOutcome, OwnRecord | null]>([
  ['what is not here is added', null, note, 'added', note],
  ['that something was removed is remembered', null, gone({ here: 3 }), 'left', gone({ here: 3 })],
  ['what is the same is left', note, note, 'left', null],
  ['what is newer here is left', written('new', { here: 3 }), note, 'left', null],
  ['what is newer in the backup is changed', note, written('new', { here: 3 }), 'changed', written('new', { here: 3 })],
  ['what was removed here since stays so', gone({ here: 3 }), note, 'removed-here', null],
  ['what was removed later elsewhere goes', note, gone({ here: 2, there: 1 }), 'removed', gone({ here: 2, there: 1 })],
  [
    'what was written anew elsewhere is added',
    gone({ here: 3 }),
    written('x', { here: 4 }),
    'added',
    written('x', { here: 4 }),
  ],
])('%s', (_, here, from, outcome, record) => {
  expect(merge(here, from)).toEqual({ outcome, record });
});

test('of texts that were changed apart from each other both stay', () => {
  const { outcome, record } = merge(written('mine', { here: 3 }), written('theirs', { here: 2, there: 1 }, 70));
  expect(outcome).toBe('kept-twice');
  expect(record).toMatchObject({ texts: ['theirs', 'mine'], version: { here: 3, there: 1 } });
});

test('what was removed here since comes back where that is asked for, and is newer then', () => {
  const { outcome, record } = merge(gone({ here: 3 }), note, true);
  expect(outcome).toBe('brought-back');
  expect(record).toEqual({ ...note, changed: 100, version: { here: 4 } });
});

test('and beside what was written in its place since', () => {
  const anew: Note = { ...written('hm', { here: 4 }, 80), made: 70 };
  expect(merge(anew, note)).toEqual({ outcome: 'removed-here', record: null });
  const { outcome, record } = merge(anew, note, true);
  expect(outcome).toBe('brought-back');
  expect(record).toMatchObject({ texts: ['hm', ...note.texts], made: note.made, version: { here: 5 } });
  const begun: FollowUp = {
    ...followUp,
    ...{ made: 70, changed: 80, version: { here: 9 }, response: 'none', progress: 'under-way', evidence: [] },
    ...{ checkOn: null, remarks: [], history: [{ at: 80, field: 'progress', from: 'not-started', to: 'under-way' }] },
  };
  const { record: back } = merge(begun, followUp, true);
  const { response, checkOn, remarks, evidence } = followUp;
  expect(back).toMatchObject({ response, checkOn, remarks, evidence, progress: 'under-way' });
  for (const each of [record, back])
    expect(merge(each as OwnRecord, each === back ? followUp : note, true).record).toBeNull();
});

test('whatever is restored, restoring it again changes nothing', () => {
  const records = [
    note,
    gone({ here: 3 }),
    written('new', { here: 3 }),
    written('apart', { there: 1 }),
    { ...written('anew', { here: 9 }, 80), made: 70 },
    gone({ there: 2 }),
  ];
  for (const here of [null, ...records])
    for (const from of records)
      for (const bringsBack of [false, true]) {
        const first = (merge(here, from, bringsBack).record ?? here) as OwnRecord | null;
        expect(merge(first, from, bringsBack).record).toBeNull();
      }
});

test('the plan counts what becomes of all, and lists what changes', () => {
  const other = { ...note, id: 'note:2' };
  const here = new Map<string, OwnRecord>([
    [note.id, note],
    [other.id, gone({ here: 9 })],
  ]);
  const { counts, records } = planOwn(here, [note, followUp, other]);
  expect(counts).toMatchObject({ added: 1, left: 1, 'removed-here': 1, changed: 0 });
  expect(records).toEqual([
    { outcome: 'added', kind: 'follow-up', about: 'Do this', text: '' },
    { outcome: 'removed-here', kind: 'note', about: 'What the post said', text: note.texts[0] },
  ]);
  const many = Array.from({ length: MOST_LISTED + 1 }, (_, at) => ({ ...note, id: `note:n${at}` }));
  expect(planOwn(new Map(), many).records).toHaveLength(MOST_LISTED);
});

test('settings that were chosen here stay, others come', () => {
  const here = { ...defaultSettings, dwell: 900, sitesOff: ['here.example'] };
  const from = { ...defaultSettings, dwell: 700, panel: false, sitesOff: ['there.example', 'here.example'] };
  const merged = mergeSettings(here, from);
  expect(merged).toEqual({ ...defaultSettings, dwell: 900, panel: false, sitesOff: ['there.example', 'here.example'] });
  expect(countChangedSettings(here, from)).toBe(2);
  expect(countChangedSettings(merged, from)).toBe(0);
});

test('saved searches that are not here come, once', () => {
  const [search] = ITEMS.searches;
  if (search === undefined) throw new Error('no search');
  const same = { ...search, id: 'other', name: 'Another name' };
  const taken = { ...search, text: 'other words' };
  const merged = mergeSearches([search], [same, taken]);
  expect(merged).toEqual([search, { ...taken, id: expect.not.stringMatching(/^s$/) }]);
  expect(mergeSearches(merged, [same, taken])).toEqual(merged);
});

test('of an account that is here only what was read later comes', () => {
  const [account] = ITEMS.accounts;
  if (account === undefined) throw new Error('no account');
  expect(outcomeOfAccount(null, account)).toBe('added');
  expect(outcomeOfAccount({ readAt: 6 }, account)).toBe('changed');
  expect(outcomeOfAccount({ readAt: 7 }, account)).toBe('left');
  expect(outcomeOfAccount({ readAt: null }, { ...account, readAt: null })).toBe('left');
});
