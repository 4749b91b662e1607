import { readdir, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readSeeds } from '../../scripts/bundled-index.ts';
import { goldPages, makeFeed } from '../bench/gold.ts';
import { makeGolden } from './golden.ts';

/** `npm run golden`: keeps what is said today from the bundled feeds, for `tests/golden.test.ts` to hold later code to. */
parseArgs();
const golden = await makeGolden(await readSeeds(), [makeFeed(goldPages)]);
const folder = new URL('.', import.meta.url);
for (const name of await readdir(folder)) if (name.endsWith('.json')) await rm(new URL(name, folder));
for (const [name, said] of Object.entries(golden))
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(said, null, 1)}\n`);
