import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import type { Gloss } from '../../core/gloss/gloss.ts';
import { glossFor } from '../../core/gloss/gloss-for.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { readBundledFeed } from './seeds.ts';

const feeds = [readBundledFeed()];
const resolver = createResolver(feeds);

export const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
export const RELATED = 'https://www.instituteforgovernment.org.uk/publication/accountability-government-procurement';
export const UNCERTAIN = 'https://on.ft.com/478WcW7';

/** What the bundled feed says about an address. */
export function glossOf(url: string): Gloss {
  return glossFor(contentOfFeeds(feeds), resolver.resolve({ url }));
}
