import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type KnownAddress, knownAddressesOf, parseKnownAddresses } from '../core/link/known-addresses.ts';
import { linkFeed } from '../core/link/link-feed.ts';
import { parseFeed } from '../core/link/parse-feed.ts';
import type { BundledIndex, Feed } from '../core/model/feed.ts';
import { describeFault } from '../core/result.ts';
import { joinSources } from '../core/sources/join-sources.ts';
import { readSeedFile, type SeedFile, sourceOfSeed } from '../core/sources/seed-file.ts';
import { Refusal } from './refusal.ts';

export const SEEDS = join(import.meta.dirname, '../seeds');
const KNOWN = 'known-addresses.json';

/**
 * The feeds of `seeds/`: pages that were saved as text, and accounts that were read from the network. Where both are there
 * of one account they are one feed. Throws with file and place where one of them does not parse.
 */
export async function readSeeds(): Promise<readonly Feed[]> {
  const names = (await readdir(SEEDS)).sort();
  const pages = await Promise.all(
    names.filter((name) => name.endsWith('.txt')).map((name) => readFeed(join(SEEDS, name))),
  );
  const files = await Promise.all(names.filter(isSeedFile).map((name) => readSeed(join(SEEDS, name))));
  const known = await readKnown();
  const joined = new Set<SeedFile>();
  const feeds = pages.map((page) => {
    const file = files.find(({ profile }) => profile.handle === page.profile.handle);
    if (file === undefined) return page;
    joined.add(file);
    const { source } = joinSources(page, sourceOfSeed(file), { isComplete: file.keep === 'all' });
    return linkFeed(source, knownAddressesOf(page), page.id);
  });
  const others = files.filter((file) => !joined.has(file)).map((file) => linkFeed(sourceOfSeed(file), known));
  return [...feeds, ...others];
}

/** The page in a file. Throws with file, line and reason where it does not parse. */
export async function readFeed(file: string): Promise<Feed> {
  const feed = parseFeed(await readFile(file, 'utf8'), await readKnown());
  if (!feed.ok) throw new Refusal(`${relative('.', file)}: ${describeFault(feed.error)}`);
  return feed.value;
}

/** An account as `npm run seeds` has written it. Throws with file and place where it does not parse. */
export async function readSeed(file: string): Promise<SeedFile> {
  const seed = readSeedFile(await readFile(file, 'utf8'));
  if (!seed.ok) throw new Refusal(`${relative('.', file)}: ${seed.error}`);
  return seed.value;
}

export function isSeedFile(name: string): boolean {
  return name.endsWith('.json') && name !== KNOWN;
}

async function readKnown(): Promise<readonly KnownAddress[]> {
  const known = parseKnownAddresses(await readFile(join(SEEDS, KNOWN), 'utf8'));
  if (!known.ok) throw new Refusal(`seeds/${KNOWN}: ${known.error}`);
  return known.value;
}

/** The text of the extension's `bundled-index.json`; its version is a hash of what it holds. */
export async function buildBundledIndex(): Promise<string> {
  const feeds = await readSeeds();
  const version = createHash('sha256').update(JSON.stringify(feeds)).digest('hex').slice(0, 16);
  return JSON.stringify({ version, feeds } satisfies BundledIndex);
}
