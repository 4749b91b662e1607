import { MAX_TEXT_LENGTH, MAX_WORDS } from '../../core/protocol/bearing-forms.ts';
import type { Steps } from '../../core/steps.ts';
import { piecesOf } from '../../core/text/pieces.ts';

/** A block of a page's text, and where the page has it. */
export interface Block {
  /** As it stands in the tree. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Whether it stands beside the running text: in a menu, a heading, a footer. */
  readonly isAside: boolean;
}

/** A text of the page, and where in the block it begins; null for the space that a line break is. */
interface Piece {
  readonly node: Text | null;
  readonly start: number;
}

/** What of a page is read. */
export interface PageText {
  readonly blocks: readonly Block[];
  readonly words: number;
  /** Whether there is more of it. */
  readonly isCut: boolean;
  readonly hasFrames: boolean;
}

/** Collects blocks until there is as much as is looked through. */
export interface Blocks {
  /** A step is a piece of a long text. */
  add(node: Text, isAside: boolean): Steps<void>;
  /** A line ends; a second one ends the block. */
  addBreak(): void;
  /** The block ends. */
  close(): void;
  isFull(): boolean;
  read(): Omit<PageText, 'hasFrames'>;
}

export function createBlocks(): Blocks {
  const blocks: Block[] = [];
  let pieces: Piece[] = [];
  let text = '';
  let isAsideNow = false;
  let length = 0;
  let words = 0;
  let isCut = false;

  const close = () => {
    if (/\S/.test(text)) blocks.push({ text, pieces, isAside: isAsideNow });
    pieces = [];
    text = '';
  };
  return {
    *add(node, isAside) {
      const { data } = node;
      if (isCut || data === '') return;
      isAsideNow = isAside;
      pieces.push({ node, start: text.length });
      for (const { start, end } of piecesOf(data)) {
        const room = { length: MAX_TEXT_LENGTH - length, words: MAX_WORDS - words };
        const part = fitting(data.slice(start, end), room);
        text += part.text;
        length += part.text.length;
        words += part.words;
        isCut = part.text.length < end - start;
        if (isCut) return;
        if (end < data.length) yield;
      }
    },
    addBreak() {
      if (pieces.at(-1)?.node === null) return close();
      if (text === '') return;
      pieces.push({ node: null, start: text.length });
      text += ' ';
      length += 1;
    },
    close,
    isFull: () => isCut,
    read() {
      close();
      return { blocks, words, isCut };
    },
  };
}

/** As much of a text as there is room for. */
function fitting(text: string, room: { readonly length: number; readonly words: number }) {
  const cut = text.slice(0, room.length);
  let words = 0;
  for (const { index } of cut.matchAll(/\S+/g)) {
    if (words === room.words) return { text: cut.slice(0, index), words };
    words += 1;
  }
  return { text: cut, words };
}

/** A stretch of the page from one place in its blocks to another; null where the page has changed since. */
export function rangeOf(
  blocks: readonly Block[],
  start: { readonly block: number; readonly offset: number },
  end: { readonly block: number; readonly offset: number },
): Range | null {
  const first = pointAt(blocks[start.block], start.offset);
  const last = pointAt(blocks[end.block], end.offset - 1);
  if (first === null || last === null) return null;
  const range = new Range();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  // What does not lie in one tree has no stretch between.
  return range.collapsed || range.startContainer !== first.node ? null : range;
}

function pointAt(block: Block | undefined, offset: number): { readonly node: Text; readonly offset: number } | null {
  if (block === undefined) return null;
  const place = block.pieces.findLastIndex(({ start }) => start <= offset);
  const { node = null, start = 0 } = block.pieces[place] ?? {};
  const end = block.pieces[place + 1]?.start ?? block.text.length;
  if (node === null || offset < 0 || offset >= end) return null;
  const isThere = node.isConnected && node.data.startsWith(block.text.slice(start, end));
  return isThere ? { node, offset: offset - start } : null;
}
