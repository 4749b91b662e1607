import { expect, test } from 'vitest';
import type { FollowUp, Note, OwnRecord, RecommendationSubject } from '../../../core/model/own.ts';
import { joinTwins } from '../../../core/own/join-twins.ts';
import { mergeRecords } from '../../../core/own/merge.ts';
import { ownIdOf } from '../../../core/own/subjects.ts';

const WORDS = 'Departments should publish a pipeline of what they buy, each year';
const publication = { id: 'publication:1', title: 'Buying better', addresses: ['https://a.example/buying'] };
/** As one installation knows it that has a copy of the page, and one that has read the account. */
const BY_TEXT: RecommendationSubject = {
  kind: 'recommendation',
  publication,
  ...{ thread: 'thread:post:1', post: 'post:1', number: 3, section: null, words: WORDS },
};
const BY_ADDRESS: RecommendationSubject = { ...BY_TEXT, thread: 'thread:at://did:plc:a/x', post: 'at://did:plc:a/x' };

const note = (subject: RecommendationSubject, text: string, by: string): Note => ({
  kind: 'note',
  id: ownIdOf('note', subject),
  subject,
  ...{ made: 1, changed: 2, version: { [by]: 1 }, texts: [text] },
});
const followUp = (subject: RecommendationSubject, by: string, more: Partial<FollowUp>): FollowUp => ({
  kind: 'follow-up',
  id: ownIdOf('follow-up', subject),
  subject,
  ...{ made: 1, changed: 2, version: { [by]: 1 }, response: 'none', progress: 'not-started', checkOn: null },
  ...{ evidence: [], remarks: [], history: [] },
  ...more,
});

const writing = (at: number, by: string) => ({ at, by });
const stored = (records: readonly OwnRecord[], changes: readonly OwnRecord[]) => [
  ...new Map([...records, ...changes].map((each) => [each.id, each])).values(),
];
const live = (records: readonly OwnRecord[]) => records.filter(({ kind }) => kind !== 'removed');

const mine = note(BY_TEXT, 'one', 'a');
const theirs = note(BY_ADDRESS, 'two', 'b');
const accepted = followUp(BY_TEXT, 'a', {
  response: 'accepted',
  history: [{ at: 2, field: 'response', from: 'none', to: 'accepted' }],
});
const remarked = followUp(BY_ADDRESS, 'b', {
  remarks: ['Said in the House'],
  history: [{ at: 2, field: 'remark', from: '', to: 'Said in the House' }],
});

test('what two installations wrote about one recommendation becomes one record, with all of it', () => {
  const all = stored(
    [mine, theirs, accepted, remarked],
    joinTwins([mine, theirs, accepted, remarked], writing(9, 'a')),
  );
  const [first, second] = live(all).toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(live(all)).toHaveLength(2);
  expect(first).toMatchObject({ kind: 'follow-up', response: 'accepted', remarks: ['Said in the House'] });
  expect(second).toMatchObject({ kind: 'note' });
  expect(second?.kind === 'note' && second.texts.toSorted()).toEqual(['one', 'two']);
  expect(joinTwins(all, writing(10, 'a'))).toEqual([]);
});

test('both installations come to the same, whoever restores first and however often', () => {
  const here = stored([mine, theirs], joinTwins([mine, theirs], writing(9, 'a')));
  const merged = (records: readonly OwnRecord[], from: readonly OwnRecord[], by: string) => {
    const of = new Map(records.map((each) => [each.id, each]));
    for (const each of from) of.set(each.id, of.has(each.id) ? mergeRecords(of.get(each.id) ?? each, each) : each);
    const all = [...of.values()];
    return stored(all, joinTwins(all, writing(20, by)));
  };
  const there = merged([theirs], here, 'b');
  const again = merged(here, there, 'a');
  for (const records of [there, again, merged(again, there, 'a')]) {
    expect(live(records).map(({ id }) => id)).toEqual([[mine.id, theirs.id].toSorted()[0]]);
    expect(
      live(records)
        .flatMap((each) => (each.kind === 'note' ? each.texts : []))
        .toSorted(),
    ).toEqual(['one', 'two']);
  }
});

test.each<[string, Partial<RecommendationSubject>]>([
  ['another number', { number: 4 }],
  ['other words', { words: `${WORDS} and month` }],
  [
    'another publication',
    { publication: { id: 'publication:2', title: 'Another', addresses: ['https://a.example/b'] } },
  ],
])('records with %s stay apart', (_, other) => {
  expect(joinTwins([mine, note({ ...BY_ADDRESS, ...other }, 'two', 'b')], writing(9, 'a'))).toEqual([]);
});
