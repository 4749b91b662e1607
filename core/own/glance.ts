import { joinLines } from '../follow-up/join.ts';
import { listRecommendation } from '../follow-up/listed.ts';
import { scorecardOf } from '../follow-up/scorecard.ts';
import type { Gloss, GlossRecommendation } from '../gloss/gloss.ts';
import { addressOfRoute, LIBRARY_PAGE, type LibraryRoute } from '../library-route.ts';
import type { FollowUp, Note, OwnRecord, Subject } from '../model/own.ts';
import type { NoteLine, OwnGlance } from '../protocol/own-frame.ts';
import { writtenAbout } from './of-gloss.ts';

const MOST_NOTES = 3;
/** UTF-16 units; more is never seen on one line. */
const LINE_LENGTH = 200;

/** What the reader has written about what all of a gloss is of, in short; null where that is nothing. */
export function glanceAt(
  records: readonly OwnRecord[],
  whole: Pick<Gloss, 'publication' | 'conversations' | 'sections'>,
): OwnGlance | null {
  const written = writtenAbout(records, whole);
  if (written.length === 0) return null;
  const notes = written
    .filter((record) => record.kind === 'note')
    .toSorted((one, other) => other.changed - one.changed);
  return {
    publication: whole.publication?.id ?? null,
    notes: notes.slice(0, MOST_NOTES).map(lineOf),
    moreNotes: Math.max(0, notes.length - MOST_NOTES),
    followUp: countFollowedUp(
      whole.sections.flatMap(({ recommendations }) => recommendations),
      written.filter((record) => record.kind === 'follow-up'),
    ),
  };
}

function countFollowedUp(
  recommendations: readonly GlossRecommendation[],
  followUps: readonly FollowUp[],
): OwnGlance['followUp'] {
  if (followUps.length === 0) return null;
  const listed = recommendations.map((each) => listRecommendation(each, null, undefined));
  const { actedOn, total } = scorecardOf(joinLines(listed, followUps));
  return total === 0 ? null : { actedOn, total };
}

function lineOf({ texts, subject }: Note): NoteLine {
  const [text = ''] = texts;
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return {
    line: line.trim().slice(0, LINE_LENGTH),
    about: subject.kind,
    number: subject.kind === 'recommendation' ? subject.number : null,
    query: addressOfRoute(routeOf(subject)).slice(LIBRARY_PAGE.length),
  };
}

function routeOf(subject: Subject): LibraryRoute {
  return subject.kind === 'publication'
    ? { view: 'publication', id: subject.publication.id }
    : { view: 'post', id: subject.post };
}
