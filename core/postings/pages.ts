import type { Steps } from '../steps.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { pushNumber } from './bytes.ts';

/**
 * A part of an index as it is stored: some of its terms, sorted, and the documents of each, numbered from 0, as the gaps
 * between their numbers in bytes of seven bits, the lowest first (https://en.wikipedia.org/wiki/LEB128).
 */
export interface Page {
  readonly terms: readonly string[];
  /** Where each term's documents begin in `gaps`, and behind the last one the end of all. */
  readonly starts: Uint32Array;
  readonly gaps: Uint8Array;
}

/** So many that a question reads little, and an index of a large library has a few hundred. */
const TERMS_IN_PAGE = 256;
/** Chromium keeps a row of more than 64 kB in a file of its own, which takes longer to read. */
const BYTES_IN_PAGE = 40_000;

/** The pages of an index of documents, each given as its terms; linear but for the sorting of the terms. */
export function* makePages(documents: readonly (readonly string[])[]): Steps<Page[]> {
  const lists = createTermLists();
  for (const [number, terms] of documents.entries()) {
    for (const term of new Set(terms)) {
      const list = lists.of(term);
      pushNumber(list.bytes, number - list.last);
      list.last = number;
    }
    yield;
  }
  return yield* lists.toPages();
}

/** What is written of a term so far, and of which document last; -1 before the first. */
export interface TermList {
  readonly bytes: number[];
  last: number;
}

/** Collects what is written of terms, for pages. */
export function createTermLists() {
  const lists = new Map<string, TermList>();
  return {
    of(term: string): TermList {
      const known = lists.get(term);
      if (known !== undefined) return known;
      const list = { bytes: [], last: -1 };
      lists.set(term, list);
      return list;
    },
    *toPages(): Steps<Page[]> {
      // By UTF-16 units, as IndexedDB sorts keys.
      const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
      const pages: Page[] = [];
      for (let from = 0; from < sorted.length; ) {
        const end = endOfPage(sorted, from);
        pages.push(makePage(sorted.slice(from, end)));
        from = end;
        yield;
      }
      return pages;
    },
  };
}

type NamedList = readonly [term: string, list: TermList];

function endOfPage(lists: readonly NamedList[], from: number): number {
  let bytes = 0;
  for (let end = from; end < lists.length; end += 1) {
    bytes += lists[end]?.[1].bytes.length ?? 0;
    if (end > from && (end - from === TERMS_IN_PAGE || bytes > BYTES_IN_PAGE)) return end;
  }
  return lists.length;
}

function makePage(lists: readonly NamedList[]): Page {
  const starts = new Uint32Array(lists.length + 1);
  for (const [index, [, { bytes }]] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + bytes.length;
  const gaps = new Uint8Array(starts.at(-1) ?? 0);
  for (const [index, [, { bytes }]] of lists.entries()) gaps.set(bytes, starts[index]);
  return { terms: lists.map(([term]) => term), starts, gaps };
}

/** Whether a page would hold a term, if any does: it lies between the first of its terms and the last. */
export function covers({ terms }: Page, term: string): boolean {
  return (terms[0] ?? '') <= term && term <= (terms.at(-1) ?? '');
}

/** The terms of a page that begin with a text, in order; the page behind it may hold more. */
export function termsBeginning({ terms }: Page, start: string): readonly string[] {
  const from = lowerBound(terms, start);
  const end = terms.findIndex((term, index) => index >= from && !term.startsWith(start));
  return terms.slice(from, end === -1 ? undefined : end);
}

/**
 * The documents of a term, in rising order; none where the page does not hold it, null where what is stored is no page of an
 * index of `size` documents.
 */
export function readTerm({ terms, starts, gaps }: Page, term: string, size: number): readonly number[] | null {
  const index = placeOf(terms, term);
  if (index === -1) return [];
  const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
  if (!(gaps instanceof Uint8Array) || end > gaps.length || start >= end) return null;
  const documents: number[] = [];
  let number = -1;
  let gap = 0;
  let scale = 1;
  for (let at = start; at < end; at += 1) {
    const byte = gaps[at] ?? 0;
    gap += (byte % 128) * scale;
    scale *= 128;
    if (byte > 127) continue;
    number += gap;
    if (gap === 0 || number >= size) return null;
    documents.push(number);
    gap = 0;
    scale = 1;
  }
  return scale === 1 ? documents : null;
}

/** What is written of a term: where its bytes begin and end; null where the page does not hold it. */
export function bytesOf({ terms, starts }: Page, term: string): readonly [start: number, end: number] | null {
  const index = placeOf(terms, term);
  return index === -1 ? null : [starts[index] ?? 0, starts[index + 1] ?? 0];
}

function placeOf(terms: readonly string[], term: string): number {
  const place = lowerBound(terms, term);
  return terms[place] === term ? place : -1;
}
