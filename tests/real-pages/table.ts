/** What is checked on a page, a column each. */
export const CHECKS = ['marks', 'seen', 'card', 'errors', 'tree', 'shift'] as const;
export type Check = (typeof CHECKS)[number];

export interface Miss {
  readonly check: Check;
  /** The link's name, or what else is meant. */
  readonly place: string;
  readonly why: string;
}

/** What was found on one page. */
export interface Row {
  readonly page: string;
  /** How many links, or comparisons, each check has looked at; 0 where there was nothing to look at. */
  readonly looked: Readonly<Record<Check, number>>;
  readonly misses: readonly Miss[];
}

/** A line for each page, and below them all misses by name. */
export function formatTable(rows: readonly Row[]): string {
  const width = Math.max(4, ...rows.map(({ page }) => page.length));
  const line = (first: string, cells: readonly string[]) =>
    [first.padEnd(width), ...cells.map((cell) => cell.padEnd(7))].join('  ').trimEnd();
  return [
    line('page', CHECKS),
    ...rows.map((row) =>
      line(
        row.page,
        CHECKS.map((check) => cellOf(row, check)),
      ),
    ),
    '',
    ...rows.flatMap(formatMisses),
    `${rows.length} pages, ${rows.reduce((sum, { misses }) => sum + misses.length, 0)} misses`,
  ].join('\n');
}

/** A line for each miss of a page. */
export function formatMisses({ page, misses }: Row): readonly string[] {
  return misses.map(({ check, place, why }) => `✗ ${page}, ${check}: ${place}: ${why}`);
}

function cellOf({ looked, misses }: Row, check: Check): string {
  const missed = misses.filter((miss) => miss.check === check).length;
  if (looked[check] === 0 && missed === 0) return '–';
  // Of a comparison no more is said than whether it holds.
  if (looked[check] === 1) return missed === 0 ? '✓' : '✗';
  return `${Math.max(0, looked[check] - missed)}/${looked[check]}${missed === 0 ? '' : ' ✗'}`;
}
