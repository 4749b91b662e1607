import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseKnownAddresses } from '../core/link/known-addresses.ts';
import { parseFeed } from '../core/link/parse-feed.ts';
import type { BundledIndex, Feed } from '../core/model/feed.ts';
import { describeFault } from '../core/result.ts';
import { Refusal } from './refusal.ts';

const SEEDS = join(import.meta.dirname, '../seeds');

/** The feeds of `seeds/`, parsed. Throws with file, line and reason where one of them does not parse. */
export async function readSeeds(): Promise<readonly Feed[]> {
  const names = (await readdir(SEEDS)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(names.map((name) => readFeed(join(SEEDS, name))));
}

/** The feed in a file. Throws with file, line and reason where it does not parse. */
export async function readFeed(file: string): Promise<Feed> {
  const known = parseKnownAddresses(await readFile(join(SEEDS, 'known-addresses.json'), 'utf8'));
  if (!known.ok) throw new Refusal(`seeds/known-addresses.json: ${known.error}`);
  const feed = parseFeed(await readFile(file, 'utf8'), known.value);
  if (!feed.ok) throw new Refusal(`${relative('.', file)}: ${describeFault(feed.error)}`);
  return feed.value;
}

/** The text of the extension's `bundled-index.json`; its version is a hash of what it holds. */
export async function buildBundledIndex(): Promise<string> {
  const feeds = await readSeeds();
  const version = createHash('sha256').update(JSON.stringify(feeds)).digest('hex').slice(0, 16);
  return JSON.stringify({ version, feeds } satisfies BundledIndex);
}
