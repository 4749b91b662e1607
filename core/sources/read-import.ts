import { fail, type Result, succeed } from '../result.ts';
import { readJsonFile } from './bluesky/read-json-file.ts';
import { MOST_CAR_BYTES } from './car/car-check.ts';
import { readCar } from './car/read-car.ts';
import type { FoundPosts } from './found-posts.ts';
import { type ImportFault, ImportRefusal } from './import-state.ts';

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
    const kind = kindOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
    const most = MOST_BYTES[kind];
    if (file.size > most) return fail({ kind: 'too-big', place: { kind: 'byte', byte: most } });
    if (kind === 'car') return asPosts(await readCar(file.stream(), onProgress));
    const text = await readText(file, (bytes) => onProgress(bytes, 0));
    return kind === 'json' ? asPosts(readJsonFile(text)) : succeed({ kind, text });
  } catch (error) {
    return fail(error instanceof ImportRefusal ? error.fault : { kind: 'unreadable', place: null });
  }
}

export function kindOf(head: Uint8Array): FileKind {
  if (CAR.test(new TextDecoder('latin1').decode(head.subarray(0, 16)))) return 'car';
  return /^\s*[[{]/.test(new TextDecoder().decode(head)) ? 'json' : 'text';
}

function asPosts(found: Result<FoundPosts, ImportFault>): Result<FoundInFile, ImportFault> {
  return found.ok ? succeed({ kind: 'posts', ...found.value }) : found;
}

/** The text of a file, without a byte order mark. Throws an ImportRefusal where it is no UTF-8. */
async function readText(file: Blob, onProgress: (bytes: number) => void): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  let text = '';
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += decodePiece(decoder, piece.value);
    bytes += piece.value.length;
    onProgress(bytes);
  }
  return text + decodePiece(decoder, undefined);
}

function decodePiece(decoder: TextDecoder, piece: Uint8Array | undefined): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new ImportRefusal('foreign');
  }
}
