import { readFile } from 'node:fs/promises';
import { parseKnownAddresses } from '../core/feed/known-addresses.ts';
import { parseFeed } from '../core/feed/parse-feed.ts';
import { describeFault } from '../core/result.ts';

/** `npm run --silent feed -- FILE`: prints a parsed feed as JSON; exit code 2 and the reason where it does not parse. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: npm run --silent feed -- FILE');
  process.exit(2);
}
try {
  const known = parseKnownAddresses(await readFile(new URL('../seeds/known-addresses.json', import.meta.url), 'utf8'));
  const feed = parseFeed(await readFile(file, 'utf8'), known.ok ? known.value : []);
  if (!feed.ok) throw new Error(describeFault(feed.error));
  const { profile, posts, threads, recommendations, publications } = feed.value;
  process.stdout.write(`${JSON.stringify({ profile, posts, threads, recommendations, publications }, null, 2)}\n`);
} catch (error) {
  console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
