import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BundledIndex } from '../../core/model/feed.ts';
import { BUILT } from '../../scripts/browsers/launch.ts';
import { feedAbout } from '../core/gloss/popular-report.ts';

export const POPULAR_ADDRESS = 'http://www.instituteforgovernment.org.uk/publication/popular';

/** What was built, with another library in it: 200 posts about one report, the oldest a thread, and 120 recommendations. */
export async function buildPopular(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-popular-'));
  await cp(fileURLToPath(BUILT), folder, { recursive: true });
  const feed = feedAbout({ sizes: [...Array<number>(195).fill(1), 5], recommendations: 120 });
  const index: BundledIndex = { version: 'popular', feeds: [feed] };
  for (const browser of ['chrome-mv3', 'firefox-mv3'])
    await writeFile(join(folder, browser, 'bundled-index.json'), JSON.stringify(index));
  return pathToFileURL(`${folder}/`);
}
