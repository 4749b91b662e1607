import { withoutUnseen } from '../../core/text/unseen-letters.ts';
import { type Piece, readBlocks, textOf } from './read-blocks.ts';

/** One block of a page's running text. */
export interface Paragraph {
  /** Its text as it stands in the tree; offsets into it are UTF-16 units. */
  readonly text: string;
  /** The same stretch wherever the page has this text: many have it twice, for narrow and wide windows. */
  rangesOf(start: number, end: number): Range[];
}

/** Of a page; what comes after is not looked through. */
const MAX_PARAGRAPHS = 4000;
const MAX_TEXT = 400_000;

/** The paragraphs below an element, in order; what stands there several times is one. */
export function readParagraphs(root: Element): Paragraph[] {
  const copies = new Map<string, (readonly Piece[])[]>();
  let length = 0;
  for (const block of readBlocks(root)) {
    if (copies.size >= MAX_PARAGRAPHS || length >= MAX_TEXT) break;
    const letters = lettersOf(textOf(block));
    length += letters.length;
    const known = copies.get(letters);
    if (known !== undefined) known.push(block);
    else if (letters !== '') copies.set(letters, [block]);
  }
  return Array.from(copies.values(), makeParagraph);
}

function makeParagraph(copies: readonly (readonly Piece[])[]): Paragraph {
  const [text = ''] = copies.map(textOf);
  return {
    text,
    rangesOf(start, end) {
      const before = lettersOf(text.slice(0, start)).length;
      const within = lettersOf(text.slice(start, end)).length;
      return copies.flatMap((copy) => rangeOf(copy, before, before + within) ?? []);
    },
  };
}

/** What copies of a text have in common, however their source is laid out. */
function lettersOf(text: string): string {
  return withoutUnseen(text.replace(/\s+/g, ''));
}

/** The range from one letter to behind another; null where the page has changed since it was read. */
function rangeOf(pieces: readonly Piece[], first: number, end: number): Range | null {
  const range = new Range();
  let before = 0;
  let isBegun = false;
  for (const { text, node } of pieces) {
    const behind = before + lettersOf(text).length;
    if (node !== null && (!node.isConnected || node.data !== text)) return null;
    if (node !== null && !isBegun && first < behind) {
      range.setStart(node, placeOf(text, first - before));
      isBegun = true;
    }
    if (node !== null && isBegun && end <= behind) {
      range.setEnd(node, placeOf(text, end - before - 1) + 1);
      return range;
    }
    before = behind;
  }
  return null;
}

/** Where the letter with a number stands in a text. */
function placeOf(text: string, number: number): number {
  let left = number;
  for (const { index, 0: run } of text.matchAll(/[^\s\p{Default_Ignorable_Code_Point}]+/gu)) {
    if (left < run.length) return index + left;
    left -= run.length;
  }
  return text.length;
}
