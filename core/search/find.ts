import type { PostId } from '../model/ids.ts';
import { hashNumberOf } from '../text/hash.ts';
import { familiesOf } from '../text/word-families.ts';
import { type Decided, decide } from './decide.ts';
import { createFiltering, createNoteFailing, type FilterFacts, markFresh } from './filtering.ts';
import { readHeld } from './held.ts';
import { firstOf, joinColumns, type LibraryColumns, numbersBySegment } from './library-columns.ts';
import { type OwnDocuments, placeOwn } from './own-documents.ts';
import type { OwnSearched } from './own-searched.ts';
import { type Filters, readQuery, type SearchQuery } from './query.ts';
import { readDocuments, readSite } from './read-index.ts';
import type { Kind } from './searched.ts';
import { type PlacedSegment, placeSegments, type SearchSource } from './source.ts';
import { type Tally, tally } from './tally.ts';
import { wantedBy } from './wanted.ts';

/** All that a text finds in a library, before any of it is read. */
export interface Findings {
  readonly source: SearchSource;
  readonly query: SearchQuery;
  readonly library: LibraryColumns;
  readonly own: OwnDocuments;
  readonly decided: Decided;
  readonly fresh: FilterFacts['fresh'];
  readonly tallied: Tally;
}

/** Looks through a library, and what the reader wrote; `fresh` are the posts that are new. Takes any text. */
export async function find(
  source: SearchSource,
  text: string,
  fresh: readonly PostId[],
  ownSearched: OwnSearched,
): Promise<Findings> {
  const query = readQuery(text);
  const segments = placeSegments(source.feeds);
  const wanted = wantedBy(query);
  const [{ library, own }, held] = await Promise.all([
    readLibrary(source, segments).then(async (library) => ({
      library,
      own: await placeOwn(source, library, ownSearched),
    })),
    readHeld(source, segments, wanted),
  ]);
  const [decided, facts] = await Promise.all([
    decide({ source, library, own, text }, wanted, held),
    readFacts({ source, library }, query.filters, fresh),
  ]);
  const failing = createFiltering(library, source.feeds, query.filters, { ...facts, own });
  const noteFailing = createNoteFailing(query.filters, facts, failing);
  const isAll = held.words.length + held.phrases.length + held.without.length === 0;
  const isFound = (kind: Kind | 'notes', place: number) =>
    isAll ||
    decided.isEnough((kind === 'notes' ? decided.own.notes[place]?.bits : decided.matched[kind].bits[place]) ?? 0);
  const handles = source.feeds.map(({ handle }) => handle);
  const tallied = tally(library, isFound, { failing, noteFailing }, { handles, fresh: facts.fresh, own });
  return { source, query, library, own, decided, fresh: facts.fresh, tallied };
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
