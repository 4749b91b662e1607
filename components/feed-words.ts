import type { FeedOrigin } from '../core/gloss/gloss.ts';
import type { Translate } from './words.ts';

/** In whose feed a post stands; those that are kept by themselves are of many accounts. */
export function sayInFeed(translate: Translate, { origin, displayName }: FeedOrigin): string {
  return origin.kind === 'kept' ? translate('kept_in') : translate('conversation_feed', displayName);
}
