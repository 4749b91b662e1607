import { createLookUp, type LookUp } from '../../../core/look-up/look-up.ts';
import { createResolver, type Resolver } from '../../../core/match/resolve.ts';
import type { Feed } from '../../../core/model/feed.ts';

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
