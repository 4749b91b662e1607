import type { Feed } from '../../../core/model/feed.ts';
import { createResolver, type Resolver } from '../../../core/recognise/resolve.ts';
import { createLookUp, type LookUp } from '../../../core/search/look-up.ts';

/** What a library holds, made ready to be asked. */
export interface Content {
  readonly feeds: readonly Feed[];
  readonly resolver: Resolver;
  readonly lookUp: LookUp;
}

export function contentOf(feeds: readonly Feed[]): Content {
  const resolver = createResolver(feeds);
  return { feeds, resolver, lookUp: createLookUp(feeds, resolver) };
}
