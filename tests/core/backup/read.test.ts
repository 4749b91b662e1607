import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BackupItem, Section } from '../../../core/backup/format.ts';
import { SECTIONS } from '../../../core/backup/format.ts';
import { readBackup } from '../../../core/backup/read.ts';
import { HEAD, ITEMS, note, pack, packItems, unpack } from './backups.ts';

const whole = await packItems();
const text = await unpack(whole);
const lines = text.split('\n');

async function readItems(file: Blob): Promise<Record<Section, unknown[]>> {
  const items: BackupItem[] = [];
  const read = await readBackup(file, (item) => void items.push(item));
  expect(read.ok).toBe(true);
  return Object.fromEntries(
    SECTIONS.map((section) => [section, items.filter((each) => each.section === section).map(({ item }) => item)]),
  ) as Record<Section, unknown[]>;
}

async function faultOf(file: Blob): Promise<unknown> {
  const read = await readBackup(file);
  return read.ok ? null : read.error;
}

/** With hashes that fit, as who forges a file would have it. */
function forge(section: Section, items: readonly string[]): string {
  const own = lines.slice();
  const from = own.indexOf(`"${section}":[`) + 1;
  const to = own.findIndex((line, at) => at >= from && /^\]\}?,$/.test(line));
  own.splice(from, to - from, ...items.map((item, at) => (at === items.length - 1 ? item : `${item},`)));
  const body = items.length === 0 ? '' : `${items.join(',\n')}\n`;
  const foot = JSON.parse(`{${own.at(-2)}`);
  foot.counts[section] = items.length;
  foot.sha256[section] = createHash('sha256').update(body).digest('hex');
  own[own.length - 2] = JSON.stringify(foot).slice(1);
  return own.join('\n');
}

test('what was written is read again, but for what no text can hold', async () => {
  const [post] = ITEMS.posts;
  const posts = [{ ...post, post: { ...post?.post, text: 'Half a letter: \ufffd' } }];
  expect(await readItems(whole)).toEqual({ ...ITEMS, posts });
  const read = await readBackup(whole);
  expect(read).toEqual({
    ok: true,
    value: { head: HEAD, counts: { settings: 1, searches: 1, own: 3, accounts: 1, texts: 1, posts: 1, kept: 1 } },
  });
});

test.each<[string, Section, object]>([
  ['an account was read', 'accounts', { ...ITEMS.accounts[0], readAt: 1e300 }],
  [
    'an account joined',
    'accounts',
    { ...ITEMS.accounts[0], profile: { ...ITEMS.accounts[0]?.profile, joined: 'soon' } },
  ],
  ['a post was met', 'posts', { ...ITEMS.posts[0], seen: -1e300 }],
  ['a post was written', 'posts', { ...ITEMS.posts[0], post: { ...ITEMS.posts[0]?.post, time: 'soon' } }],
  ['a post was written', 'posts', { ...ITEMS.posts[0], post: { ...ITEMS.posts[0]?.post, time: '2025-06-01' } }],
  ['a post was kept', 'kept', { ...ITEMS.kept[0], keptAt: 1e300 }],
  ['a note was changed', 'own', { ...note, changed: 1e300 }],
  ['a post of a note was written', 'own', { ...note, subject: { ...note.subject, time: 'soon' } }],
])('a file is not read that says of when %s what is no time', async (_, section, item) => {
  const line = lines.findIndex((each) => each.startsWith(`"${section}":[`)) + 2;
  expect(await faultOf(await pack(forge(section, [JSON.stringify(item)])))).toEqual({
    kind: 'unexpected',
    line,
    section,
  });
});

test('a file of the first version, which has no kept posts, is read as it was written', async () => {
  const first = await readFile(join(import.meta.dirname, 'version-1.txt'), 'utf8');
  const [post] = ITEMS.posts;
  const posts = [{ ...post, post: { ...post?.post, text: 'Half a letter: \ufffd' } }];
  expect(await readItems(new Blob([first]))).toEqual({ ...ITEMS, posts, kept: [] });
  expect(await faultOf(new Blob([first.replace('A page', 'B page')]))).toEqual({ kind: 'changed', section: 'texts' });
  const later = first.replace('"version":1', '"version":2');
  expect(await faultOf(new Blob([later]))).toMatchObject({ kind: 'unexpected', section: 'posts' });
});

test('a backup is one JSON document, and its hashes are those of its lines', async () => {
  const document = JSON.parse(text);
  expect(document).toMatchObject({ format: 'ifg-gloss-backup', version: 2, ...HEAD });
  expect(Object.keys(document.sections)).toEqual(SECTIONS);
  const own = lines.slice(lines.indexOf('"own":[') + 1, lines.indexOf('"accounts":[') - 1);
  const hash = createHash('sha256')
    .update(`${own.join('\n')}\n`)
    .digest('hex');
  expect(document.sha256.own).toBe(hash);
  expect(document.sha256.head).toBe(createHash('sha256').update(`${lines[0]}\n`).digest('hex'));
});

test('a backup with nothing in it is one, and one that was unpacked by hand too', async () => {
  expect(await faultOf(await packItems({}))).toBeNull();
  expect(await faultOf(new Blob([text]))).toBeNull();
});

test('what is no backup is foreign', async () => {
  const others = ['', 'x', '{}', '[]', 'null', '{"format":"ifg-gloss-backup"}', '\n', text.slice(1), `\ufeff${text}`];
  for (const other of others) {
    expect(await faultOf(new Blob([other])), other.slice(0, 40)).toEqual({ kind: 'foreign' });
    expect(await faultOf(await pack(other)), other.slice(0, 40)).toEqual({ kind: 'foreign' });
  }
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0xff]);
  expect(await faultOf(new Blob([zip]))).toEqual({ kind: 'foreign' });
  expect(await faultOf(new Blob([new Uint8Array([0x1f, 0x8b, 0, 0])]))).toEqual({ kind: 'foreign' });
});

test('of a later version it is said which made it', async () => {
  const later = text.replace('"version":2', '"version":3').replace('"madeBy":"0.1.0"', '"madeBy":"7.0.0"');
  expect(await faultOf(new Blob([later]))).toEqual({ kind: 'newer', madeBy: '7.0.0' });
});

test('where a file is cut is said', async () => {
  expect(await faultOf(new Blob([text.slice(0, text.indexOf('"own":[') + 20)]))).toEqual({ kind: 'cut', line: 9 });
  expect(await faultOf(new Blob([`${lines.slice(0, 5).join('\n')}\n`]))).toEqual({ kind: 'cut', line: 5 });
  expect(await faultOf(new Blob([text.slice(0, -1)]))).toEqual({ kind: 'cut', line: lines.length - 1 });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  expect(await faultOf(new Blob([bytes.slice(0, -9)]))).toMatchObject({ kind: 'damaged' });
});

test('which section was changed is said', async () => {
  expect(await faultOf(new Blob([text.replace('Second', 'Sekond')]))).toEqual({ kind: 'changed', section: 'own' });
  expect(await faultOf(new Blob([text.replace('A page', 'B page')]))).toEqual({ kind: 'changed', section: 'texts' });
  expect(await faultOf(new Blob([text.replace('12:00', '13:00')]))).toEqual({ kind: 'changed', section: 'head' });
  const counted = text.replace('"texts":1', '"texts":2');
  expect(await faultOf(new Blob([counted]))).toEqual({ kind: 'changed', section: 'texts' });
});

test('what stands behind its end, or in its place, is unexpected', async () => {
  const last = lines.length - 1;
  for (const file of [`${text}{}\n`, `${text}\n`, `${text} `])
    expect(await faultOf(new Blob([file]))).toEqual({ kind: 'unexpected', line: last + 1, section: null });
  const spaced = text.replace('{"counts"', '').replace('},"sha256"', '}, "sha256"');
  expect(await faultOf(new Blob([spaced]))).toEqual({ kind: 'unexpected', line: last, section: null });
  const swapped = text.replace('"searches":[', '"own":[');
  expect(await faultOf(new Blob([swapped]))).toEqual({ kind: 'unexpected', line: 5, section: 'searches' });
});

test('bytes that are no text are damage', async () => {
  const bytes = new TextEncoder().encode(text);
  bytes[text.indexOf('"own":[') + 40] = 0xff;
  expect(await faultOf(await pack(bytes))).toEqual({ kind: 'damaged', line: 9 });
});

test.each<[string, Section, string]>([
  ['no object', 'own', '1'],
  ['null', 'own', 'null'],
  ['a list', 'own', '[]'],
  ['an unknown kind', 'own', JSON.stringify({ ...note, kind: 'other' })],
  ['no text', 'own', JSON.stringify({ ...note, texts: [] })],
  ['a text of another type', 'own', JSON.stringify({ ...note, texts: [{}] })],
  ['a time of another type', 'own', JSON.stringify({ ...note, changed: '2' })],
  ['a version that is no count', 'own', JSON.stringify({ ...note, version: { here: -1 } })],
  ['a subject of another type', 'own', JSON.stringify({ ...note, subject: [] })],
  ['deep nesting', 'own', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  [
    'deep nesting in a text',
    'own',
    JSON.stringify({ ...note, texts: 0 }).replace('"texts":0', `"texts":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  ],
  ['a post of nobody', 'posts', JSON.stringify({ ...ITEMS.posts[0], did: 'did:plc:other' })],
  ['an account with a hostile name', 'accounts', JSON.stringify({ ...ITEMS.accounts[0], did: '__proto__' })],
  ['an account with markup for a name', 'accounts', JSON.stringify({ ...ITEMS.accounts[0], did: 'did:plc:<img>' })],
  [
    'a post whose quoted card is none',
    'kept',
    JSON.stringify({ ...ITEMS.kept[0], post: { ...ITEMS.kept[0]?.post, quotedCard: { title: 'A report' } } }),
  ],
  ['no settings', 'settings', '"dark"'],
  ['a search without a name', 'searches', JSON.stringify({ ...ITEMS.searches[0], name: '' })],
])('%s is refused, whatever the hashes say', async (_, section, item) => {
  const line = lines.indexOf(`"${section}":[`) + 2;
  expect(await faultOf(new Blob([forge(section, [item])]))).toEqual({ kind: 'unexpected', line, section });
});

test('lines that are JSON, but not as they are written, are refused, whatever the hashes say', async () => {
  const own = lines.slice(lines.indexOf('"own":[') + 1, lines.indexOf('"accounts":[') - 1);
  const whole = own.map((line) => line.replace(/,$/, ''));
  const uncut = forge('own', whole).replace(`${whole[0]},\n`, `${whole[0]}\n`);
  const line = lines.indexOf('"own":[') + 3;
  expect(await faultOf(new Blob([uncut]))).toEqual({ kind: 'unexpected', line, section: 'own' });
  const more = text.replace('"hasFeeds":true', '"hasFeeds":true,"more":1');
  expect(await faultOf(new Blob([more]))).toEqual({ kind: 'unexpected', line: 1, section: null });
});

test('what may be asked of the network, and of whom, is nothing that a file can bring', async () => {
  const more = {
    ...ITEMS.settings[0],
    on: { refresh: true, accounts: true, ask: true },
    services: { appView: 'https://a.example' },
  };
  const { settings } = await readItems(new Blob([forge('settings', [JSON.stringify(more)])]));
  expect(settings).toEqual(ITEMS.settings);
});

test('names that objects have already do no harm', async () => {
  const hostile = JSON.stringify(note).replace('{', '{"__proto__":{"isAdmin":true},"constructor":1,"toString":2,');
  const { own } = await readItems(new Blob([forge('own', [hostile])]));
  expect(own).toEqual([note]);
  expect(Object.keys(own[0] as object).toSorted()).toEqual(Object.keys(note).toSorted());
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
});

test('what unpacks to too much is refused before it is in memory', async () => {
  const piece = new TextEncoder().encode(' '.repeat(1 << 20));
  let left = 200;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (left === 200) controller.enqueue(new TextEncoder().encode(`${lines[0]}\n"settings":[\n`));
      if (left-- > 0) controller.enqueue(piece);
      else controller.close();
    },
  });
  const bomb = await new Response(stream.pipeThrough(new CompressionStream('gzip'))).blob();
  expect(bomb.size).toBeLessThan(300_000);
  expect(await faultOf(bomb)).toEqual({ kind: 'too-big', line: 3 });
  const first = await pack(' '.repeat(10_000_000));
  expect(await faultOf(first)).toEqual({ kind: 'foreign' });
});

test('whatever is changed, cut or added in a packed file is refused, unless it unpacks to the same', async () => {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ by;
      const file = new Blob([changed]);
      // The last bits of what is packed may stand for nothing.
      if ((await faultOf(file)) === null) expect(await unpack(file)).toBe(text);
    }),
    { numRuns: 300 },
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1 }), async (at, more) => {
      expect(await faultOf(new Blob([bytes.slice(0, at)]))).not.toBeNull();
      expect(await faultOf(new Blob([bytes, more as Uint8Array<ArrayBuffer>]))).not.toBeNull();
    }),
    { numRuns: 100 },
  );
});

test('whatever is changed in an unpacked file is refused', async () => {
  const bytes = new TextEncoder().encode(text);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(await faultOf(new Blob([changed]))).not.toBeNull();
    }),
    { numRuns: 500 },
  );
});

test('whatever stands in an item, it is read or refused, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SECTIONS), fc.jsonValue(), fc.string(), async (section, value, key) => {
      const [item] = ITEMS[section];
      const items = [value, { ...item, [key]: value }, { ...item, ...(typeof value === 'object' && value) }];
      for (const each of items) {
        const fault = (await faultOf(new Blob([forge(section, [JSON.stringify(each)])]))) as { kind: string } | null;
        expect([null, 'unexpected']).toContain(fault?.kind ?? null);
      }
    }),
    { numRuns: 200 },
  );
});

test('who listens and fails is told so', async () => {
  const failing = readBackup(whole, () => Promise.reject(new Error('full')));
  await expect(failing).rejects.toThrow('full');
});
