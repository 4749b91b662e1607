import { Damage } from './damage.ts';

/** Writes a number from 0 on in bytes of seven bits, the lowest first (https://en.wikipedia.org/wiki/LEB128). */
export function pushNumber(bytes: number[], number: number): void {
  let left = number;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}

/** Writes a number that may be below 0; small ones of either sign are short. */
export function pushSigned(bytes: number[], number: number): void {
  pushNumber(bytes, number < 0 ? -2 * number - 1 : 2 * number);
}

/** Reads numbers from bytes, one after another; behind the last one it throws. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private at: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    if (!(bytes instanceof Uint8Array) || end > bytes.length) throw new Damage('bytes are missing');
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  number(): number {
    let number = 0;
    for (let scale = 1; this.at < this.end; scale *= 128) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      if (byte < 128) return number + byte * scale;
      number += (byte - 128) * scale;
    }
    throw new Damage('bytes end within a number');
  }

  signed(): number {
    const number = this.number();
    return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
  }
}
