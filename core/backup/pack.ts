import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type BackupHead,
  type BackupItems,
  closingLine,
  EMPTY_COUNTS,
  footLine,
  type Hashes,
  headLine,
  MOST_BYTES,
  openingLine,
  SECTIONS,
  type Section,
} from './format.ts';

/** Gives the items of each section as they are read, many at once. */
export type BackupSource = {
  readonly [Name in Section]: () => AsyncIterable<readonly BackupItems[Name][]>;
};

/** A backup became larger than is read again. */
export class BackupTooBig extends Error {}

/** A backup's text as UTF-8, in pieces; no more than one batch of items is held at a time. */
async function* writePieces(head: BackupHead, source: BackupSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const first = utf8ToBytes(`${headLine(head)}\n`) as Uint8Array<ArrayBuffer>;
  yield first;
  const hashes: Record<string, string> = { head: bytesToHex(sha256(first)) };
  const counts: Record<Section, number> = { ...EMPTY_COUNTS };
  for (const section of SECTIONS) {
    const hash = sha256.create();
    yield bytesOf(`${openingLine(section)}\n`);
    for await (const items of source[section]()) {
      if (items.length === 0) continue;
      const lines = bytesOf(items.map((item, at) => separator(counts[section] + at) + JSON.stringify(item)).join(''));
      counts[section] += items.length;
      hash.update(lines);
      yield lines;
    }
    const end = counts[section] === 0 ? '' : '\n';
    hash.update(bytesOf(end));
    hashes[section] = bytesToHex(hash.digest());
    yield bytesOf(`${end}${closingLine(section)}\n`);
  }
  yield bytesOf(`${footLine(counts, hashes as Hashes)}\n`);
}

function separator(place: number): string {
  return place === 0 ? '' : ',\n';
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return utf8ToBytes(text) as Uint8Array<ArrayBuffer>;
}

/** The file, packed. Rejects with BackupTooBig where it would not be read again, and where the source does. */
export async function packBackup(head: BackupHead, source: BackupSource): Promise<Blob> {
  const pieces = writePieces(head, source);
  let total = 0;
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) return controller.close();
      total += piece.value.length;
      if (total > MOST_BYTES) throw new BackupTooBig();
      controller.enqueue(piece.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(text.pipeThrough(new CompressionStream('gzip'))).blob();
}
