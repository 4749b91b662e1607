import { parseArgs } from 'node:util';
import { readFeed } from './bundled-index.ts';
import { Refusal } from './refusal.ts';

/** `npm run --silent feed -- FILE`: prints a parsed feed as JSON; exit code 2 and the reason where it does not parse. */
const [file, ...more] = parseArgs({ allowPositionals: true }).positionals;
if (file === undefined || more.length > 0) throw new Refusal('usage: npm run --silent feed -- FILE');
const { profile, posts, threads, recommendations, publications } = await readFeed(file);
process.stdout.write(`${JSON.stringify({ profile, posts, threads, recommendations, publications }, null, 2)}\n`);
