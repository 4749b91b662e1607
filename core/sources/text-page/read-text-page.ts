import type { Profile } from '../../model/account.ts';
import type { PostId } from '../../model/ids.ts';
import { fail, type ParseFault, type Result, succeed } from '../../result.ts';
import { findAddresses, findMentions } from '../../text/post-text.ts';
import type { SourceFeed, SourcePost } from '../source-feed.ts';
import { cutIntoLines, faultAt } from './lines.ts';
import { readLinkCard } from './link-card.ts';
import { type PostBlock, readPostBlocks } from './post-blocks.ts';
import { readProfile } from './profile.ts';
import { findReposts } from './reposts.ts';
import { siteNameOf } from './site-name.ts';

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
  if (blocks.value.length === 0 && profile.value.posts > 0) return fail(faultAt(lines, start, 'a post'));
  return succeed({ profile: profile.value, posts: readPosts(blocks.value, profile.value) });
}

function readPosts(blocks: readonly PostBlock[], profile: Profile): SourcePost[] {
  const isRepost = findReposts(blocks.map((block) => block.stamp));
  const ids = new Map<string, number>();
  return blocks.map((block, index) => {
    const addresses = findAddresses(block.text);
    const linkCard = block.cardLine === null ? null : readLinkCard(block.cardLine, siteNameOf(addresses));
    return {
      id: nextId(ids, `${profile.handle}/${block.stamp.time}`),
      ...block.stamp,
      text: block.text,
      mentions: findMentions(block.text),
      addresses,
      linkCard,
      images: block.images,
      isRepost: isRepost[index] === true ? true : null,
    };
  });
}

/** Posts have no id in the page: the account and the minute, and a number for those that share a minute. */
function nextId(ids: Map<string, number>, base: string): PostId {
  const count = (ids.get(base) ?? 0) + 1;
  ids.set(base, count);
  return `${base}/${count}`;
}
