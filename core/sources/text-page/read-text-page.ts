import { fail, type ParseFault, type Result, succeed } from '../../result.ts';
import { findAddresses, findMentions } from '../../text/post-text.ts';
import { siteNameOf } from '../site-name.ts';
import type { SourceFeed, SourcePost } from '../source-feed.ts';
import { cutIntoLines, faultAt } from './lines.ts';
import { readLinkCard } from './link-card.ts';
import { type PostBlock, readPostBlocks } from './post-blocks.ts';
import { readProfile } from './profile.ts';
import { findReposts } from './reposts.ts';

/**
 * Reads a public Bluesky profile page that was copied as text: the profile and its posts, newest first. A damaged or
 * foreign text gives the line and what was expected there, and nothing else. Linear in the length of the text.
 */
export function readTextPage(text: string): Result<SourceFeed, ParseFault> {
  const lines = cutIntoLines(text);
  const profile = readProfile(lines);
  if (!profile.ok) return profile;
  const start = lines.next;
  const blocks = readPostBlocks(lines);
  if (!blocks.ok) return blocks;
  if (blocks.value.length === 0 && profile.value.posts !== 0) return fail(faultAt(lines, start, 'a post'));
  return succeed({
    origin: { kind: 'text-page' },
    profile: profile.value,
    asOf: null,
    posts: readPosts(blocks.value),
  });
}

/** The page has posts without their authors and addresses, and replies and quotations like all others. */
const UNKNOWN = { uri: null, author: null, reply: null, quote: null } as const;
const UNSAID = { alternativeTexts: [], languages: [], tags: [], labels: [] } as const;

function readPosts(blocks: readonly PostBlock[]): SourcePost[] {
  const isRepost = findReposts(blocks.map((block) => block.stamp));
  return blocks.map((block, index) => {
    const addresses = findAddresses(block.text);
    const linkCard = block.cardLine === null ? null : readLinkCard(block.cardLine, siteNameOf(addresses));
    return {
      ...UNKNOWN,
      ...UNSAID,
      ...block.stamp,
      text: block.text,
      mentions: findMentions(block.text),
      links: addresses.map(({ shown, isComplete }) => ({ shown, address: isComplete ? shown : null })),
      linkCard: linkCard && { ...linkCard, address: null },
      images: block.images,
      isRepost: isRepost[index] === true ? true : null,
    };
  });
}
