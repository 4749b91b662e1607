import type { FeedId, PostId } from '../../model/ids.ts';
import { fail, type ParseFault, type Result, succeed } from '../../result.ts';
import { hashOf } from '../../text/hash.ts';
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
  const id = `text-page:${profile.value.handle}`;
  return succeed({
    id,
    origin: { kind: 'text-page' },
    profile: profile.value,
    posts: readPosts(blocks.value, id),
  });
}

function readPosts(blocks: readonly PostBlock[], feed: FeedId): SourcePost[] {
  const isRepost = findReposts(blocks.map((block) => block.stamp));
  const ids = makeIds(blocks, feed);
  return blocks.map((block, index) => {
    const addresses = findAddresses(block.text);
    const linkCard = block.cardLine === null ? null : readLinkCard(block.cardLine, siteNameOf(addresses));
    return {
      id: ids[index] ?? '',
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

/**
 * Posts have no id in the page: their feed, minute and text stand for them, so that none is renamed where another goes. Posts
 * that are the same in these are counted from the oldest.
 */
function makeIds(blocks: readonly PostBlock[], feed: FeedId): PostId[] {
  const counts = new Map<string, number>();
  return blocks
    .toReversed()
    .map(({ stamp, text }) => {
      const count = (counts.get(`${stamp.time} ${text}`) ?? 0) + 1;
      counts.set(`${stamp.time} ${text}`, count);
      return `post:${hashOf(feed, stamp.time, text, ...(count === 1 ? [] : [String(count)]))}`;
    })
    .toReversed();
}
