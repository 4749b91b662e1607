import { covers, type Page } from './pages.ts';

/** Reads pages of one index. */
export interface PageReader {
  /** The last page that begins with a term or before; null where there is none. */
  readPage(term: string): Promise<Page | null>;
  /** The pages that begin behind a term, up to another. */
  readPages(between: readonly [string, string]): Promise<readonly Page[]>;
}

/** Terms that begin with so many letters alike stand in few pages, one behind the other. */
const ALIKE = 3;

/** What the pages of an index say of each term; a term that none of them may hold is left out. All pages are asked for at once. */
export async function readTerms<Said>(
  reader: PageReader,
  terms: readonly string[],
  read: (page: Page, term: string) => Said,
): Promise<ReadonlyMap<string, Said>> {
  const groups = Map.groupBy(terms, (term) => term.slice(0, ALIKE));
  const found = await Promise.all([...groups.values()].map((alike) => readAlike(reader, alike)));
  return new Map(found.flat().map(([term, page]) => [term, read(page, term)]));
}

async function readAlike(reader: PageReader, terms: readonly string[]): Promise<(readonly [string, Page])[]> {
  const sorted = terms.toSorted((a, b) => (a < b ? -1 : 1));
  const [first = '', last = first] = [sorted[0], sorted.at(-1)];
  const [page, others] = await Promise.all([
    reader.readPage(first),
    first === last ? [] : reader.readPages([first, last]),
  ]);
  const pages = page === null ? others : [page, ...others];
  let at = 0;
  return sorted.flatMap((term) => {
    while (at + 1 < pages.length && (pages[at + 1]?.terms[0] ?? '') <= term) at += 1;
    const own = pages[at];
    return own !== undefined && covers(own, term) ? [[term, own] as const] : [];
  });
}
