import { createHash } from 'node:crypto';
import { encode, toBytes } from '@atcute/cbor';
import { type Cid, CODEC_DCBOR, fromDigest, toCidLink } from '@atcute/cid';
import { joined } from '../../../../core/sources/car/blocks.ts';
import { JO, recordOf } from '../bluesky/answers.ts';

/** Node's own: much is hashed to make a repository of many records. */
const sha256 = (bytes: Uint8Array) => Uint8Array.from(createHash('sha256').update(bytes).digest());

/** Records by their keys, `collection/key`. */
export type Records = Readonly<Record<string, unknown>>;

export interface MadeBlock {
  readonly cid: Cid;
  readonly bytes: Uint8Array;
}

export const POSTS = 'app.bsky.feed.post/';
export const PROFILE = 'app.bsky.actor.profile/self';
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';
/** A key with nothing but the time in it, as those of Bluesky are. */
export const keyOf = (index: number) =>
  `3l${[...index.toString(32).padStart(11, '0')].map((digit) => DIGITS[Number.parseInt(digit, 32)]).join('')}`;

export const profile = {
  $type: 'app.bsky.actor.profile',
  displayName: 'Jo Test',
  description: 'Reads reports.',
  createdAt: '2023-11-01T12:00:00.000Z',
};

export const likeOf = (index: number) => ({
  $type: 'app.bsky.feed.like',
  subject: {
    cid: 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a',
    uri: `at://did:plc:sam3456789abcdefghijklmn/app.bsky.feed.post/${keyOf(index)}`,
  },
  createdAt: '2026-01-05T10:00:00.000Z',
});

/** So many posts and twice as many likes, and a profile. */
export function manyRecords(posts: number): Records {
  const numbers = Array.from({ length: posts }, (_, index) => index);
  return Object.fromEntries([
    [PROFILE, profile],
    ...numbers.map((index) => [POSTS + keyOf(index), recordOf({ text: `Post ${index}` })]),
    ...[...numbers, ...numbers].map((_, index) => [`app.bsky.feed.like/${keyOf(index)}`, likeOf(index)]),
  ]);
}

/** A repository as a server exports it: the commit first, then the tree and the records in the order of their CIDs. */
export function makeCar(records: Records, more: { readonly did?: string } = {}): Uint8Array {
  const blocks = makeBlocks(records, more);
  return writeCar(blocks);
}

/** The commit first. */
export function makeBlocks(records: Records, { did = JO }: { readonly did?: string } = {}): readonly MadeBlock[] {
  const entries = Object.entries(records).map(([key, record]) => ({
    key,
    block: makeBlock(record),
    layer: layerOf(key),
  }));
  const nodes = new Map<string, MadeBlock>();
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const highest = entries.reduce((most, { layer }) => Math.max(most, layer), 0);
  const top = makeNode(sorted, highest, nodes);
  const commit = makeCommit(top.cid, did);
  const others = [...entries.map(({ block }) => block), ...nodes.values()];
  const byCid = new Map(others.map((block) => [toCidLink(block.cid).$link, block]));
  return [commit, ...[...byCid].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, block]) => block)];
}

export function makeCommit(tree: Cid, did: string = JO): MadeBlock {
  return makeBlock({
    version: 3,
    did,
    data: toCidLink(tree),
    rev: '3l2222222222a',
    prev: null,
    sig: toBytes(new Uint8Array(64)),
  });
}

export function makeBlock(value: unknown): MadeBlock {
  return blockOf(encode(value));
}

export function blockOf(bytes: Uint8Array): MadeBlock {
  return { cid: fromDigest(CODEC_DCBOR, sha256(bytes)), bytes };
}

export function writeCar(blocks: readonly MadeBlock[], roots = blocks.slice(0, 1)): Uint8Array {
  const header = encode({ version: 1, roots: roots.map(({ cid }) => toCidLink(cid)) });
  const parts = [header, ...blocks.map(({ cid, bytes }) => joined([cid.bytes, bytes]))];
  return joined(parts.flatMap((part) => [lengthOf(part.length), part]));
}

/** A varint. */
export function lengthOf(length: number): Uint8Array {
  const bytes: number[] = [];
  let rest = length;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Uint8Array.from([...bytes, rest]);
}

interface TreeEntry {
  readonly key: string;
  readonly block: MadeBlock;
  readonly layer: number;
}

/** https://atproto.com/specs/repository: a part of the tree holds the keys of its layer, and links to what is between. */
function makeNode(entries: readonly TreeEntry[], layer: number, nodes: Map<string, MadeBlock>): MadeBlock {
  const own = entries.flatMap((entry, index) => (entry.layer === layer ? [index] : []));
  const between = [-1, ...own].map((start, index) => entries.slice(start + 1, own[index] ?? entries.length));
  const [left = null, ...next] = between.map((part) =>
    part.length === 0 ? null : toCidLink(makeNode(part, layer - 1, nodes).cid),
  );
  let last = '';
  const e = own.map((at, index) => {
    const { key, block } = entries[at] as TreeEntry;
    const shared = sharedLength(last, key);
    last = key;
    return {
      p: shared,
      k: toBytes(new TextEncoder().encode(key.slice(shared))),
      v: toCidLink(block.cid),
      t: next[index] ?? null,
    };
  });
  const node = makeBlock({ l: left, e });
  nodes.set(toCidLink(node.cid).$link, node);
  return node;
}

/** Pairs of zeros that the hash of a key begins with. */
function layerOf(key: string): number {
  return Math.floor(Math.clz32(new DataView(sha256(new TextEncoder().encode(key)).buffer).getUint32(0)) / 2);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
