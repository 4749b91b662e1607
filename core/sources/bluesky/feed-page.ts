import type { AtUri, PostTime } from '../../model/ids.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { FetchedPost } from '../fetched-post.ts';
import { readAuthor } from './author.ts';
import { readCursor } from './cursor.ts';
import { readQuotedCard } from './embed.ts';
import { countOf, fieldOf, textOf, typeOf } from './fields.ts';
import { readInstant } from './instant.ts';
import { isHidden, readLabels } from './labels.ts';
import { readPostUri } from './names.ts';
import { readPostRecord } from './record.ts';

export interface FeedPage {
  /** Each once, in the order of the feed: by when they were posted or reposted, the newest first. */
  readonly posts: readonly FetchedPost[];
  /** When the latest of them came: was posted, or reposted. Null where there are none. */
  readonly latest: PostTime | null;
  /** Where the next page begins; null after the last one. */
  readonly cursor: string | null;
}

const MAX_CID = 256;

/**
 * An answer of app.bsky.feed.getAuthorFeed. Posts that cannot be read and those that nobody is to see are left out; of an
 * answer that is another thing than a page of posts it is said where.
 */
export function readFeedPage(answer: unknown): Result<FeedPage, string> {
  const feed = fieldOf(answer, 'feed');
  if (!Array.isArray(feed)) return fail('feed: expected a list');
  const cursor = readCursor(answer);
  if (!cursor.ok) return cursor;
  const items = feed.flatMap((item) => readItem(item) ?? []);
  const latest = items.reduce<PostTime | null>((last, { at }) => (last === null || at > last ? at : last), null);
  return succeed({ posts: eachOnce(items), latest, cursor: cursor.value });
}

/**
 * An answer of app.bsky.feed.getPosts, which has no post that is gone. Whether a feed has one as a repost is not known
 * from it.
 */
export function readPosts(answer: unknown): Result<readonly FetchedPost[], string> {
  const posts = fieldOf(answer, 'posts');
  if (!Array.isArray(posts)) return fail('posts: expected a list');
  const read = posts.flatMap((view) => readView(view, null) ?? []);
  return succeed([...new Map(read.map((each) => [each.uri, each])).values()]);
}

interface Item {
  readonly fetched: FetchedPost;
  /** Whether it was reposted there. */
  readonly isAgain: boolean;
  /** When it came there. */
  readonly at: PostTime;
}

/** An item is a post, or one that was reposted; pins come again where they belong. */
function readItem(item: unknown): Item | null {
  const view = fieldOf(item, 'post');
  const reason = fieldOf(item, 'reason') ?? null;
  if (reason === null) return itemOf(readView(view, false), false, null);
  if (typeOf(reason) !== 'app.bsky.feed.defs#reasonRepost') return null;
  // Who reposts an own post has said it once.
  const isOwn = fieldOf(fieldOf(reason, 'by'), 'did') === fieldOf(fieldOf(view, 'author'), 'did');
  return itemOf(readView(view, !isOwn), true, readInstant(fieldOf(reason, 'indexedAt')));
}

function itemOf(fetched: FetchedPost | null, isAgain: boolean, repostedAt: PostTime | null): Item | null {
  return fetched && { fetched, isAgain, at: repostedAt ?? fetched.post.time };
}

/** A post is where it was posted rather than where it came again. */
function eachOnce(items: readonly Item[]): FetchedPost[] {
  const posted = new Set(items.flatMap(({ fetched, isAgain }) => (isAgain ? [] : [fetched.uri])));
  const seen = new Set<AtUri>();
  return items.flatMap(({ fetched, isAgain }) => {
    if (seen.has(fetched.uri) || (isAgain && posted.has(fetched.uri))) return [];
    seen.add(fetched.uri);
    return [fetched];
  });
}

/** Of app.bsky.feed.defs#postView. */
function readView(view: unknown, isRepost: boolean | null): FetchedPost | null {
  const uri = readPostUri(fieldOf(view, 'uri'));
  const cid = textOf(fieldOf(view, 'cid'), MAX_CID);
  const author = readAuthor(fieldOf(view, 'author'));
  if (uri === null || !cid || author === null) return null;
  const post = readPostRecord(author, uri, fieldOf(view, 'record'), readInstant(fieldOf(view, 'indexedAt')));
  const labels = readLabels(fieldOf(view, 'labels'));
  if (post === null || isHidden(labels) || isHidden(readLabels(fieldOf(fieldOf(view, 'author'), 'labels'))))
    return null;
  const quotedCard = readQuotedCard(fieldOf(view, 'embed'));
  return {
    uri,
    cid,
    post: {
      ...post,
      ...(quotedCard !== null && { quotedCard }),
      labels: [...new Set([...post.labels, ...labels])],
      isRepost,
      likes: countOf(fieldOf(view, 'likeCount')),
      reposts: countOf(fieldOf(view, 'repostCount')),
      replies: countOf(fieldOf(view, 'replyCount')),
      quotes: countOf(fieldOf(view, 'quoteCount')),
    },
  };
}
