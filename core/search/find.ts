import type { PostId } from '../model/ids.ts';
import { hashNumberOf } from '../text/hash.ts';
import { familiesOf } from '../text/word-families.ts';
import { decide } from './decide.ts';
import { createFiltering, createNoteFailing, type FilterFacts, markFresh } from './filtering.ts';
import { type Fresh, freshOwn } from './fresh.ts';
import type { Passing } from './gather.ts';
import { readHeld } from './held.ts';
import { firstOf, type LibraryColumns, numbersBySegment } from './library-columns.ts';
import { type OwnDocuments, placeOwn } from './own-documents.ts';
import type { OwnSearched } from './own-searched.ts';
import { type Filters, readQuery, type SearchQuery } from './query.ts';
import { readDocuments, readSite } from './read-index.ts';
import { placeSegments, type SearchSource } from './source.ts';
import { wantedBy } from './wanted.ts';

/** What a text looks for in a library, and what finds it; nothing is gathered yet. */
export interface Findings extends Passing {
  readonly source: SearchSource;
  readonly query: SearchQuery;
  readonly fresh: FilterFacts['fresh'];
}

/** Looks through a library, and what the reader wrote; `fresh` is what is new. Takes any text. */
export async function find(
  source: SearchSource,
  text: string,
  fresh: Fresh,
  ownSearched: OwnSearched,
): Promise<Findings> {
  const query = readQuery(text);
  const segments = placeSegments(source.feeds);
  const wanted = wantedBy(query);
  const [{ library, own }, held] = await Promise.all([
    source.readLibrary().then(async (library) => ({
      library,
      own: await placeOwn(source, library, ownSearched, freshOwn(query.filters, fresh.since)),
    })),
    readHeld(source, segments, wanted),
  ]);
  const [decided, facts] = await Promise.all([
    decide({ source, library, own, text }, wanted, held),
    readFacts({ source, library, own }, query.filters, fresh.posts),
  ]);
  const failing = createFiltering(library, source.feeds, query.filters, { ...facts, own });
  const noteFailing = createNoteFailing(query.filters, facts, failing);
  return { source, query, library, own, decided, fresh: facts.fresh, failing, noteFailing };
}

interface Known {
  readonly source: SearchSource;
  readonly library: LibraryColumns;
}

async function readFacts(
  known: Known & { readonly own: OwnDocuments },
  filters: Filters,
  fresh: readonly PostId[],
): Promise<Omit<FilterFacts, 'own'>> {
  const [called, sites, freshPosts] = await Promise.all([
    filters.publications.length === 0 ? null : readCalled(known, filters.publications),
    filters.sites.length === 0 ? null : readSites(known, filters.sites),
    fresh.length === 0 ? [] : findPosts(known, fresh),
  ]);
  return { called, sites, fresh: markFresh(known.library, freshPosts, known.own.fresh) };
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
