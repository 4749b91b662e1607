import type { MonthCount } from '../../../core/protocol/library-page.ts';

/** From one month to another, both `YYYY-MM`. */
export interface MonthSpan {
  readonly first: string;
  readonly last: string;
}

/** The span of all months in which there are posts; null where there are none. */
export function spanOf(months: readonly MonthCount[]): MonthSpan | null {
  const named = months
    .filter(({ posts }) => posts > 0)
    .map(({ month }) => month)
    .sort();
  const [first] = named;
  const last = named.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/** Every month of a span in turn, also those without posts. */
export function fillMonths(months: readonly MonthCount[], { first, last }: MonthSpan): readonly MonthCount[] {
  const counts = new Map(months.map(({ month, posts }) => [month, posts]));
  const start = numberOf(first);
  return Array.from({ length: Math.max(0, numberOf(last) - start + 1) }, (_, index) => {
    const month = nameOf(start + index);
    return { month, posts: counts.get(month) ?? 0 };
  });
}

/** The month with most posts, the earliest of several. */
export function busiestOf(months: readonly MonthCount[]): MonthCount | null {
  const most = Math.max(0, ...months.map(({ posts }) => posts));
  return months.toSorted((a, b) => (a.month < b.month ? -1 : 1)).find(({ posts }) => posts === most) ?? null;
}

function numberOf(month: string): number {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  return year * 12 + ofYear - 1;
}

function nameOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
