import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { zipFiles } from '../../platform/zip-files.ts';

const run = promisify(execFile);
const FILES = [
  { name: 'a-report-123456.md', text: '# Ŵyth “missions”\n' },
  { name: 'empty-654321.md', text: '' },
];

async function zipped(): Promise<Uint8Array> {
  return new Uint8Array(await (await zipFiles(FILES, '2026-11-29')).arrayBuffer());
}

test('a zip has the files, and is the same each time', async () => {
  const bytes = await zipped();
  const read = Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, text: strFromU8(content) }));
  expect(read).toEqual(FILES);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
  expect(await zipped()).toEqual(bytes);
  vi.useRealTimers();
});

const hasUnzip = await run('unzip', ['-v']).then(
  () => true,
  () => false,
);

test.skipIf(!hasUnzip)('the system’s unzip finds no fault, and the same files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-'));
  const path = join(folder, 'made.zip');
  await writeFile(path, await zipped());
  await run('unzip', ['-t', path]);
  await run('unzip', ['-q', path, '-d', folder]);
  const read = await Promise.all(FILES.map(({ name }) => readFile(join(folder, name), 'utf8')));
  await rm(folder, { recursive: true });
  expect(read).toEqual(FILES.map(({ text }) => text));
});
