import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BundledIndex } from '../../core/model/feed.ts';
import { copyBuilt } from '../copy-built.ts';
import { feedAbout } from '../core/gloss/popular-report.ts';

export const POPULAR_ADDRESS = 'http://www.instituteforgovernment.org.uk/publication/popular';

/** What was built, with another library in it: 200 posts about one report, the oldest a thread, and 120 recommendations. */
export async function buildPopular(): Promise<URL> {
  const folder = await copyBuilt('popular');
  const feed = feedAbout({ sizes: [...Array<number>(195).fill(1), 5], recommendations: 120 });
  const index: BundledIndex = { version: 'popular', feeds: [feed] };
  for (const browser of ['chrome-mv3', 'firefox-mv3'])
    await writeFile(join(folder, browser, 'bundled-index.json'), JSON.stringify(index));
  return pathToFileURL(`${folder}/`);
}
