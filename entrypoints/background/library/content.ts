import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import type { GlossContent } from '../../../core/gloss/gloss-for.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { createResolver, type Resolver } from '../../../core/recognise/resolve.ts';
import { createLookUp, type LookUp } from '../../../core/search/look-up.ts';

/** What a library holds, made ready to be asked. */
export interface Content extends GlossContent {
  readonly resolver: Resolver;
  readonly lookUp: LookUp;
}

export function contentOf(feeds: readonly Feed[]): Content {
  const resolver = createResolver(feeds);
  const content = contentOfFeeds(feeds);
  return { ...content, resolver, lookUp: createLookUp(content, resolver) };
}
