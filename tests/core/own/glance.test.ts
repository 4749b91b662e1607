import { expect, test } from 'vitest';
import { wholeGloss } from '../../../core/gloss/gloss-for.ts';
import { publicationsOfFeeds } from '../../../core/link/publications-of-feeds.ts';
import type { Note, OwnRecord, Progress, Subject } from '../../../core/model/own.ts';
import { changeFollowUp, changeNote, removeRecord } from '../../../core/own/change.ts';
import { glanceAt } from '../../../core/own/glance.ts';
import { subjectOfPost, subjectOfPublication, subjectOfRecommendation } from '../../../core/own/subjects.ts';
import { ABOUT_POPULAR, feedAbout, POPULAR } from '../gloss/popular-report.ts';
import { writing } from './records.ts';

const feed = feedAbout({ sizes: [2, 1], recommendations: 4 });
const whole = wholeGloss({ feeds: [feed], publications: publicationsOfFeeds([feed]) }, ABOUT_POPULAR);
const recommendations = whole.sections.flatMap((section) => section.recommendations);
const [post] = feed.posts;
const ELSEWHERE = subjectOfPublication({ ...POPULAR, id: 'publication:other', title: 'Other', addresses: [] });

function note(subject: Subject | undefined, text: string, at = 1): Note {
  const made = subject && changeNote(null, subject, { from: '', to: text }, writing(at));
  if (made?.kind !== 'note') throw new Error('nothing to write about');
  return made;
}

function followUp(place: number, progress: Progress): OwnRecord {
  const recommendation = recommendations[place];
  if (recommendation === undefined) throw new Error('no such recommendation');
  const subject = subjectOfRecommendation(recommendation, POPULAR);
  return changeFollowUp(null, subject, { field: 'progress', to: progress }, writing(1));
}

test.each([
  ['nothing', []],
  ['something about another publication', [note(ELSEWHERE, 'Elsewhere')]],
  ['something that was removed', [removeRecord(note(subjectOfPublication(POPULAR), 'Gone'), writing(2))]],
])('there is nothing to show of %s', (_, records) => {
  expect(glanceAt(records, whole)).toBeNull();
});

test('a note says what it is about, its first line, and where that is', () => {
  const subject = recommendations[1] && subjectOfRecommendation(recommendations[1], POPULAR);
  const records = [
    note(subjectOfPublication(POPULAR), '\n  First line \nsecond', 1),
    note(subject, 'x'.repeat(300), 2),
    note(post && subjectOfPost(post, POPULAR), 'On a post', 3),
  ];
  expect(glanceAt(records, whole)).toEqual({
    query: '?view=publication&id=publication%3Apopular',
    notes: [
      {
        line: 'On a post',
        about: 'post',
        number: null,
        query: `?${new URLSearchParams({ view: 'post', id: post?.id ?? '' })}`,
      },
      expect.objectContaining({ line: 'x'.repeat(200), about: 'recommendation', number: recommendations[1]?.number }),
      { line: 'First line', about: 'publication', number: null, query: '?view=publication&id=publication%3Apopular' },
    ],
    moreNotes: 0,
    followUp: null,
  });
});

test('of many notes the latest three are shown, and the others counted', () => {
  const records = recommendations.map((each, at) => note(subjectOfRecommendation(each, POPULAR), `${at}`, at + 1));
  const glance = glanceAt(records, whole);
  expect(glance?.notes.map(({ line }) => line)).toEqual(['3', '2', '1']);
  expect(glance?.moreNotes).toBe(1);
});

test('of all recommendations those are counted that were acted on, each once', () => {
  const records = [followUp(0, 'done'), followUp(1, 'done-in-part'), followUp(2, 'under-way')];
  expect(glanceAt(records, whole)).toMatchObject({
    followUp: { actedOn: 2, total: 4, query: '?view=recommendations&of=publication%3Apopular' },
    notes: [],
  });
});

test('a note on a post that is gone belongs to its publication', () => {
  const gone = post && {
    ...subjectOfPost(post, POPULAR),
    post: 'gone',
    uri: null,
    words: 'Other words than any other post has.',
  };
  expect(glanceAt([note(gone, 'Kept')], whole)?.notes).toHaveLength(1);
});
