import type { IsoDate, PostId } from '../model/ids.ts';
import { HITS_IN_PART, type SearchAnswer, type SearchRequest } from '../protocol/search.ts';
import { hashNumberOf } from '../text/hash.ts';
import { dayOf, readDay } from '../text/minutes.ts';
import { familiesOf } from '../text/word-families.ts';
import { NEVER } from './columns.ts';
import { type Decided, decide } from './decide.ts';
import { createFiltering, type FilterFacts, markFresh } from './filtering.ts';
import { readHeld } from './held.ts';
import { firstOf, joinColumns, type LibraryColumns, numbersBySegment } from './library-columns.ts';
import { placeOwn } from './own-documents.ts';
import type { OwnSearched } from './own-searched.ts';
import { partOf } from './part.ts';
import { presentCounts } from './present-counts.ts';
import { presentHits } from './present-hits.ts';
import { type Filters, readQuery } from './query.ts';
import { readDocuments, readSite } from './read-index.ts';
import { createScore } from './score.ts';
import type { Kind } from './searched.ts';
import { type PlacedSegment, placeSegments, type SearchSource } from './source.ts';
import { type FoundDocument, KINDS, type Tally, tally } from './tally.ts';
import { wantedBy } from './wanted.ts';

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
  const query = readQuery(request.text);
  const segments = placeSegments(source.feeds);
  const wanted = wantedBy(query);
  const [library, held] = await Promise.all([readLibrary(source, segments), readHeld(source, segments, wanted)]);
  const [decided, facts] = await Promise.all([
    decide({ source, library, text: request.text }, wanted, held),
    readFacts({ source, library }, query.filters, fresh, own),
  ]);
  const failing = createFiltering(library, source.feeds, query.filters, facts);
  const isAll = held.words.length + held.phrases.length + held.without.length === 0;
  const isFound = (kind: Kind, first: number) => isAll || decided.isEnough(decided.matched[kind].bits[first] ?? 0);
  const handles = source.feeds.map(({ handle }) => handle);
  const tallied = tally(library, isFound, failing, { handles, fresh: facts.fresh, own: facts.own });
  const part = takePart(library, tallied, decided, request);
  const presenting = { source, library, decided, fresh: facts.fresh, accounts: query.filters.accounts };
  const [hits, counts] = await Promise.all([
    presentHits(presenting, part.documents),
    presentCounts(source, library, tallied),
  ]);
  return { total: part.total, start: part.start, hits, counts, instead: decided.instead, faults: query.faults };
}

async function readLibrary(source: SearchSource, segments: readonly PlacedSegment[]): Promise<LibraryColumns> {
  const [copies, columns] = await Promise.all([
    source.readCopies(),
    Promise.all(segments.map((segment) => source.readColumns(segment))),
  ]);
  return joinColumns(segments, columns, copies);
}

interface Known {
  readonly source: SearchSource;
  readonly library: LibraryColumns;
}

async function readFacts(
  known: Known,
  filters: Filters,
  fresh: readonly PostId[],
  own: OwnSearched,
): Promise<FilterFacts> {
  const [called, sites, freshPosts, placed] = await Promise.all([
    filters.publications.length === 0 ? null : readCalled(known, filters.publications),
    filters.sites.length === 0 ? null : readSites(known, filters.sites),
    fresh.length === 0 ? [] : findPosts(known, fresh),
    placeOwn(known.source, known.library, own),
  ]);
  return { called, sites, fresh: markFresh(known.library, freshPosts), own: placed };
}

/** The publications that have one of the titles; or, of a title that none has, those whose titles hold all of its words. */
async function readCalled({ source, library }: Known, titles: readonly string[]): Promise<ReadonlySet<number>> {
  const numberOf = numbersBySegment('publications', library.segments);
  const read = titles.map(async (title) => {
    const found = (await source.findCalled(title)).flatMap((entry) => numberOf(entry) ?? []);
    return found.length > 0 ? found : findTitled({ source, library }, title);
  });
  return new Set((await Promise.all(read)).flat().map((document) => firstOf(library.publications, document)));
}

async function findTitled({ source, library }: Known, title: string): Promise<readonly number[]> {
  const families = familiesOf(title);
  const held = await readDocuments(source, library.segments, families);
  const titled = families.map((family) => {
    const texts = held.get(family);
    const own = texts?.get('publications title') ?? [];
    return new Set([...own, ...(texts?.get('publications other-titles') ?? [])]);
  });
  const [first = new Set<number>(), ...others] = titled;
  return [...first].filter((document) => others.every((each) => each.has(document)));
}

async function readSites({ source, library }: Known, hosts: readonly string[]): Promise<FilterFacts['sites']> {
  const found = await Promise.all(hosts.map((host) => readSite(source, library.segments, host)));
  return {
    posts: found.flatMap(({ posts }) => posts),
    publications: found.flatMap(({ publications }) => publications),
  };
}

async function findPosts({ source, library }: Known, ids: readonly PostId[]): Promise<readonly number[]> {
  const wanted = new Set(ids.map(hashNumberOf));
  const found = library.segments.map(async (segment) => {
    const numbers = await source.readIds(segment);
    const posts: number[] = [];
    for (const [place, number] of numbers.entries()) if (wanted.has(number)) posts.push(segment.starts.posts + place);
    return posts;
  });
  return (await Promise.all(found)).flat();
}

/** The hits that one answer shows, and where among all of them they begin. */
function takePart(library: LibraryColumns, { found }: Tally, decided: Decided, request: SearchRequest) {
  const { order, start, from } = request;
  const units = decided.held.words.length + decided.held.phrases.length;
  const isByDay = order === 'day' || units === 0;
  const timeOf = (kind: Kind, document: number) => Math.max(0, library[kind].minutes[document] ?? NEVER);
  const keyOf = isByDay ? timeOf : createScore(library, decided.matched, units);
  const keys: number[] = [];
  for (const kind of KINDS) for (const document of found[kind]) keys.push(keyOf(kind, document));
  const first = isByDay && from !== null ? countAfter(keys, from) : start;
  const places = partOf(keys, first, Math.min(request.most, HITS_IN_PART));
  return { total: keys.length, start: first, documents: places.map((place) => documentAt(found, place)) };
}

function countAfter(minutes: readonly number[], day: IsoDate): number {
  const last = readDay(day);
  return minutes.reduce((sum, each) => (dayOf(each) > last ? sum + 1 : sum), 0);
}

/** By its place among what was found of all kinds. */
function documentAt(found: Tally['found'], place: number): FoundDocument {
  let left = place;
  for (const kind of KINDS) {
    const document = found[kind][left];
    if (document !== undefined) return { kind, document };
    left -= found[kind].length;
  }
  throw new RangeError(`a hit ${place}`);
}
