import type { Did } from './ids.ts';

/**
 * Where a feed's posts come from; what it therefore cannot know is said of it on screen. `text-page`: a public profile
 * page that was copied as text. `bluesky`: the records of an account. `kept`: posts of several accounts, each kept by itself.
 */
export type Origin =
  | { readonly kind: 'text-page' }
  | { readonly kind: 'bluesky'; readonly did: Did }
  | { readonly kind: 'kept' };
