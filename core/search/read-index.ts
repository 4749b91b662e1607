import { Damage } from '../postings/damage.ts';
import { type Page, readTerm, termsBeginning } from '../postings/pages.ts';
import { PLACES, readPlaces } from '../postings/places.ts';
import { type PageReader, readTerms } from '../postings/read-pages.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { readText, type SearchIndex, startsOf } from './indexes.ts';
import type { PageSource, PlacedSegment } from './source.ts';
import { FIELDS_SEARCHED, type Kind, type SearchedText } from './written.ts';

/** The documents of a term, or its places, in each text; in rising order. */
export type InTexts = ReadonlyMap<SearchedText, readonly number[]>;

export const NOWHERE: InTexts = new Map();

/** Which documents hold each family, by their numbers among those of their kind. */
export function readDocuments(
  source: PageSource,
  segments: readonly PlacedSegment[],
  families: readonly string[],
): Promise<ReadonlyMap<string, InTexts>> {
  const read = (page: Page, term: string, size: number) =>
    readTerm(page, term, size) ?? damaged('a page of families is damaged');
  return readSplit({ source, segments, index: 'search', scale: 1, read }, families);
}

/** Where each word stands: the number of a document times `PLACES`, and its place there. */
export function readAllPlaces(
  source: PageSource,
  segments: readonly PlacedSegment[],
  words: readonly string[],
): Promise<ReadonlyMap<string, InTexts>> {
  return readSplit({ source, segments, index: 'places', scale: PLACES, read: readPlaces }, words);
}

interface Split {
  readonly source: PageSource;
  readonly segments: readonly PlacedSegment[];
  readonly index: SearchIndex;
  /** So much is a document in the numbers that are read. */
  readonly scale: number;
  read(page: Page, term: string, size: number): readonly number[];
}

async function readSplit(
  { source, segments, index, scale, read }: Split,
  terms: readonly string[],
): Promise<ReadonlyMap<string, InTexts>> {
  const wanted = [...new Set(terms)];
  const found = await Promise.all(
    segments.map(async (segment) => {
      const starts = startsOf(segment.sizes);
      const size = starts.at(-1) ?? 0;
      return readTerms(readerOf(source, segment, index), wanted, (page, term) =>
        splitByText(read(page, term, size), { segment, starts, scale }),
      );
    }),
  );
  return new Map(wanted.map((term) => [term, join(found.flatMap((each) => each.get(term) ?? []))]));
}

interface Placing {
  readonly segment: PlacedSegment;
  readonly starts: readonly number[];
  readonly scale: number;
}

/** Numbers of a segment's index of all texts as those of each text among all segments. */
function splitByText(numbers: readonly number[], { segment, starts, scale }: Placing): InTexts {
  const texts = new Map<SearchedText, readonly number[]>();
  let from = 0;
  for (const [index, text] of FIELDS_SEARCHED.entries()) {
    const end = lowerBound(numbers, (starts[index + 1] ?? 0) * scale);
    const [kind] = readText(text);
    const shift = (segment.starts[kind] - (starts[index] ?? 0)) * scale;
    if (end > from) texts.set(text, shiftAll(numbers.slice(from, end), shift));
    from = end;
  }
  return texts;
}

function shiftAll(numbers: readonly number[], shift: number): readonly number[] {
  return shift === 0 ? numbers : numbers.map((number) => number + shift);
}

/** What several segments say, one after another. */
function join(parts: readonly InTexts[]): InTexts {
  const [first = NOWHERE, ...others] = parts;
  if (others.length === 0) return first;
  const texts = FIELDS_SEARCHED.map((text) => [text, parts.flatMap((part) => part.get(text) ?? [])] as const);
  return new Map(texts.filter(([, numbers]) => numbers.length > 0));
}

function readerOf(source: PageSource, { number }: PlacedSegment, index: SearchIndex): PageReader {
  return {
    readPage: (term) => source.readPage(number, index, term),
    readPages: (between) => source.readPages(number, index, between),
  };
}

/** The words that begin so, sorted; of each segment no more than so many pages are read. */
export async function readBegun(
  source: PageSource,
  segments: readonly PlacedSegment[],
  start: string,
  most?: number,
): Promise<readonly string[]> {
  const read = segments.map(async ({ number }) => {
    const [page, others] = await Promise.all([
      source.readPage(number, 'words', start),
      source.readPages(number, 'words', [start, `${start}\uffff`], most),
    ]);
    return page === null ? others : [page, ...others];
  });
  const pages = (await Promise.all(read)).flat();
  return [...new Set(pages.flatMap((page) => termsBeginning(page, start)))].sort();
}

/** The posts and publications that lead to a host or one below it. */
export async function readSite(
  source: PageSource,
  segments: readonly PlacedSegment[],
  host: string,
): Promise<Readonly<Record<Exclude<Kind, 'recommendations'>, readonly number[]>>> {
  const read = segments.map(async (segment) => {
    const { sizes, starts } = segment;
    const page = await source.readPage(segment.number, 'sites', host);
    const size = sizes.posts + sizes.publications;
    const found = page === null ? [] : (readTerm(page, host, size) ?? damaged('a page of sites is damaged'));
    const end = lowerBound(found, sizes.posts);
    return {
      posts: shiftAll(found.slice(0, end), starts.posts),
      publications: shiftAll(found.slice(end), starts.publications - sizes.posts),
    };
  });
  const found = await Promise.all(read);
  return {
    posts: found.flatMap(({ posts }) => posts),
    publications: found.flatMap(({ publications }) => publications),
  };
}

function damaged(what: string): never {
  throw new Damage(what);
}
