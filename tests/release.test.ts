import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { version } from '../package.json';
import { readChangelog, unwrap } from '../scripts/release/changelog.ts';
import { checksumsOf } from '../scripts/release/checksums.ts';
import { pack } from '../scripts/release/pack.ts';
import { type Release, releaseFault } from '../scripts/release/release-fault.ts';

const CHANGELOG = `# Changelog

## 1.1.0, unreleased

- Something.

## 1.0.0, 2026-01-31

- First, of two
  lines.

- Second.

## 0.9.0, 2026-01-01
`;

describe('an archive', () => {
  const files = [
    ['b/c.txt', strToU8('c')],
    ['B.txt', strToU8('B')],
    ['a.txt', strToU8('')],
  ] as const;
  const packed = pack(new Map(files));

  test('holds the files', () => {
    expect(unzipSync(packed)).toEqual(Object.fromEntries(files));
  });

  test('has the same bytes in whichever order they are given', () => {
    expect(pack(new Map(files.toReversed()))).toEqual(packed);
  });

  // https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.4.6: two bytes of time and two of day, at byte 10
  test('tells noon of the first day that it can', () => {
    const view = new DataView(packed.buffer);
    expect([view.getUint16(10, true) >> 11, view.getUint16(12, true)]).toEqual([12, (1 << 5) | 1]);
  });
});

test('checksums are lines that sha256sum reads', () => {
  expect(checksumsOf([{ name: 'a.zip', content: strToU8('') }])).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.zip\n',
  );
});

test('the changelog is read by versions', () => {
  expect(readChangelog(CHANGELOG)).toEqual([
    { version: '1.1.0', when: 'unreleased', text: '- Something.' },
    { version: '1.0.0', when: '2026-01-31', text: '- First, of two\n  lines.\n\n- Second.' },
    { version: '0.9.0', when: '2026-01-01', text: '' },
  ]);
});

test('the text of a release has a line for each item', () => {
  expect(unwrap('- First, of two\n  lines.\n\n- Second.\n- Third.')).toBe(
    '- First, of two lines.\n\n- Second.\n- Third.',
  );
});

describe('a release', () => {
  const release: Release = { tag: 'v1.0.0', version: '1.0.0', changelog: CHANGELOG, changed: [] };

  test.each<[string, Partial<Release>, string | null]>([
    ['is made of what its tag says', {}, null],
    ['has the tag of its version', { tag: 'v1.0.1' }, 'The tag is v1.0.1, but package.json has version 1.0.0.'],
    ['has a tag with a v', { tag: '1.0.0' }, 'The tag is 1.0.0, but package.json has version 1.0.0.'],
    ['is in the changelog', { tag: 'v2.0.0', version: '2.0.0' }, 'CHANGELOG.md says nothing of 2.0.0.'],
    ['has something said of it', { tag: 'v0.9.0', version: '0.9.0' }, 'CHANGELOG.md says nothing of 0.9.0.'],
    ['has a day', { tag: 'v1.1.0', version: '1.1.0' }, 'CHANGELOG.md gives 1.1.0 no day: "## 1.1.0, 2026-01-31".'],
    ['is committed', { changed: ['README.md', 'a.ts'] }, 'Not committed: README.md, a.ts'],
  ])('%s', (_, change, fault) => {
    expect(releaseFault({ ...release, ...change })).toBe(fault);
  });
});

test("the project's changelog begins with the version that package.json has, and no part of it is empty", async () => {
  const parts = readChangelog(await readFile('CHANGELOG.md', 'utf8'));
  expect(parts[0]?.version).toBe(version);
  expect(parts.filter(({ text, when }) => text === '' || when === '')).toEqual([]);
});
