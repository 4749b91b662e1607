import { present } from '../postings/damage.ts';
import type { SearchResults } from '../protocol/look-up.ts';
import type { SearchHit } from '../protocol/search.ts';
import { find } from './find.ts';
import { type Fresh, NOTHING_FRESH } from './fresh.ts';
import { type Gathered, gather } from './gather.ts';
import { listPublications } from './list-publications.ts';
import { NOTHING_OWN, type OwnSearched } from './own-searched.ts';
import { partOf } from './part.ts';
import { presentHits } from './present-hits.ts';
import { filtersOf, type SearchQuery } from './query.ts';
import { type Ranks, rank, unitsOf } from './rank.ts';
import type { SearchSource } from './source.ts';
import { type FoundItem, KINDS } from './tally.ts';

/** As many of each kind as one looks through; what was asked more exactly comes first. */
export const MAX_SHOWN = 10;

/** What the library itself does not know: what the reader wrote, and what is new to the reader. */
export interface ReadersFacts {
  readonly own: OwnSearched;
  readonly fresh: Fresh;
}

export const NO_FACTS: ReadersFacts = { own: NOTHING_OWN, fresh: NOTHING_FRESH };

/**
 * The best of each kind that the library's search finds, and how much there is of it. Where a text asks nothing, such as a
 * mark of quotation alone, nothing is found. Takes any text.
 */
export async function lookUpWords(source: SearchSource, text: string, facts: ReadersFacts): Promise<SearchResults> {
  const findings = await find(source, text, facts.fresh, facts.own);
  const { query, decided } = findings;
  if (isEmpty(query, text)) return listPublications([], { total: 0, inLibrary: 0 });
  const gathered = gather(findings);
  const ranks = rank(findings, gathered, unitsOf(decided) === 0);
  const shown = await presentHits(findings, bestOf(gathered, ranks));
  const hitsOf = <Of extends SearchHit['kind']>(kind: Of, { length }: readonly number[]) => ({
    items: shown.filter((hit): hit is Extract<SearchHit, { readonly kind: Of }> => hit.kind === kind),
    total: length,
  });
  return {
    publications: hitsOf('publication', ranks.publications),
    recommendations: hitsOf('recommendation', ranks.recommendations),
    posts: hitsOf('post', ranks.posts),
    notes: hitsOf('note', ranks.notes),
    inLibrary: countAll(gathered),
    instead: decided.instead,
    faults: query.faults,
  };
}

/** How much the library's search finds. */
export async function countInLibrary(source: SearchSource, text: string, facts: ReadersFacts): Promise<number> {
  return countAll(gather(await find(source, text, facts.fresh, facts.own)));
}

function isEmpty({ words, phrases, without }: SearchQuery, text: string): boolean {
  return words.length + phrases.length + without.length + filtersOf(text).length === 0;
}

function bestOf({ found, notes }: Gathered, ranks: Ranks): FoundItem[] {
  const bestIn = (of: readonly number[]) => partOf(of, 0, MAX_SHOWN);
  return [
    ...KINDS.flatMap((kind) => bestIn(ranks[kind]).map((place) => ({ kind, document: present(found[kind][place]) }))),
    ...bestIn(ranks.notes).map((place) => ({ kind: 'notes' as const, place: present(notes[place]) })),
  ];
}

function countAll({ found, notes }: Gathered): number {
  return found.publications.length + found.recommendations.length + found.posts.length + notes.length;
}
