import type { Gloss } from '../gloss/gloss.ts';
import { addressOfRoute, LIBRARY_PAGE, type LibraryRoute, recommendationsRoute } from '../library-route.ts';
import type { Note, OwnRecord, Subject } from '../model/own.ts';
import type { NoteLine, OwnGlance } from '../protocol/own-frame.ts';
import { beginningOf } from '../text/cut.ts';
import { countActedOn } from './acted-on.ts';
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
  const counted = countActedOn(written, whole);
  return {
    query: publication === null ? '' : queryOf({ view: 'publication', id: publication.id }),
    notes: notes.slice(0, MOST_NOTES).map(lineOf),
    moreNotes: Math.max(0, notes.length - MOST_NOTES),
    followUp: counted && { ...counted, query: queryOf(recommendationsRoute({ publication: publication?.id ?? null })) },
  };
}

function lineOf({ texts, subject }: Note): NoteLine {
  const [text = ''] = texts;
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return {
    line: beginningOf(line.trim(), LINE_LENGTH),
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
