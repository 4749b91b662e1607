import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../../core/sources/read-import.ts';
import { viewOf } from './bluesky/answers.ts';
import { makeCar, manyRecords } from './car/made-car.ts';

const seed = await readFile('seeds/drbenpaxton.txt', 'utf8');
const json = JSON.stringify({ feed: [{ post: viewOf('1') }] });
const car = makeCar(manyRecords(2));

test.each([
  ['a CAR', [car], { kind: 'posts', count: 2 }],
  ['JSON', [json], { kind: 'posts', count: 1 }],
  ['JSON behind a byte order mark and space', ['\ufeff \r\n\t', json], { kind: 'posts', count: 1 }],
  ['a saved page', [seed], { kind: 'text', text: seed }],
  ['a saved page behind a byte order mark', ['\ufeff', seed], { kind: 'text', text: seed }],
  ['a saved page in UTF-16', [inUtf16(seed)], { kind: 'text', text: seed }],
  ['JSON in UTF-16', [inUtf16(json)], { kind: 'posts', count: 1 }],
  ['a saved page of somebody in brackets', [`[Ben] {${seed}`], { kind: 'text', text: `[Ben] {${seed}` }],
  ['a saved page of somebody in braces', [`{${seed}`], { kind: 'text', text: `{${seed}` }],
  ['nothing', [], { kind: 'text', text: '' }],
])('%s is known by what is in it', async (_, parts, value) => {
  expect(await read(parts)).toMatchObject({ ok: true, value });
});

/** As Windows writes it, behind its mark. */
function inUtf16(text: string): Uint8Array {
  return Uint8Array.from(
    [...`\ufeff${text}`.matchAll(/[\s\S]/g)].flatMap(({ 0: unit }) => [
      unit.charCodeAt(0) & 255,
      unit.charCodeAt(0) >> 8,
    ]),
  );
}

test.each([
  ['in another encoding', [Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x61, 0x75)], 4],
  ['behind letters of several bytes', ['Café ☕ ', Uint8Array.of(0x42, 0xff, 0x42)], 11],
  ['where a letter of a piece before is cut', ['Caf', Uint8Array.of(0xe9), ' au lait'], 4],
  ['in a later piece', ['☕'.repeat(100_000), Uint8Array.of(0xff), '☕'.repeat(10)], 300_000],
  ['at the end', ['Caf', Uint8Array.of(0xc3)], 4],
])('where a text is no text is told: %s', async (_, parts, byte) => {
  expect(await read(parts)).toEqual({ ok: false, error: { kind: 'foreign', place: { kind: 'byte', byte } } });
});

test('of what is something else from its first byte on no place is told', async () => {
  expect(await read([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)])).toEqual({
    ok: false,
    error: { kind: 'foreign', place: null },
  });
});

test.each([
  ['a picture', [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], 'foreign'],
  ['a text in UTF-16 that ends within a letter', [Uint8Array.of(0xff, 0xfe, 0x42, 0, 0x42)], 'foreign'],
  ['a text that ends within a character', ['Caf', Uint8Array.of(0xc3)], 'foreign'],
  ['a CAR that is cut', [car.subarray(0, 500)], 'cut'],
  ['JSON that is cut', [json.slice(0, 50)], 'cut'],
])('%s is refused', async (_, parts, kind) => {
  expect(await read(parts)).toMatchObject({ ok: false, error: { kind } });
});

test.each([
  ['a CAR', car, 200_000_001, 200_000_000],
  ['JSON', new TextEncoder().encode(json), 64_000_001, 64_000_000],
  ['a text', new TextEncoder().encode(seed), 10_000_001, 10_000_000],
])('%s that is too large is refused before it is read', async (_, bytes, size, byte) => {
  const file = new Blob([bytes as BlobPart]);
  Object.defineProperty(file, 'size', { value: size });
  Object.defineProperty(file, 'stream', { value: expect.fail });
  expect(await readImport(file, () => undefined)).toEqual({
    ok: false,
    error: { kind: 'too-big', place: { kind: 'byte', byte } },
  });
});

test('a file that is gone is said to be so', async () => {
  const file = new Blob([json]);
  Object.defineProperty(file, 'stream', {
    value: () => new ReadableStream({ start: (controller) => controller.error(new DOMException('', 'NotFoundError')) }),
  });
  expect(await readImport(file, () => undefined)).toEqual({ ok: false, error: { kind: 'unreadable', place: null } });
});

test('progress is told up to the end', async () => {
  const told: (readonly [number, number])[] = [];
  for (const part of [car, json, seed]) await readImport(new Blob([part as BlobPart]), (...each) => told.push(each));
  expect(told).toEqual([
    [car.length, 2],
    [json.length, 0],
    [new TextEncoder().encode(seed).length, 0],
  ]);
});

test('any bytes behind any beginning are read or refused', async () => {
  const beginning = fc.constantFrom(new Uint8Array(), car.subarray(0, 80), new TextEncoder().encode('{"feed":['));
  await fc.assert(
    fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 300 }), async (first, rest) => {
      expect(await read([first, rest])).toHaveProperty('ok');
    }),
    { numRuns: 1_000 },
  );
}, 30_000);

function read(parts: readonly (string | Uint8Array)[]) {
  return readImport(new Blob(parts as BlobPart[]), () => undefined);
}
