import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel, 0 to 255 each. */
  at(x: number, y: number): readonly [number, number, number];
}

/** Reads what browsers give as a screenshot: eight bits a channel, with or without alpha, not interlaced. https://www.w3.org/TR/png-3/ */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const parts: Buffer[] = [];
  let header = Buffer.alloc(13);
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (name === 'IHDR') header = Buffer.from(content);
    if (name === 'IDAT') parts.push(content);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header.readUInt8(9)];
  if (channels === undefined || header.readUInt8(8) !== 8 || header.readUInt8(12) !== 0) throw new Error('another PNG');
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels);
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * channels;
      return [pixels[start] ?? 0, pixels[start + 1] ?? 0, pixels[start + 2] ?? 0];
    },
  };
}

/** Each line is written as the difference from a guess, and begins with the number of the way in which that is made. */
function unfilter(lines: Uint8Array, length: number, channels: number): Uint8Array {
  const count = lines.length / (length + 1);
  const pixels = new Uint8Array(count * length);
  for (let line = 0; line < count; line += 1) {
    const way = lines[line * (length + 1)];
    for (let index = 0; index < length; index += 1) {
      const to = line * length + index;
      const left = index < channels ? 0 : (pixels[to - channels] ?? 0);
      const above = line === 0 ? 0 : (pixels[to - length] ?? 0);
      const aslant = index < channels || line === 0 ? 0 : (pixels[to - length - channels] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, closest(left, above, aslant)][way ?? 0] ?? 0;
      pixels[to] = (lines[line * (length + 1) + 1 + index] ?? 0) + guess;
    }
  }
  return pixels;
}

function closest(left: number, above: number, aslant: number): number {
  const guess = left + above - aslant;
  const [byLeft, byAbove, byAslant] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - aslant)];
  if (byLeft <= byAbove && byLeft <= byAslant) return left;
  return byAbove <= byAslant ? above : aslant;
}
