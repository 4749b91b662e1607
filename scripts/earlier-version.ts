import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Zippable, zipSync } from 'fflate';
import { Refusal } from './refusal.ts';

const USAGE = 'usage: npm run earlier-version -- VERSION COMMIT';
const ARCHIVES = fileURLToPath(new URL('../tests/e2e/releases/', import.meta.url));
/** Each entry's, so that the same files make the same archive. */
const TIME = '2026-01-01T00:00:00';

/**
 * `npm run earlier-version`: builds the extension from one of its commits, with the packages of that commit, and keeps
 * what was built for both browsers in one archive, from which tests update.
 */
const [version, commit, ...more] = parseArgs({ allowPositionals: true }).positionals;
if (version === undefined || commit === undefined || more.length > 0) throw new Refusal(USAGE);
const full = readCommit(commit);
const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-earlier-'));
try {
  run('git', ['clone', '--quiet', '--shared', '--no-checkout', '.', folder]);
  run('git', ['-C', folder, 'checkout', '--quiet', '--detach', full]);
  run('npm', ['ci', '--prefix', folder]);
  run('npm', ['run', 'build', '--prefix', folder]);
  const archive = zipSync(await readBuilt(join(folder, '.output')), { level: 9, mtime: TIME });
  const sha256 = createHash('sha256').update(archive).digest('hex');
  await writeFile(join(ARCHIVES, `${version}.zip`), archive);
  await writeFile(join(ARCHIVES, `${version}.json`), `${JSON.stringify({ commit: full, sha256 }, null, 2)}\n`);
  console.log(`tests/e2e/releases/${version}.zip: ${archive.length} bytes, SHA-256 ${sha256}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function readCommit(named: string): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', `${named}^{commit}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Refusal(`${named} is no commit of this clone; "git fetch --unshallow" gets all of them.`);
  return stdout.trim();
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

/** The files that were built, by their paths in the archive, in one order on every machine. */
async function readBuilt(built: string): Promise<Zippable> {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = files.map((file) => [relative(built, file).replaceAll('\\', '/'), file] as const);
  const read = named.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(async ([path, file]) => [path, await readFile(file)]);
  return Object.fromEntries(await Promise.all(read));
}
