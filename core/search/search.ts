import type { IsoDate, PostId } from '../model/ids.ts';
import { present } from '../postings/damage.ts';
import { HITS_IN_PART, type SearchAnswer, type SearchRequest } from '../protocol/search.ts';
import { readDay } from '../text/minutes.ts';
import { type Findings, find } from './find.ts';
import type { OwnSearched } from './own-searched.ts';
import { partOf } from './part.ts';
import { presentCounts } from './present-counts.ts';
import { presentHits } from './present-hits.ts';
import { rank, unitsOf } from './rank.ts';
import { dayOfScore } from './score.ts';
import type { SearchSource } from './source.ts';
import { type FoundItem, KINDS, type Tally, tally } from './tally.ts';

/**
 * Looks through a library, and what the reader wrote. `fresh` are the posts that came since the request's `newSince`. Reads
 * what the words, the filters and one part of the hits take, whatever the library holds. Takes any text.
 */
export async function search(
  source: SearchSource,
  request: SearchRequest,
  fresh: readonly PostId[],
  own: OwnSearched,
): Promise<SearchAnswer> {
  const findings = await find(source, request.text, { posts: fresh, since: request.newSince }, own);
  const { library, query, decided, fresh: isNew } = findings;
  const handles = source.feeds.map(({ handle }) => handle);
  const tallied = tally(findings, handles, isNew);
  const part = takePart(findings, tallied, request);
  const [hits, counts] = await Promise.all([
    presentHits(findings, part.found),
    presentCounts(source, library, tallied),
  ]);
  return { total: part.total, start: part.start, hits, counts, instead: decided.instead, faults: query.faults };
}

/** The hits that one answer shows, and where among all of them they begin. */
function takePart(findings: Findings, tallied: Tally, { order, start, from, most }: SearchRequest) {
  const isByDay = order === 'day' || unitsOf(findings.decided) === 0;
  const ranks = rank(findings, tallied, isByDay);
  // A hundred thousand numbers: `flat` takes Firefox a while.
  const all = ([] as number[]).concat(...KINDS.map((kind) => ranks[kind]), ranks.notes);
  const first = isByDay && from !== null ? countAfter(all, from) : start;
  const places = partOf(all, first, Math.min(most, HITS_IN_PART));
  return { total: all.length, start: first, found: places.map((place) => itemAt(tallied, place)) };
}

function countAfter(scores: readonly number[], day: IsoDate): number {
  const last = readDay(day);
  return scores.reduce((sum, each) => (dayOfScore(each) > last ? sum + 1 : sum), 0);
}

/** By its place among what was found of all kinds, of which notes are the last. */
function itemAt({ found, notes }: Tally, place: number): FoundItem {
  let left = place;
  for (const kind of KINDS) {
    const document = found[kind][left];
    if (document !== undefined) return { kind, document };
    left -= found[kind].length;
  }
  return { kind: 'notes', place: present(notes[left]) };
}
