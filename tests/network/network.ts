import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Account, type AccountOptions, createAccount } from './account.ts';
import { askControl, type Label, type NetworkAddresses } from './control.ts';
import { xrpc, xrpcAddress } from './xrpc.ts';

/** A real network of the AT Protocol on this machine: its servers' addresses, and what can be done to it. */
export interface Network {
  readonly appView: string;
  readonly pds: string;
  readonly plc: string;
  createAccount(options: AccountOptions): Promise<Account>;
  /** Settles when the AppView knows everything that was done at the PDS. */
  processAll(): Promise<void>;
  /** What the PDS's operator does: nothing of the account is shown until `restore`. */
  takeDown(did: string): Promise<void>;
  restore(did: string): Promise<void>;
  /** What the PDS's operator does for good. */
  deleteAccount(did: string): Promise<void>;
  /** Has the AppView know a label of the labeler that it follows. */
  label(label: Label): Promise<void>;
  /** Whether the AppView offers its search for links, as it does not by itself. */
  offerSearch(isOffered: boolean): Promise<void>;
  /** Where the PDS gives an account's repository as a CAR file. */
  repoAddress(did: string): string;
  /** The address of another PDS, a new one each time, which limits how often it is asked; the AppView does not know its accounts. */
  limitedPds(): Promise<string>;
  /** Ends it; nothing of it is left. */
  stop(): Promise<void>;
}

/** A network whose end is up to somebody else. */
export type SharedNetwork = Omit<Network, 'stop'>;

/** The PDS's operator. */
const ADMIN = `Basic ${btoa('admin:admin-pass')}`;
/** How long the network's process may take to end, in ms. */
const PATIENCE = 30_000;

/** Starts a network of its own, empty, in another process; takes about six seconds. Needs what `install` installs. */
export async function startNetwork(): Promise<Network> {
  const { addresses, stop } = await launchNetwork();
  return { ...reachNetwork(addresses), stop };
}

/** The same, for who tells others where it is. */
export async function launchNetwork(): Promise<{ addresses: NetworkAddresses; stop: Network['stop'] }> {
  const quiet = ['DeprecationWarning', 'ExperimentalWarning'].map((kind) => `--disable-warning=${kind}`);
  const child = spawn(process.execPath, [...quiet, join(import.meta.dirname, 'server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { addresses: await readAddresses(child), stop: () => stop(child) };
}

/** A network that runs already. */
export function reachNetwork({ appView, pds, plc, control }: NetworkAddresses): SharedNetwork {
  return {
    appView,
    pds,
    plc,
    ...askControl(control),
    createAccount: (options) => createAccount(pds, options),
    takeDown: (did) => setTakedown(pds, did, true),
    restore: (did) => setTakedown(pds, did, false),
    deleteAccount: async (did) =>
      void (await xrpc(pds, 'com.atproto.admin.deleteAccount', { body: { did }, authorization: ADMIN })),
    repoAddress: (did) => xrpcAddress(pds, 'com.atproto.sync.getRepo', { did }),
  };
}

/** Its first line; of others nobody takes note. */
async function readAddresses(child: ChildProcessByStdio<Writable, Readable, null>): Promise<NetworkAddresses> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The network did not start (${code}); what it is made of is installed by tests/network/install.ts`);
  });
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return JSON.parse(line) as NetworkAddresses;
}

/** Its process ends with its standard input. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE) });
  child.stdin?.end();
  await ended.catch(() => child.kill('SIGKILL'));
}

async function setTakedown(pds: string, did: string, applied: boolean): Promise<void> {
  await xrpc(pds, 'com.atproto.admin.updateSubjectStatus', {
    body: { subject: { $type: 'com.atproto.admin.defs#repoRef', did }, takedown: { applied } },
    authorization: ADMIN,
  });
}
