import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Milliseconds: to start all that a network is takes half a minute, and on a machine that does much else longer than other tests may. */
const ENDS_WITHIN = 180_000;

test.each([
  ['it is told to', (child: ReturnType<typeof start>) => child.kill('SIGTERM')],
  ['whoever started it is gone', (child: ReturnType<typeof start>) => child.stdin.destroy()],
] as const)('a network of which nothing is left when %s', { timeout: ENDS_WITHIN }, async (_, end) => {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-'));
  await chmod(folder, 0o755);
  const child = start(folder);
  await once(child.stdout, 'data');
  const [own = ''] = await readdir(folder);
  const [postgres = ''] = (await readFile(join(folder, own, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  expect(runs(Number(postgres))).toBe(true);
  end(child);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(runs(Number(postgres))).toBe(false);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

function start(folder: string) {
  return spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
  });
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
