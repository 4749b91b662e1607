import { fail, type Result, succeed } from '../../result.ts';
import { fieldOf, textOf } from './fields.ts';

/** UTF-16 units; it is sent back in an address. */
const MAX_CURSOR = 2_000;

/** Where the next page of an answer begins; null for the last. What is no cursor does not end the pages: it is a failure. */
export function readCursor(answer: unknown): Result<string | null, string> {
  const cursor = fieldOf(answer, 'cursor') ?? null;
  if (cursor === null || cursor === '') return succeed(null);
  const text = textOf(cursor, MAX_CURSOR);
  return text === null ? fail(`cursor: expected a text of at most ${MAX_CURSOR} letters`) : succeed(text);
}
