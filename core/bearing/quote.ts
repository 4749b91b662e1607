import type { Around } from '../model/own.ts';
import type { Steps } from '../steps.ts';
import { beginningOf, endOf } from '../text/cut.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { piecesOf } from '../text/pieces.ts';
import { withoutUnseen } from '../text/unseen-letters.ts';

/** A stretch of a page's text by what it says (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface Quote extends Around {
  readonly exact: string;
}

/** A place in a page's text: which of its blocks, and the UTF-16 offset in it. */
export interface TextPlace {
  readonly block: number;
  readonly offset: number;
}

export interface TextStretch {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/** UTF-16 units that are kept on each side of a quotation. */
export const AROUND = 32;
/** Places where a quotation stands that are compared by what is around it: a single letter stands everywhere. */
const MOST_PLACES = 1000;
const RUN = /[^\s\p{Default_Ignorable_Code_Point}]+/gu;

/** A stretch of a block as a quotation; what is white in the source of the page is one space. */
export function quoteOf(block: string, start: number, end: number): Quote {
  return {
    exact: tidy(block.slice(start, end)).trim(),
    prefix: tidy(endOf(block.slice(0, start), AROUND)),
    suffix: tidy(beginningOf(block.slice(end), AROUND)),
  };
}

/** A text as it is read: what is white in it is one space. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/**
 * Where each quotation stands in the blocks of a page, in the order asked, null where it does not. Spaces, line breaks and
 * what is not seen make no difference; of several places that one with most of the same around it, else the first.
 */
export function* findQuotes(
  blocks: readonly string[],
  quotes: readonly Quote[],
): Steps<readonly (TextStretch | null)[]> {
  const letters: string[] = [];
  const pieces: (TextPlace & { readonly text: string })[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const [block, whole] of blocks.entries())
    for (const { start: offset, end } of piecesOf(whole)) {
      const text = whole.slice(offset, end);
      const own = lettersOf(text);
      letters.push(own);
      pieces.push({ block, offset, text });
      starts.push(length);
      length += own.length;
      yield;
    }
  const all = letters.join('');
  const placeOf = (letter: number): TextPlace => {
    // Of pieces without letters the last, which has the letter.
    const place = lowerBound(starts, letter + 1) - 1;
    const { block = 0, offset = 0, text = '' } = pieces[place] ?? {};
    return { block, offset: offset + offsetOf(text, letter - (starts[place] ?? 0)) };
  };
  const found: (TextStretch | null)[] = [];
  for (const quote of quotes) {
    yield;
    const exact = lettersOf(quote.exact);
    const at = exact === '' ? -1 : bestPlace(all, exact, quote);
    const end = at < 0 ? null : placeOf(at + exact.length - 1);
    found.push(end && { start: placeOf(at), end: { ...end, offset: end.offset + 1 } });
  }
  return found;
}

function bestPlace(all: string, exact: string, { prefix, suffix }: Around): number {
  const before = lettersOf(prefix);
  const behind = lettersOf(suffix);
  let best = -1;
  let most = -1;
  let at = all.indexOf(exact);
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const fit = sameBefore(all, at, before) + sameBehind(all, at + exact.length, behind);
    if (fit > most) [best, most] = [at, fit];
    if (fit === before.length + behind.length) break;
    at = all.indexOf(exact, at + 1);
  }
  return best;
}

function sameBefore(all: string, at: number, text: string): number {
  let same = 0;
  while (same < text.length && all[at - 1 - same] === text[text.length - 1 - same]) same += 1;
  return same;
}

function sameBehind(all: string, at: number, text: string): number {
  let same = 0;
  while (same < text.length && all[at + same] === text[same]) same += 1;
  return same;
}

function lettersOf(text: string): string {
  return withoutUnseen(text.replace(/\s+/g, ''));
}

/** Where the letter with a number stands in a text. */
function offsetOf(text: string, number: number): number {
  let left = number;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (left < run.length) return index + left;
    left -= run.length;
  }
  return text.length;
}
