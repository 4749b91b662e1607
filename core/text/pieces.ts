import type { Span } from './sentences.ts';

/** UTF-16 units that are read at once; no paragraph that people write is as long. */
const MAX_PIECE = 20_000;

/** A text in pieces, between words where there are any. */
export function* piecesOf(text: string): Generator<Span> {
  let start = 0;
  while (start < text.length) {
    const rest = text.slice(start, start + MAX_PIECE);
    const space = rest.length < MAX_PIECE ? -1 : rest.search(/\s\S*$/);
    const end = start + (space > 0 ? space + 1 : rest.length);
    yield { start, end };
    start = end;
  }
}
