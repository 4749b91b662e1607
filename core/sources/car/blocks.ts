import { ImportRefusal } from '../import-state.ts';

/** A part of a CAR file: what a CID names. */
export interface Block {
  readonly cid: Uint8Array;
  readonly bytes: Uint8Array;
  /** The block as it stands in the file, with its length. */
  readonly whole: Uint8Array;
  /** Bytes before it in the file. */
  readonly at: number;
}

/** https://dasl.ing/car.html: a CID of the only kind that there is: version, codec, hash and its length, hash. */
export const CID_LENGTH = 36;
/** Bytes of a record or a part of the tree: twice what the network lets through. */
const MAX_BLOCK = 2_000_000;
const MAX_HEADER = 4_096;
/** Bytes of a length: more than 2 MB are not asked for. */
const MAX_LENGTH_BYTES = 4;

/** Cuts a CAR file into its header and its blocks, however the file comes in pieces. */
export class BlockCutter {
  #rest: Uint8Array = new Uint8Array();
  /** Bytes before the rest. */
  #at = 0;
  #isHeaderRead = false;

  /** The header, once, and the blocks that end in a piece. Throws an ImportRefusal where the file is none. */
  *cut(piece: Uint8Array): Generator<{ readonly header: Uint8Array; readonly whole: Uint8Array } | Block> {
    const bytes = this.#rest.length === 0 ? piece : joined([this.#rest, piece]);
    let at = 0;
    for (let part = this.#partAt(bytes, at); part !== null; part = this.#partAt(bytes, at)) {
      const whole = bytes.subarray(at, part.end);
      const content = bytes.subarray(part.start, part.end);
      yield this.#isHeaderRead
        ? { cid: content.subarray(0, CID_LENGTH), bytes: content.subarray(CID_LENGTH), whole, at: this.#at + at }
        : { header: content, whole };
      this.#isHeaderRead = true;
      at = part.end;
    }
    // A copy, so that the piece can go.
    this.#rest = bytes.slice(at);
    this.#at += at;
  }

  /** Throws an ImportRefusal where the file ends within a block. */
  end(): void {
    const length = this.#at + this.#rest.length;
    if (this.#rest.length > 0 || !this.#isHeaderRead) throw new ImportRefusal('cut', { kind: 'byte', byte: length });
  }

  /** Where the header or block that begins there has its content; null where its end has not come yet. */
  #partAt(bytes: Uint8Array, at: number): { readonly start: number; readonly end: number } | null {
    const [least, most] = this.#isHeaderRead ? [CID_LENGTH, MAX_BLOCK] : [1, MAX_HEADER];
    let length = 0;
    for (let index = 0; at + index < bytes.length; index++) {
      const byte = bytes[at + index] ?? 0;
      length += (byte & 0x7f) * 2 ** (7 * index);
      if (index === MAX_LENGTH_BYTES || length > most) throw this.#refusedAt(at);
      if (byte >= 0x80) continue;
      if (length < least) throw this.#refusedAt(at);
      const start = at + index + 1;
      return start + length <= bytes.length ? { start, end: start + length } : null;
    }
    return null;
  }

  #refusedAt(at: number): ImportRefusal {
    return new ImportRefusal(this.#isHeaderRead ? 'damaged' : 'foreign', { kind: 'byte', byte: this.#at + at });
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
