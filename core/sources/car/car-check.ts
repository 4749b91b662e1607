import { decode } from '@atcute/cbor';
import { decode as decodeCid, toString as writeCid } from '@atcute/cid';
import { isCommit } from '@atcute/repo';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Did } from '../../model/ids.ts';
import { fieldOf, typeOf } from '../bluesky/fields.ts';
import { readDid } from '../bluesky/names.ts';
import { ImportRefusal } from '../import-state.ts';
import { type Block, BlockCutter, joined } from './blocks.ts';
import { isBounded } from './bounded.ts';

/** Bytes of a file that are read. */
export const MOST_CAR_BYTES = 200_000_000;
/** Blocks of a file: of 30,000 records there are 36,000, in 10 MB. */
const MOST_BLOCKS = 1_500_000;
const READ = new Set<unknown>(['app.bsky.feed.post', 'app.bsky.actor.profile']);

/**
 * What stands between a CAR file and the library that reads it, which trusts what it reads: it makes room for any length,
 * takes any bytes for what a CID names, and goes through a part of the tree as often as it is linked to. Here each block is
 * checked before it is handed on, and what holds neither the tree nor a post or a profile is not.
 */
export class CarCheck implements Transformer<Uint8Array, Uint8Array> {
  /** The CIDs of all blocks. */
  readonly seen = new Set<string>();
  /** Whose repository it is; null until its commit was read. */
  did: Did | null = null;
  bytes = 0;
  posts = 0;
  readonly #cutter = new BlockCutter();
  readonly #onProgress: (bytes: number, posts: number) => void;
  #root: string | null = null;
  /** The parts of the tree that others link to. */
  readonly #linked = new Set<string>();

  constructor(onProgress: (bytes: number, posts: number) => void) {
    this.#onProgress = onProgress;
  }

  transform(piece: Uint8Array, controller: TransformStreamDefaultController<Uint8Array>): void {
    this.bytes += piece.length;
    if (this.bytes > MOST_CAR_BYTES) throw new ImportRefusal('too-big', { kind: 'byte', byte: MOST_CAR_BYTES });
    const read: Uint8Array[] = [];
    for (const part of this.#cutter.cut(piece)) {
      const isRead = 'header' in part ? this.#readHeader(part.header) : this.#readBlock(part);
      if (isRead) read.push(part.whole);
    }
    // A copy, so that the rest of the piece can go.
    if (read.length > 0) controller.enqueue(joined(read));
    this.#onProgress(this.bytes, this.posts);
  }

  flush(): void {
    this.#cutter.end();
  }

  #readHeader(header: Uint8Array): boolean {
    const value = isBounded(header) ? decodeOr(header, null) : null;
    const roots = fieldOf(value, 'roots');
    this.#root = linkIn(Array.isArray(roots) ? roots[0] : null);
    if (fieldOf(value, 'version') !== 1 || this.#root === null)
      throw new ImportRefusal('foreign', { kind: 'byte', byte: 0 });
    return true;
  }

  /** Whether a block is to be read, and was not before. */
  #readBlock(block: Block): boolean {
    const cid = readCid(block);
    if (this.seen.has(cid)) return false;
    if (this.seen.size === MOST_BLOCKS) throw new ImportRefusal('too-big', placeOf(block));
    this.seen.add(cid);
    const value = isBounded(block.bytes) ? decodeOr(block.bytes, undefined) : undefined;
    if (value === undefined) throw new ImportRefusal('damaged', placeOf(block));
    if (cid === this.#root) return this.#readCommit(block, value);
    const entries = fieldOf(value, 'e');
    if (Array.isArray(entries)) return this.#readNode(block, [fieldOf(value, 'l'), ...entries.map(nextOf)]);
    if (typeOf(value) === 'app.bsky.feed.post') this.posts += 1;
    return READ.has(typeOf(value));
  }

  #readCommit(block: Block, commit: unknown): boolean {
    this.did = isCommit(commit) ? readDid(commit.did) : null;
    if (this.did === null) throw new ImportRefusal('foreign', placeOf(block));
    return true;
  }

  /** A part of the tree is linked to from one place only, as no two of its records have the same key. */
  #readNode(block: Block, links: readonly unknown[]): boolean {
    for (const link of links.map(linkIn)) {
      if (link === null) continue;
      if (this.#linked.has(link)) throw new ImportRefusal('damaged', placeOf(block));
      this.#linked.add(link);
    }
    return true;
  }
}

/** The CID of a block, of which its bytes are what it says they are. */
function readCid(block: Block): string {
  const cid = decodeCidOr(block.cid);
  const digest = sha256(block.bytes);
  if (!cid?.digest.contents.every((byte, index) => byte === digest[index]))
    throw new ImportRefusal('damaged', placeOf(block));
  return writeCid(cid);
}

function decodeCidOr(bytes: Uint8Array) {
  try {
    return decodeCid(bytes);
  } catch {
    return null;
  }
}

function decodeOr<Other>(bytes: Uint8Array, other: Other): unknown {
  try {
    return decode(bytes);
  } catch {
    return other;
  }
}

function nextOf(entry: unknown): unknown {
  return fieldOf(entry, 't');
}

function linkIn(value: unknown): string | null {
  const link = fieldOf(value, '$link');
  return typeof link === 'string' ? link : null;
}

function placeOf({ at }: Block) {
  return { kind: 'byte', byte: at } as const;
}
