/**
 * Why nothing of a file was imported.
 * `unreadable`: the browser cannot read it; `too-big`: it is larger, or has more parts, than is read; `foreign`: nothing
 * that holds posts; `unexpected`: a text or JSON with something else than it has there; `cut`: it ends too early;
 * `damaged`: a part is not what it says it is;
 * `partial`: only a part of a repository was saved in it; `no-posts`: it has none that can be shown; `signed-in-only`: its
 * account asks not to be shown to who is not signed in; `not-stored`: the browser keeps nothing; `failed`: the background
 * was cut off or did not answer.
 */
export type ImportFaultKind =
  | 'unreadable'
  | 'too-big'
  | 'foreign'
  | 'unexpected'
  | 'cut'
  | 'damaged'
  | 'partial'
  | 'no-posts'
  | 'signed-in-only'
  | 'not-stored'
  | 'failed';

/** Where in a file: bytes count from 0, lines and columns (in UTF-16 units) from 1; a record is named as `collection/key`. */
export type ImportPlace =
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'record'; readonly key: string }
  | { readonly kind: 'line'; readonly line: number; readonly column: number }
  /** A part of JSON, as `[2].feed[0].post`. */
  | { readonly kind: 'field'; readonly path: string };

export interface ImportFault {
  readonly kind: ImportFaultKind;
  /** Null where that says nothing. */
  readonly place: ImportPlace | null;
}

/** How far a file has been taken in, or what became of it. */
export type ImportState =
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly bytes: number;
      /** Bytes of the file. */
      readonly total: number;
      /** Posts found so far. */
      readonly posts: number;
    }
  /** The whole file is read and sound; so many of its posts are handed over. */
  | { readonly kind: 'storing'; readonly name: string; readonly posts: number; readonly of: number }
  | { readonly kind: 'failed'; readonly name: string; readonly fault: ImportFault }
  | ({ readonly kind: 'done'; readonly name: string } & Imported);

/** What came of a file. */
export interface Imported {
  /** Null where they were not counted, as in a text. */
  readonly posts: number | null;
  /** How many posts of the file were not taken: they cannot be read, are not for everybody to see, or are somebody else's. */
  readonly leftOut: number;
}

/** Ends the reading of a file. */
export class ImportRefusal extends Error {
  readonly fault: ImportFault;

  constructor(kind: ImportFaultKind, place: ImportPlace | null = null) {
    super(kind);
    this.fault = { kind, place };
  }
}
