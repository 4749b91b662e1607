import { oneLine } from '../cite/one-line.ts';
import type { Cell, Row } from './rows.ts';

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
/**
 * What spreadsheets take for the beginning of a formula, also in full width, and what they skip before one:
 * https://owasp.org/www-community/attacks/CSV_Injection. Behind apostrophes, too, so that one can be taken off again.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** Also what separates cells where a comma is a decimal point. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/** The columns that a reader looks at first. */
const FIRST = ['kind', 'time', 'feed_name', 'about', 'number', 'title', 'text', 'response', 'progress', 'address'];

/**
 * Rows as a table for spreadsheets (RFC 4180, with a byte order mark). It has the columns of all rows; lists stand in one
 * cell, an item a line. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export function formatCsv(rows: readonly Row[]): string {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = [...FIRST.filter((name) => names.has(name)), ...[...names].filter((name) => !FIRST.includes(name))];
  const lines = rows.map((row) => columns.map((name) => formatCell(row[name] ?? null)).join(','));
  return [BYTE_ORDER_MARK + columns.join(','), ...lines, ''].join(LINE_END);
}

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return quote(guard(cell.map(oneLine).join('\n')));
  return typeof cell === 'string' ? quote(guard(cell)) : String(cell);
}

function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
