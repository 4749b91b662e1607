import type { PublicationId } from '../model/ids.ts';
import type { Publication, PublicationKind } from '../model/publication.ts';
import type { PublicationOrder, PublicationsWanted } from '../protocol/library-page.ts';
import { firstOf } from '../text/first-of.ts';
import { newestOf } from './months.ts';

/** Items of one answer. */
export const IN_PART = 100;

/** UTF-16 units of a title by which it is sorted. */
const MAX_SORTED = 100;

/** As much of a publication as it takes to say where it is listed. */
export interface CatalogueEntry {
  readonly id: PublicationId;
  readonly kind: PublicationKind;
  /** What it is sorted by from A to Z. */
  readonly title: string;
  readonly posts: number;
  /** The moment of its newest post. */
  readonly newest: number | null;
}

/** Which publications an answer lists, and how many there are. */
export interface Listed {
  readonly ids: readonly PublicationId[];
  readonly total: number;
  readonly kinds: Readonly<Partial<Record<PublicationKind, number>>>;
}

const OPENING = /^(?:[^\p{L}\p{N}]+|(?:the|an?)\s+(?=\S))/iu;

export function catalogueEntry(
  { id, kind, title }: Pick<Publication, 'id' | 'kind' | 'title'>,
  moments: readonly number[],
): CatalogueEntry {
  return { id, kind, title: sortTitle(title), posts: moments.length, newest: newestOf(moments) };
}

/** Without its opening marks and article, in one case and without accents, so that it sorts as a text. */
export function sortTitle(title: string): string {
  let rest = firstOf(title.trim(), MAX_SORTED);
  while (OPENING.test(rest)) rest = rest.replace(OPENING, '');
  return rest.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A part of the list. */
export function listPart(all: readonly CatalogueEntry[], { order, kind, start }: PublicationsWanted): Listed {
  const kinds: Partial<Record<PublicationKind, number>> = {};
  for (const entry of all) kinds[entry.kind] = (kinds[entry.kind] ?? 0) + 1;
  const listed = (kind === null ? [...all] : all.filter((entry) => entry.kind === kind)).sort(ORDERS[order]);
  return { ids: listed.slice(start, start + IN_PART).map(({ id }) => id), total: listed.length, kinds };
}

/** Before any moment. */
const NEVER = -Number.MAX_VALUE;

type Compare = (one: CatalogueEntry, other: CatalogueEntry) => number;

const byTitle: Compare = (one, other) => compare(one.title, other.title) || compare(one.id, other.id);
const byDay: Compare = (one, other) => (other.newest ?? NEVER) - (one.newest ?? NEVER) || byTitle(one, other);
const ORDERS: Readonly<Record<PublicationOrder, Compare>> = {
  said: (one, other) => other.posts - one.posts || byDay(one, other),
  day: byDay,
  title: byTitle,
};

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
