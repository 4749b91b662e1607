import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { publicServices, readService } from '../core/network/services.ts';
import { readActor } from '../core/sources/bluesky/actor.ts';
import { type SeedFile, writeSeedFile } from '../core/sources/seed-file.ts';
import { isSeedFile, readSeed, SEEDS } from './bundled-index.ts';
import { importAccount } from './import-account.ts';
import { readAccount } from './read-account.ts';
import { Refusal } from './refusal.ts';

const USAGE = 'usage: npm run seeds -- add HANDLE [--all] | refresh | import FILE [--all]   [--app-view ADDRESS]';

/**
 * `npm run seeds`: what the bundled index holds beside pages that were saved as text. `add` reads an account from the
 * network, `refresh` reads all that were added anew, `import` takes a file (a CAR, or JSON of posts). Each account is
 * one file, `seeds/HANDLE.json`. Posts that speak of the Institute's pages are kept, with their threads; with `--all` all.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, 'app-view': { type: 'string' } },
});
const [command, what, ...more] = positionals;
const keep = values.all ? 'all' : 'reports';
if (more.length > 0) throw new Refusal(USAGE);
if (command === 'add' && what !== undefined) await add(what);
else if (command === 'refresh' && what === undefined) await refresh();
else if (command === 'import' && what !== undefined) await keepSeed(await importAccount(what, keep));
else throw new Refusal(USAGE);

async function add(written: string): Promise<void> {
  const actor = readActor(written);
  if (actor === null) throw new Refusal(`${written} names no account.`);
  await keepSeed(await readAccount(readAppView(), actor, keep));
}

/** An account keeps its file, whatever it is called by now. */
async function refresh(): Promise<void> {
  for (const name of (await readdir(SEEDS)).filter(isSeedFile)) {
    const before = await readSeed(join(SEEDS, name));
    await keepSeed(await readAccount(readAppView(), before.did, before.keep), join(SEEDS, name));
  }
}

async function keepSeed(
  seed: SeedFile,
  file = join(SEEDS, `${seed.profile.handle.replaceAll(':', '-')}.json`),
): Promise<void> {
  const text = writeSeedFile(seed);
  const before = await readFile(file, 'utf8').catch(() => null);
  await writeFile(file, text);
  const change = before === null ? 'new' : before === text ? 'as it was' : 'changed';
  console.log(`${relative('.', file)}: ${seed.posts.length} posts of ${seed.profile.displayName}, ${change}`);
}

function readAppView(): string {
  const service = readService(values['app-view'] ?? publicServices.appView);
  if (!service.ok) throw new Refusal(`--app-view: ${service.error}`);
  return service.value;
}
