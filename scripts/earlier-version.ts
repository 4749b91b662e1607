import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';
import { pack } from './release/pack.ts';
import { readFolder } from './release/read-folder.ts';

const USAGE = 'usage: npm run earlier-version -- VERSION COMMIT';
const ARCHIVES = fileURLToPath(new URL('../tests/e2e/releases/', import.meta.url));

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
  const archive = pack(await readFolder(join(folder, '.output')));
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
