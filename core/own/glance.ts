import { joinLines } from '../follow-up/join.ts';
import { listRecommendation } from '../follow-up/listed.ts';
import { scorecardOf } from '../follow-up/scorecard.ts';
import type { Gloss, GlossRecommendation } from '../gloss/gloss.ts';
import { addressOfRoute, LIBRARY_PAGE, type LibraryRoute, recommendationsRoute } from '../library-route.ts';
import type { PublicationId } from '../model/ids.ts';
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
  const { publication } = whole;
  const notes = written
    .filter((record) => record.kind === 'note')
    .toSorted((one, other) => other.changed - one.changed);
  return {
    query: publication === null ? '' : queryOf({ view: 'publication', id: publication.id }),
    notes: notes.slice(0, MOST_NOTES).map(lineOf),
    moreNotes: Math.max(0, notes.length - MOST_NOTES),
    followUp: countFollowedUp(
      publication?.id ?? null,
      whole.sections.flatMap(({ recommendations }) => recommendations),
      written.filter((record) => record.kind === 'follow-up'),
    ),
  };
}

function countFollowedUp(
  publication: PublicationId | null,
  recommendations: readonly GlossRecommendation[],
  followUps: readonly FollowUp[],
): OwnGlance['followUp'] {
  if (followUps.length === 0) return null;
  const listed = recommendations.map((each) => listRecommendation(each, null, undefined));
  const { actedOn, total } = scorecardOf(joinLines(listed, followUps));
  return total === 0 ? null : { actedOn, total, query: queryOf(recommendationsRoute({ publication })) };
}

function lineOf({ texts, subject }: Note): NoteLine {
  const [text = ''] = texts;
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return {
    line: line.trim().slice(0, LINE_LENGTH),
    about: subject.kind,
    number: subject.kind === 'recommendation' ? subject.number : null,
    query: queryOf(routeOf(subject)),
  };
}

function routeOf(subject: Subject): LibraryRoute {
  return subject.kind === 'publication'
    ? { view: 'publication', id: subject.publication.id }
    : { view: 'post', id: subject.post };
}

function queryOf(route: LibraryRoute): string {
  return addressOfRoute(route).slice(LIBRARY_PAGE.length);
}
