import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { addressOf, type NetworkAddresses, serveControl } from './control.ts';
import { startPostgres } from './postgres.ts';

/** How long what closes may take before the next is closed, in ms. */
const PATIENCE = 5_000;
const closers: (() => Promise<unknown>)[] = [];
let isEnding = false;

// Postgres's package listens as well, and would stop it under the feet of the others.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.removeAllListeners(signal).on(signal, () => void end(0));
process.stdin.on('close', () => void end(0)).resume();
process.on('uncaughtException', fail);

/**
 * The network, as a process of its own. Prints one line of JSON, `NetworkAddresses`, and ends when its standard input
 * does, or at a signal; then nothing of it is left.
 */
const started = start();
started.then((addresses) => console.log(JSON.stringify(addresses)), fail);

async function start(): Promise<NetworkAddresses> {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-network-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  // As root, Postgres runs under a user of its own, and must reach its folder.
  await chmod(folder, 0o777);
  const postgres = await startPostgres(folder);
  closers.push(postgres.stop);
  // The PDS has its files in the folder for temporary ones. A Redis must be named, and is never called.
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  Object.assign(process.env, { REDIS_HOST: '127.0.0.1:1', LOG_ENABLED: 'false' });
  const { startServices } = await import('./services.ts');
  const { appView, pds, plc, control, close } = await startServices(postgres.address);
  closers.push(close);
  const server = await serveControl(control);
  return { appView, pds, plc, control: addressOf(server) };
}

function fail(error: unknown): void {
  console.error(error);
  void end(1);
}

/** Waits for what is still starting, then closes what is open, the last first, whatever goes wrong. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await started.catch(() => {});
  for (const close of closers.reverse()) await Promise.race([close().catch(console.error), setTimeout(PATIENCE)]);
  process.exit(code);
}
