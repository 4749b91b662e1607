import { exec } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archive, makeArchives } from '../../scripts/release/archives.ts';
import { checksumsOf } from '../../scripts/release/checksums.ts';

const EMPTY = new Uint8Array();
const run = promisify(exec);

/** Other than where tests run: the time zone is fourteen hours ahead, words are sorted otherwise, others may read nothing. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' };
const NO_OTHERS = process.platform === 'win32' ? '' : 'umask 077 && ';
const BUILD = [
  'git init --quiet',
  'node scripts/run.mjs wxt build',
  'node scripts/run.mjs wxt build -b firefox --mv3',
  'node scripts/run.mjs zip.ts',
].join(' && ');

describe('who unpacks the sources archive in another folder and builds there', () => {
  let folder: string;
  let here: readonly Archive[];

  beforeAll(async () => {
    here = await makeArchives('.');
    folder = join(await mkdtemp(join(tmpdir(), 'ifg-gloss-')), 'a folder with a longer path, and spaces in it');
    await unpack(
      here.find(({ name }) => name.endsWith('-sources.zip')),
      folder,
    );
    await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'), 'junction');
    await run(NO_OTHERS + BUILD, { cwd: folder, env: { ...process.env, ...ELSEWHERE } });
  });
  afterAll(() => rm(dirname(folder), { recursive: true }));

  test.each(['chrome', 'firefox', 'sources'])('has the same files for %s', async (part) => {
    const archive = here.find(({ name }) => name.endsWith(`-${part}.zip`));
    const [ours, theirs] = [filesOf(archive?.content), filesOf(await readFile(inRelease(archive?.name)))];
    expect(Object.keys(theirs)).toEqual(Object.keys(ours));
    const differs = (path: string) => Buffer.compare(ours[path] ?? EMPTY, theirs[path] ?? EMPTY) !== 0;
    expect(Object.keys(ours).filter(differs)).toEqual([]);
  });

  test('has the same archives, byte for byte', async () => {
    expect(await readFile(inRelease('SHA256SUMS'), 'utf8')).toBe(checksumsOf(here));
  });

  function inRelease(name = ''): string {
    return join(folder, '.output/release', name);
  }
});

function filesOf(archive: Uint8Array | undefined): Readonly<Record<string, Uint8Array>> {
  return unzipSync(archive ?? EMPTY);
}

async function unpack(archive: Archive | undefined, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(filesOf(archive?.content))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
