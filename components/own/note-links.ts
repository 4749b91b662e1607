/** A stretch of a note; what is an address leads there. */
export interface NotePiece {
  /** UTF-16 offset in the note. */
  readonly start: number;
  readonly text: string;
  readonly address: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"“”]+/giu;
/** What ends a sentence rather than an address; a bracket does where none was opened within. */
const BEHIND = /[.,;:!?'’…]+$/u;

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
    if (shown.endsWith(')') && !shown.includes('(')) shown = shown.slice(0, -1);
    if (shown.endsWith(']') && !shown.includes('[')) shown = shown.slice(0, -1);
    if (shown === before) return shown;
  }
}
