import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacets } from '../../../../core/sources/bluesky/facets.ts';
import { readFeedPage, readPosts } from '../../../../core/sources/bluesky/feed-page.ts';
import { readFollows, readProfile } from '../../../../core/sources/bluesky/profile.ts';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import { processorTime } from '../../../processor-time.ts';
import {
  external,
  images,
  JO,
  label,
  linkFacet,
  quote,
  REPORT,
  recordOf,
  ref,
  repostOf,
  uriOf,
  viewOf,
} from './answers.ts';

const author = { did: JO, handle: 'jo.example', displayName: 'Jo Test' };
const readers = [
  readFeedPage,
  readPosts,
  readProfile,
  readFollows,
  (value: unknown) => readRecord(author, uriOf('1'), value),
];

test('any JSON is read or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const read of readers) expect(() => read(value)).not.toThrow();
    }),
  );
});

/** A whole answer with any value in place of any of its parts. */
const whole = {
  feed: [
    repostOf(
      viewOf(
        '1',
        {
          text: `See ${REPORT}`,
          facets: [linkFacet(4, 20, REPORT)],
          reply: { root: ref('1'), parent: ref('2') },
          labels: { values: [{ val: 'x' }] },
          tags: ['a'],
          embed: { $type: 'app.bsky.embed.recordWithMedia', media: external(REPORT), record: quote(uriOf('2')) },
        },
        { labels: [label('x')] },
      ),
    ),
    { post: viewOf('2', { embed: images('A chart') }) },
  ],
  cursor: 'x',
};
const paths = pathsIn(whole);

test('an answer with anything in place of anything is read or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const read = readFeedPage(withValue(whole, path, value));
      if (read.ok)
        for (const { post } of read.value.posts) expect(post.time).toMatch(/^\d{4}-[\d-]{5}T[\d:]{8}\.\d{3}Z$/);
      else expect(read.error).toMatch(/^(?:feed|cursor): expected /);
    }),
    { numRuns: 1_000 },
  );
});

const character = fc.constantFrom(
  'a',
  'é',
  '…',
  '🏛️',
  '👩‍💻',
  '\ud800',
  '\u07ff',
  '\u0800',
  '\uffff',
  ' ',
  '\n',
  'www.a.example/b ',
);
const text = fc.array(character, { maxLength: 12 }).map((all) => all.join(''));
const facet = fc.record({ byteStart: fc.integer({ min: -2, max: 60 }), byteEnd: fc.integer({ min: -2, max: 60 }) });

test('facets are what their bytes are, whole characters, and none within another', () => {
  fc.assert(
    fc.property(text, fc.array(facet, { maxLength: 6 }), (written, indexes) => {
      const bytes = new TextEncoder().encode(written);
      const facets = indexes.map((index) => ({ index, features: [index] }));
      const found = readFacets(written, facets, () => true);
      let last = 0;
      for (const { start, end, features } of found) {
        const [index] = features as typeof indexes;
        const slice = bytes.slice(index?.byteStart, index?.byteEnd);
        const decode = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(slice);
        expect(decode).not.toThrow();
        expect(written.slice(start, end).toWellFormed()).toBe(decode());
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
      const isWhole = ({ byteStart, byteEnd }: (typeof indexes)[number]) =>
        byteStart >= 0 &&
        byteStart < byteEnd &&
        byteEnd <= bytes.length &&
        isStart(bytes, byteStart) &&
        isStart(bytes, byteEnd);
      expect(found.length > 0).toBe(indexes.some(isWhole));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['out of the text', 0, 5],
  ['reversed', 3, 0],
  ['empty', 1, 1],
  ['within a character', 1, 2],
  ['half', 0.5, 1],
])('a facet is dropped that is %s', (_, byteStart, byteEnd) => {
  expect(readFacets('aéb', [{ index: { byteStart, byteEnd }, features: [1] }], () => true)).toEqual([]);
});

test('a facet that nobody knows does not take its place from one that is', () => {
  const bold = { index: { byteStart: 0, byteEnd: 9 }, features: [{ $type: 'a.example#bold' }] };
  const record = recordOf({ text: 'Read this', facets: [bold, linkFacet(5, 9, REPORT), linkFacet(0, 6, REPORT)] });
  expect(readRecord(author, uriOf('1'), record)?.links).toEqual([{ shown: 'Read t', address: REPORT }]);
});

test('of a post with far more facets than anybody writes the first are read', () => {
  const facets = Array.from({ length: 5_000 }, (_, index) => linkFacet(index, index + 1, REPORT));
  const read = readRecord(author, uriOf('1'), recordOf({ text: 'x'.repeat(5_000), facets }));
  expect(read?.links).toHaveLength(1_000);
});

test('megabytes and millions take little time', async () => {
  const million = <Item>(item: Item) => Array<Item>(1_000_000).fill(item);
  const letters = 'x'.repeat(5_000_000);
  const hostile = [
    { text: letters },
    { text: 'a'.repeat(30_000), facets: million(linkFacet(0, 1, REPORT)) },
    { facets: [{ index: { byteStart: 0, byteEnd: 3 }, features: million({}) }] },
    { embed: { $type: 'app.bsky.embed.images', images: million({ alt: letters }) } },
    { embed: external(REPORT, { title: ' '.repeat(500_000), description: `${' |'.repeat(400_000)}x` }) },
    { langs: million('en'), tags: million('a'), labels: { values: million({ val: 'x' }) } },
    { reply: { root: { uri: letters }, parent: { uri: letters } }, createdAt: letters },
  ];
  const read = () => {
    for (const record of hostile) readFeedPage({ feed: [{ post: viewOf('1', record) }] });
  };
  expect(await processorTime(read, 2_000)).toBeLessThan(2_000);
});

function isStart(bytes: Uint8Array, index: number): boolean {
  return ((bytes[index] ?? 0) & 0xc0) !== 0x80;
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, part]) => pathsIn(part).map((path) => [name, ...path]))];
}

function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Record<string, unknown>;
  copy[name] = withValue(copy[name], rest, value);
  return copy;
}
