import { fail, type Result, succeed } from '../result.ts';
import { readJsonFile } from './bluesky/read-json-file.ts';
import { MOST_CAR_BYTES } from './car/car-check.ts';
import { readCar } from './car/read-car.ts';
import type { FoundPosts } from './found-posts.ts';
import { type ImportFault, ImportRefusal } from './import-state.ts';
import { readTextPage } from './text-page/read-text-page.ts';

/** What a file holds: posts with their addresses, or what may be a page that was saved as text. */
export type FoundInFile = ({ readonly kind: 'posts' } & FoundPosts) | { readonly kind: 'text'; readonly text: string };

type FileKind = 'car' | 'json' | 'text';

/** Bytes of a file that are read. */
const MOST_BYTES: Readonly<Record<FileKind, number>> = { car: MOST_CAR_BYTES, json: 64_000_000, text: 10_000_000 };
/** Bytes at the beginning of a file that its kind is known by. */
const HEAD = 1_000;
/** A map of two, the first of which is `roots`; its length stands before it. */
const CAR = /^[\s\S]{1,2}\xa2eroots/;

/**
 * Reads a file that a reader chose, of whichever kind it is: its content says that, not its name. Nothing is given of a file
 * that is not sound to its end. `onProgress` hears how many bytes and posts have been read. Never rejects.
 */
export async function readImport(
  file: Blob,
  onProgress: (bytes: number, posts: number) => void,
): Promise<Result<FoundInFile, ImportFault>> {
  try {
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    const kind = kindOf(head);
    const most = MOST_BYTES[kind];
    if (file.size > most) return fail({ kind: 'too-big', place: { kind: 'byte', byte: most } });
    if (kind === 'car') return asPosts(await readCar(file.stream(), onProgress));
    const text = await readText(file, encodingOf(head), (bytes) => onProgress(bytes, 0));
    if (kind === 'text') return succeed({ kind, text });
    const found = asPosts(readJsonFile(text));
    // A person may be called "[Ben]".
    return !found.ok && file.size <= MOST_BYTES.text && readTextPage(text).ok ? succeed({ kind: 'text', text }) : found;
  } catch (error) {
    return fail(error instanceof ImportRefusal ? error.fault : { kind: 'unreadable', place: null });
  }
}

export function kindOf(head: Uint8Array): FileKind {
  if (CAR.test(new TextDecoder('latin1').decode(head.subarray(0, 16)))) return 'car';
  return /^\s*[[{]/.test(new TextDecoder(encodingOf(head)).decode(head)) ? 'json' : 'text';
}

/** As the mark at the beginning of a file says it; without one all is UTF-8. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function asPosts(found: Result<FoundPosts, ImportFault>): Result<FoundInFile, ImportFault> {
  return found.ok ? succeed({ kind: 'posts', ...found.value }) : found;
}

/** The text of a file, without a byte order mark. Throws an ImportRefusal where it is not in its encoding, with the place. */
async function readText(file: Blob, encoding: string, onProgress: (bytes: number) => void): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const reader = file.stream().getReader();
  let text = '';
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += decodePiece(decoder, piece.value, bytes);
    bytes += piece.value.length;
    onProgress(bytes);
  }
  return text + decodePiece(decoder, null, bytes);
}

/** `from`: how many bytes stand before the piece; null for the end of the file. */
function decodePiece(decoder: TextDecoder, piece: Uint8Array | null, from: number): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    const byte = from + (piece === null ? 0 : goodBytes(piece, decoder.encoding));
    // What is no text from its first byte on is something else.
    throw new ImportRefusal('foreign', byte === 0 ? null : { kind: 'byte', byte });
  }
}

/** How many bytes of a piece can be read; what it begins with may be the end of a letter, and be what cannot. */
function goodBytes(piece: Uint8Array, encoding: string): number {
  const begun = encoding === 'utf-8' ? piece.findIndex((byte) => (byte & 0xc0) !== 0x80) : 0;
  const own = piece.subarray(Math.max(begun, 0));
  if (isReadable(own, encoding)) return 0;
  let [good, bad] = [0, own.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isReadable(own.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return piece.length - own.length + good;
}

function isReadable(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
