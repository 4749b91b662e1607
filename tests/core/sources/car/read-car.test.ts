import { encode, toBytes } from '@atcute/cbor';
import { toCidLink } from '@atcute/cid';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined } from '../../../../core/sources/car/blocks.ts';
import { CarCheck } from '../../../../core/sources/car/car-check.ts';
import { readCar } from '../../../../core/sources/car/read-car.ts';
import { processorTime } from '../../../processor-time.ts';
import { JO, recordOf, uriOf } from '../bluesky/answers.ts';
import {
  blockOf,
  keyOf,
  lengthOf,
  likeOf,
  type MadeBlock,
  makeBlock,
  makeBlocks,
  makeCar,
  makeCommit,
  manyRecords,
  POSTS,
  PROFILE,
  profile,
  writeCar,
} from './made-car.ts';

const few = manyRecords(6);
const car = makeCar(few);
const uris = [0, 1, 2, 3, 4, 5].map((index) => uriOf(keyOf(index)));

test('a repository gives its posts, and whose they are', async () => {
  const read = await readPieces([car]);
  expect(read).toMatchObject({
    account: {
      did: JO,
      isWhole: true,
      profile: { displayName: 'Jo Test', handle: JO, bio: 'Reads reports.', joined: '2023-11-01', posts: null },
    },
    count: 6,
  });
  const posts = 'posts' in read ? read.posts.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)) : [];
  expect(posts.map(({ uri }) => uri)).toEqual(uris);
  expect(posts[0]).toMatchObject({
    cid: cidOf(makeBlock(few[POSTS + keyOf(0)])),
    post: { uri: uris[0], text: 'Post 0', author: { did: JO, handle: JO, displayName: 'Jo Test' }, isRepost: false },
  });
});

test('an account that says nothing of itself is called by its DID', async () => {
  const { [PROFILE]: _, ...records } = few;
  expect(await readPieces([makeCar(records)])).toMatchObject({
    account: { profile: { displayName: JO, handle: JO, bio: null, joined: null } },
  });
});

test('it is read alike in whatever pieces, and in whatever order its blocks come', async () => {
  const whole = await readPieces([car]);
  const [commit, ...blocks] = makeBlocks(few) as [MadeBlock, ...MadeBlock[]];
  const order = fc.shuffledSubarray([commit, ...blocks], { minLength: blocks.length + 1 });
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 400 }), async (shuffled, length) => {
      const shuffledCar = writeCar(shuffled, [commit]);
      expect(sorted(await readPieces(piecesOf(shuffledCar, length)))).toEqual(sorted(whole));
    }),
    { numRuns: 100 },
  );
});

test('a post that stands under two keys is two posts, and a block that comes twice is one', async () => {
  const record = recordOf({ text: 'Again' });
  const records = { ...few, [POSTS + keyOf(6)]: record, [POSTS + keyOf(2_000)]: record };
  const blocks = makeBlocks(records);
  const [commit] = blocks as [MadeBlock];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...blocks], { minLength: blocks.length }), async (shuffled) => {
      expect(await readPieces([writeCar([...shuffled, ...blocks], [commit])])).toMatchObject({ count: 8 });
    }),
    { numRuns: 50 },
  );
});

test('an account that is not to be shown to who is not signed in is refused', async () => {
  const labels = { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: '!no-unauthenticated' }] };
  expect(await readPieces([makeCar({ ...few, [PROFILE]: { ...profile, labels } })])).toEqual({
    kind: 'signed-in-only',
    place: { kind: 'record', key: PROFILE },
  });
});

test.each([
  ['likes only', { [PROFILE]: profile, [`app.bsky.feed.like/${keyOf(1)}`]: likeOf(1) }],
  ['nothing', {}],
  ['a post that is none', { [POSTS + keyOf(1)]: likeOf(1), [POSTS + keyOf(2)]: recordOf({ createdAt: 'x' }) }],
])('a repository with %s has no posts', async (_, records) => {
  expect(await readPieces([makeCar(records)])).toEqual({ kind: 'no-posts', place: null });
});

test('wherever a file is cut, it is said where it ends, or that a part of the repository is missing', async () => {
  const blocks = makeBlocks(manyRecords(2));
  const whole = writeCar(blocks);
  const ends = endsIn(blocks);
  for (let length = 0; length < whole.length; length++)
    expect(await readPieces([whole.subarray(0, length)])).toMatchObject(
      ends.has(length) ? { kind: 'partial' } : { kind: 'cut', place: { kind: 'byte', byte: length } },
    );
}, 30_000);

test('no byte can be another without being found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(car.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const damaged = car.map((byte, index) => (index === at ? byte ^ change : byte));
      expect(await readPieces([damaged])).toMatchObject({
        kind: expect.stringMatching(/^(?:foreign|damaged|cut|partial)$/),
      });
    }),
    { numRuns: 2_000 },
  );
}, 30_000);

test('a damaged record is found where its block begins', async () => {
  const blocks = makeBlocks(few);
  const before = writeCar(blocks.slice(0, 5)).length;
  const damaged = car.map((byte, index) => (index === before + 45 ? byte ^ 1 : byte));
  expect(await readPieces([damaged])).toEqual({ kind: 'damaged', place: { kind: 'byte', byte: before } });
});

test.each([
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['a text', new TextEncoder().encode('Ben Paxton writes about reports. '.repeat(9))],
  ['zeros', new Uint8Array(100)],
  ['a huge header', joined([lengthOf(2 ** 50), new Uint8Array(100)])],
  ['another version', carWith({ version: 2, roots: [toCidLink(makeBlock({}).cid)] })],
  ['no root', carWith({ version: 1, roots: [] })],
  ['no commit', writeCar([makeBlock({ $type: 'app.bsky.feed.post', text: 'x' })])],
  ['a commit of nobody', writeCar([makeCommit(makeBlock({ l: null, e: [] }).cid, 'jo.example')])],
])('%s is foreign', async (_, bytes) => {
  expect(await readPieces([bytes])).toMatchObject({ kind: 'foreign', place: { kind: 'byte' } });
});

test('an export of what has changed since is refused as a part', async () => {
  const blocks = makeBlocks(few);
  const key = POSTS + keyOf(3);
  const post = cidOf(makeBlock(few[key]));
  const kinds = blocks.map((block) => (isNode(block) ? 'node' : block === blocks[0] ? 'commit' : 'record'));
  for (const [index, block] of blocks.entries()) {
    const read = await readPieces([writeCar(blocks.toSpliced(index, 1), blocks.slice(0, 1))]);
    expect(read).toMatchObject({ kind: 'partial' });
    if (cidOf(block) === post) expect(read).toMatchObject({ place: { kind: 'record', key } });
    if (kinds[index] !== 'record') expect(read).toMatchObject({ place: null });
  }
  expect(new Set(kinds)).toEqual(new Set(['commit', 'node', 'record']));
  expect(await readPieces([writeCar([], blocks.slice(0, 1))])).toEqual({ kind: 'partial', place: null });
});

test.each([
  ['a length of many bytes', Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127)],
  ['a length without an end', new Uint8Array(1_000).fill(0x80)],
  ['a block of gigabytes', joined([lengthOf(2 ** 31), new Uint8Array(50)])],
  ['a block that is too short for a CID', joined([lengthOf(35), new Uint8Array(50)])],
])('%s is damage there', async (_, bytes) => {
  expect(await readPieces([joined([car, bytes])])).toEqual({
    kind: 'damaged',
    place: { kind: 'byte', byte: car.length },
  });
});

test('lists that promise more than there is are refused before room is made for them', async () => {
  // Each of 100,000 lists promises as many parts as there are bytes in the block: 600 GB.
  const lists = joined(Array.from({ length: 100_000 }, () => Uint8Array.of(0x9a, 0, 0x0c, 0, 0)));
  await expectDamage([blockOf(joined([lists, new Uint8Array(800_000)]))]);
});

test('what is nested a hundred thousand times is read as far as it is known', async () => {
  const [text, ...deep] = [encode(recordOf({ text: 'Deep' })), ...Array<Uint8Array>(100_000).fill(Uint8Array.of(0x81))];
  // A map of one more entry, with the shortest key of all, which comes first.
  const record = joined([
    Uint8Array.of((text?.[0] ?? 0) + 1, 0x61, 0x61),
    ...deep,
    Uint8Array.of(0xf6),
    text.subarray(1),
  ]);
  const post = blockOf(record);
  const node = makeBlock({ l: null, e: [entryOf(POSTS + keyOf(1), post)] });
  const read = await readPieces([writeCar([makeCommit(node.cid), node, post])]);
  expect(read).toMatchObject({ posts: [{ post: { text: 'Deep' } }] });
});

test('a tree whose branches meet is refused before it is gone through', async () => {
  let below = makeBlock({ l: null, e: [] });
  const nodes = [below];
  for (let level = 0; level < 60; level++) {
    const link = toCidLink(below.cid);
    below = makeBlock({ l: link, e: [{ ...entryOf(`app.bsky.feed.like/${keyOf(level)}`, below), t: link }] });
    nodes.unshift(below);
  }
  await expectDamage(nodes);
});

test('a tree that leads back into itself needs a CID that is not true', async () => {
  const claimed = makeBlock('another').cid;
  const node = makeBlock({ l: toCidLink(claimed), e: [] });
  await expectDamage([{ cid: claimed, bytes: node.bytes }]);
});

test('a record under a key that the tree has twice is damage', async () => {
  const [one, other] = [makeBlock(recordOf({ text: 'One' })), makeBlock(recordOf({ text: 'Other' }))];
  const key = POSTS + keyOf(1);
  const left = makeBlock({ l: null, e: [entryOf(key, one)] });
  const top = makeBlock({ l: toCidLink(left.cid), e: [entryOf(key, other)] });
  expect(await readPieces([writeCar([makeCommit(top.cid), top, left, one, other])])).toEqual({
    kind: 'damaged',
    place: { kind: 'record', key },
  });
});

test.each([
  ['a key that is none', [entryOf('a post', makeBlock(1))]],
  ['a key with more before it than there is', [{ ...entryOf(POSTS + keyOf(1), makeBlock(1)), p: 5 }]],
  ['keys that fall', [2, 1].map((index) => entryOf(POSTS + keyOf(index), makeBlock(1)))],
  ['an entry that is none', [null, 'x', { t: 1 }]],
])('a part of the tree with %s is damage', async (_, entries) => {
  const node = makeBlock({ l: null, e: entries });
  expect(await readPieces([writeCar([makeCommit(node.cid), node, makeBlock(1)])])).toEqual({
    kind: 'damaged',
    place: null,
  });
});

test('more than 200 MB are not read', () => {
  const check = new CarCheck(() => undefined);
  const transform = () => check.transform(new Uint8Array(200_000_001), { enqueue: expect.fail } as never);
  expect(transform).toThrow(expect.objectContaining({ fault: expect.objectContaining({ kind: 'too-big' }) }));
});

test('more than a million and a half blocks are not read', () => {
  const check = new CarCheck(() => undefined);
  Object.defineProperty(check.seen, 'size', { value: 1_500_000 });
  const transform = () => check.transform(car, { enqueue: expect.fail } as never);
  expect(transform).toThrow(expect.objectContaining({ fault: { kind: 'too-big', place: { kind: 'byte', byte: 59 } } }));
});

test('more blocks in one piece than a call takes arguments are read', async () => {
  const node = makeBlock({ l: null, e: [] });
  const posts = Array.from({ length: 150_000 }, (_, index) => makeBlock({ i: index, $type: 'app.bsky.feed.post' }));
  expect(await readPieces([writeCar([makeCommit(node.cid), node].concat(posts))])).toEqual({
    kind: 'no-posts',
    place: null,
  });
}, 30_000);

test('any bytes are read or refused', async () => {
  const [commit] = makeBlocks(few) as [MadeBlock];
  const cbor = fc.uint8Array({ maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(fc.array(cbor, { maxLength: 5 }), cbor, async (blocks, rest) => {
      const made = writeCar([commit, ...blocks.map((bytes) => blockOf(bytes))]);
      expect(await readPieces([joined([made, rest])])).toMatchObject({ kind: expect.any(String) });
    }),
    { numRuns: 1_000 },
  );
}, 30_000);

test('a file that the browser cannot read on is said to be so', async () => {
  const error = new DOMException('The file has changed.', 'NotReadableError');
  const file = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(error) });
  expect(await readCar(file, () => undefined)).toEqual({ ok: false, error: { kind: 'unreadable', place: null } });
});

test('5,000 posts among 10,000 likes take little time, and progress is told', async () => {
  const large = makeCar(manyRecords(5_000));
  const told: (readonly [number, number])[] = [];
  const readAll = async () => {
    const read = await readCar(streamOf(piecesOf(large, 16_384)), (...progress) => told.push(progress));
    expect(read.ok && [...read.value.posts]).toHaveLength(5_000);
  };
  expect(await processorTime(readAll, 1_000)).toBeLessThan(1_000);
  expect(told.at(-1)).toEqual([large.length, 5_000]);
  expect(told.length).toBeGreaterThan(100);
}, 60_000);

/** The posts in a list, or the fault. */
async function readPieces(pieces: readonly Uint8Array[]) {
  const read = await readCar(streamOf(pieces), () => undefined);
  return read.ok ? { ...read.value, posts: [...read.value.posts] } : read.error;
}

async function expectDamage([first, ...rest]: readonly MadeBlock[]): Promise<void> {
  if (first === undefined) return;
  const commit = makeCommit(first.cid);
  expect(await readPieces([writeCar([commit, first, ...rest])])).toEqual({
    kind: 'damaged',
    place: { kind: 'byte', byte: expect.any(Number) },
  });
}

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const rest = pieces.values();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = rest.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function piecesOf(bytes: Uint8Array, length: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

function sorted(read: Awaited<ReturnType<typeof readPieces>>): unknown {
  return 'posts' in read ? { ...read, posts: read.posts.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)) } : read;
}

function cidOf(block: MadeBlock): string {
  return toCidLink(block.cid).$link;
}

function isNode({ bytes }: MadeBlock): boolean {
  return bytes[0] === 0xa2 && bytes[2] === 0x65;
}

/** Lengths of a file that end where its header or a block does. */
function endsIn(blocks: readonly MadeBlock[]): ReadonlySet<number> {
  return new Set(blocks.map((_, index) => writeCar(blocks.slice(0, index), blocks.slice(0, 1)).length));
}

function carWith(header: object): Uint8Array {
  const bytes = encode(header);
  return joined([lengthOf(bytes.length), bytes]);
}

function entryOf(key: string, block: MadeBlock) {
  return { p: 0, k: toBytes(new TextEncoder().encode(key)), v: toCidLink(block.cid), t: null as unknown };
}
