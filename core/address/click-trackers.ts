import { canonicalAddress, isIfgAddress } from './canonical.ts';
import { BASE64_HTTP, decodeAddress } from './encoded.ts';

/** Names that newsletter services give the parameter with the address. In base64 form it is known by itself. */
const NAMES =
  /^(?:url|u|l|r|to|link|href|goto|out|target|target_?url|dest|dest_?url|destination|redirect|redirect_?(?:url|uri|to)|rurl)$/i;
/** Hosts that trackers have: the address may stand in their path. */
const TRACKER = /^(?:[a-z0-9-]*(?:click|track|links?|mail|news|go)[a-z0-9-]*|[a-z]{1,3}\d*)\.|(?:^|\.)awstrack\.me$/;
/** Pages that pass an address on or look for it, and do not lead there. */
const NO_WAY_THERE =
  /(?:^|[/_.-])(?:share|sharer|sharing|intent|tweet|compose|submit|submitlink|save|search|find|login|signin|unsubscribe|bookmark|cite|validate|validator|lookup|embed|oembed|add)(?:[/_.-]|$)/i;
/** Sites whose own pages hold addresses to share, to save or to search for; their redirectors are known by name. */
const SHARING =
  /(?:^|\.)(?:twitter|x|facebook|linkedin|reddit|pinterest|tumblr|whatsapp|wa|t|telegram|threads|bsky|mastodon|google|bing|duckduckgo|yahoo|ycombinator|getpocket|instapaper|flipboard|buffer|hootsuite|addtoany|addthis|sharethis|archive|web\.archive|w3)\.(?:com|net|org|me|app|social|co|ph|is|li|md|today|co\.uk|[a-z]{2})$/i;
/** Parameters that go with sharing: words to send along. */
const WORDS_TO_SEND = ['text', 'title', 'subject', 'body', 'via', 'hashtags', 'summary', 'quote', 'status'];

/**
 * The Institute's address that an unknown tracker carries, in a parameter or as a part of its path; null where the
 * address carries none, or is a page to share, save or search it.
 */
export function readClickTracker(url: URL): string | null {
  if (SHARING.test(url.hostname) || NO_WAY_THERE.test(url.hostname) || NO_WAY_THERE.test(url.pathname)) return null;
  if (WORDS_TO_SEND.some((name) => url.searchParams.has(name))) return null;
  for (const [name, value] of url.searchParams) {
    const inner = NAMES.test(name) || BASE64_HTTP.test(value) ? decodeIfg(value) : null;
    if (inner !== null) return inner;
  }
  return TRACKER.test(url.hostname) ? readPath(url) : null;
}

function readPath(url: URL): string | null {
  for (const part of url.pathname.split('/')) {
    const inner = decodeIfg(part);
    if (inner !== null) return inner;
  }
  return null;
}

function decodeIfg(value: string): string | null {
  const inner = decodeAddress(value);
  const canonical = inner === null ? null : canonicalAddress(inner);
  return canonical !== null && isIfgAddress(canonical) ? inner : null;
}
