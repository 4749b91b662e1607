import type { Feed } from '../model/feed.ts';
import { type ParseFault, type Result, succeed } from '../result.ts';
import { readTextPage } from '../sources/text-page/read-text-page.ts';
import type { KnownAddress } from './known-addresses.ts';
import { linkFeed } from './link-feed.ts';

/**
 * Reads a profile page that was copied as text, and links what it holds. The fault of a damaged text is the whole result.
 * Linear in the length of the text. `known` are full addresses of link cards that the page shortens.
 */
export function parseFeed(text: string, known: readonly KnownAddress[] = []): Result<Feed, ParseFault> {
  const source = readTextPage(text);
  return source.ok ? succeed(linkFeed(source.value, known)) : source;
}
