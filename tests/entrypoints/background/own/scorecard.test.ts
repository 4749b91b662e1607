import { expect, test } from 'vitest';
import { wholeGloss } from '../../../../core/gloss/gloss-for.ts';
import { publicationsOfFeeds } from '../../../../core/link/publications-of-feeds.ts';
import type { OwnRecord, Progress } from '../../../../core/model/own.ts';
import { changeFollowUp } from '../../../../core/own/change.ts';
import { subjectOfRecommendation } from '../../../../core/own/subjects.ts';
import { createScorecardAnswers } from '../../../../entrypoints/background/own/scorecard.ts';
import { feedAbout, POPULAR } from '../../../core/gloss/popular-report.ts';
import { writing } from '../../../core/own/records.ts';

const feed = feedAbout({ sizes: [2, 1], recommendations: 4 });
const feeds = { feeds: [feed], publications: publicationsOfFeeds([feed]) };

function followUp(place: number, progress: Progress): OwnRecord {
  const recommendation = feed.recommendations[place];
  if (recommendation === undefined) throw new Error('no such recommendation');
  const subject = subjectOfRecommendation(recommendation, POPULAR);
  return changeFollowUp(null, subject, { field: 'progress', to: progress }, writing(1));
}

function countOf(publication: string, records: readonly OwnRecord[]) {
  const whole = async (match: Parameters<typeof wholeGloss>[1]) => wholeGloss(feeds, match);
  return createScorecardAnswers(
    async () => ({ whole }),
    async () => records,
  ).countActedOn({ publication }, null);
}

test('counts what was acted on of all recommendations of a publication', async () => {
  const records = [followUp(0, 'done'), followUp(1, 'done-in-part'), followUp(2, 'under-way')];
  expect(await countOf(POPULAR.id, records)).toEqual({ actedOn: 2, total: 4 });
});

test('says nothing where none was followed up, or of what the library does not hold', async () => {
  expect(await countOf(POPULAR.id, [])).toBeNull();
  expect(await countOf('publication:other', [followUp(0, 'done')])).toBeNull();
});
