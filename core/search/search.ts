import type { IsoDate, PostId } from '../model/ids.ts';
import { present } from '../postings/damage.ts';
import { HITS_IN_PART, type SearchAnswer, type SearchRequest } from '../protocol/search.ts';
import { hashNumberOf } from '../text/hash.ts';
import { dayOf, readDay } from '../text/minutes.ts';
import { familiesOf } from '../text/word-families.ts';
import { NEVER } from './columns.ts';
import { type Decided, decide } from './decide.ts';
import { createFiltering, createNoteFailing, type FilterFacts, markFresh } from './filtering.ts';
import { readHeld } from './held.ts';
import { firstOf, joinColumns, type LibraryColumns, numbersBySegment } from './library-columns.ts';
import { type OwnDocuments, placeOwn } from './own-documents.ts';
import type { OwnSearched } from './own-searched.ts';
import { readRecord } from './own-texts.ts';
import { partOf } from './part.ts';
import { presentCounts } from './present-counts.ts';
import { presentHits } from './present-hits.ts';
import { type Filters, readQuery } from './query.ts';
import { readDocuments, readSite } from './read-index.ts';
import { createScore, type Scored } from './score.ts';
import type { Kind } from './searched.ts';
import { type PlacedSegment, placeSegments, type SearchSource } from './source.ts';
import { type FoundItem, KINDS, type Tally, tally } from './tally.ts';
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
  const [{ library, placed }, held] = await Promise.all([
    readLibrary(source, segments).then(async (library) => ({ library, placed: await placeOwn(source, library, own) })),
    readHeld(source, segments, wanted),
  ]);
  const [decided, facts] = await Promise.all([
    decide({ source, library, own: placed, text: request.text }, wanted, held),
    readFacts({ source, library }, query.filters, fresh),
  ]);
  const failing = createFiltering(library, source.feeds, query.filters, { ...facts, own: placed });
  const noteFailing = createNoteFailing(query.filters, facts, failing);
  const isAll = held.words.length + held.phrases.length + held.without.length === 0;
  const isFound = (kind: Kind | 'notes', place: number) =>
    isAll ||
    decided.isEnough((kind === 'notes' ? decided.own.notes[place]?.bits : decided.matched[kind].bits[place]) ?? 0);
  const handles = source.feeds.map(({ handle }) => handle);
  const tallied = tally(library, isFound, { failing, noteFailing }, { handles, fresh: facts.fresh, own: placed });
  const part = takePart({ library, own: placed }, tallied, decided, request);
  const presenting = { source, library, own: placed, decided, fresh: facts.fresh, accounts: query.filters.accounts };
  const [hits, counts] = await Promise.all([
    presentHits(presenting, part.found),
    presentCounts(source, library, tallied),
  ]);
  return { total: part.total, start: part.start, hits, counts, instead: decided.instead, faults: query.faults };
}

/** What is known of all documents. */
export async function readLibrary(source: SearchSource, segments: readonly PlacedSegment[]): Promise<LibraryColumns> {
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

async function readFacts(known: Known, filters: Filters, fresh: readonly PostId[]): Promise<Omit<FilterFacts, 'own'>> {
  const [called, sites, freshPosts] = await Promise.all([
    filters.publications.length === 0 ? null : readCalled(known, filters.publications),
    filters.sites.length === 0 ? null : readSites(known, filters.sites),
    fresh.length === 0 ? [] : findPosts(known, fresh),
  ]);
  return { called, sites, fresh: markFresh(known.library, freshPosts) };
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

interface Found {
  readonly library: LibraryColumns;
  readonly own: OwnDocuments;
}

/** The hits that one answer shows, and where among all of them they begin. */
function takePart({ library, own }: Found, tallied: Tally, decided: Decided, request: SearchRequest) {
  const { order, start, from } = request;
  const units = decided.held.words.length + decided.held.phrases.length;
  const isByDay = order === 'day' || units === 0;
  const score = isByDay ? ({ minutes }: Scored) => Math.max(0, minutes) : createScore(library, units);
  const keys: number[] = [];
  for (const kind of KINDS) {
    const { minutes, lengths } = library[kind];
    const { worth } = decided.matched[kind];
    for (const document of tallied.found[kind])
      keys.push(
        score({ worth: worth[document] ?? 0, length: lengths[document] ?? 0, minutes: minutes[document] ?? NEVER }),
      );
  }
  for (const place of tallied.notes) {
    const { note, minutes } = present(own.notes[place]);
    keys.push(score({ worth: decided.own.notes[place]?.worth ?? 0, length: readRecord(note).words.length, minutes }));
  }
  const first = isByDay && from !== null ? countAfter(keys, from) : start;
  const places = partOf(keys, first, Math.min(request.most, HITS_IN_PART));
  return { total: keys.length, start: first, found: places.map((place) => itemAt(tallied, place)) };
}

function countAfter(minutes: readonly number[], day: IsoDate): number {
  const last = readDay(day);
  return minutes.reduce((sum, each) => (dayOf(each) > last ? sum + 1 : sum), 0);
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
