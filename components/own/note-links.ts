/** A stretch of a note; what is an address leads there. */
export interface NotePiece {
  /** UTF-16 offset in the note. */
  readonly start: number;
  readonly text: string;
  readonly address: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»`。、，；：！？（）—\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
/** What ends a sentence, or markup, rather than an address; a bracket does where none was opened within for it. */
const BEHIND = /[.,;:!?'’…*_|]+$/u;

/** A note in pieces that together are its text. */
export function findLinks(note: string): readonly NotePiece[] {
  const pieces: NotePiece[] = [];
  let start = 0;
  const add = (end: number, address: string | null) => {
    if (end > start) pieces.push({ start, text: note.slice(start, end), address });
    start = end;
  };
  for (const { index, 0: found } of note.matchAll(ADDRESS)) {
    const shown = trimEnd(found);
    if (!URL.canParse(shown)) continue;
    add(index, null);
    add(index + shown.length, new URL(shown).href);
  }
  add(note.length, null);
  return pieces;
}

function trimEnd(found: string): string {
  let shown = found;
  for (;;) {
    const before = shown;
    shown = shown.replace(BEHIND, '');
    if (shown.endsWith(')') && count(shown, '(') < count(shown, ')')) shown = shown.slice(0, -1);
    if (shown.endsWith(']') && count(shown, '[') < count(shown, ']')) shown = shown.slice(0, -1);
    if (shown === before) return shown;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
