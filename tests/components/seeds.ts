import { readFileSync } from 'node:fs';
import { parseKnownAddresses } from '../../core/link/known-addresses.ts';
import { parseFeed } from '../../core/link/parse-feed.ts';
import type { Feed } from '../../core/model/feed.ts';

/** The bundled feed. Vite resolves `import.meta.url` for a browser here, so files are named from the project's root. */
export function readBundledFeed(): Feed {
  const known = parseKnownAddresses(readFileSync('seeds/known-addresses.json', 'utf8'));
  const feed = parseFeed(readFileSync('seeds/drbenpaxton.txt', 'utf8'), known.ok ? known.value : []);
  if (!feed.ok) throw new Error('the bundled feed does not parse');
  return feed.value;
}
