import type { ParseFault } from '../../result.ts';
import { firstOf } from '../../text/first-of.ts';

/** UTF-16 units of what a fault shows. */
const MAX_FOUND_LENGTH = 60;

/** A text cut into lines, with a cursor that the parsers move forward only. Lines count from 0 here. */
export interface Lines {
  readonly all: readonly string[];
  next: number;
}

export function cutIntoLines(text: string): Lines {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  return { all: clean.includes('\r') ? clean.split(/\r\n|\n|\r/) : clean.split('\n'), next: 0 };
}

export function skipBlank(lines: Lines): void {
  while (lines.next < lines.all.length && isBlank(lines.all[lines.next])) lines.next += 1;
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

export function faultAt(lines: Lines, index: number, expected: string, column = 1): ParseFault {
  const found = firstOf((lines.all[index] ?? '').slice(column - 1), MAX_FOUND_LENGTH);
  return { line: index + 1, column, expected, found };
}
