import { createHash } from 'node:crypto';
import type { Feed } from '../../core/model/feed.ts';
import type { PostId } from '../../core/model/ids.ts';
import type { Post } from '../../core/model/post.ts';
import { readFeed } from '../../scripts/bundled-index.ts';
import type { Account, NewPost } from './account.ts';
import { cardAddress, fullAddress, readSeenAddresses, type SeenAddress } from './full-addresses.ts';
import type { SharedNetwork } from './network.ts';
import { type Blob, type Facet, facetOn } from './records.ts';

/** The account of the bundled feed, in the network as it would be had it been written there. */
export interface SeedAccount {
  readonly account: Account;
  /** Who wrote what the account only reposted. */
  readonly colleague: Account;
  readonly feed: Feed;
  /** The at-URI of each post of the feed. */
  readonly uris: ReadonlyMap<PostId, string>;
  /** The at-URIs of posts that the copied page has lost: the first of each thread whose start it cuts off. */
  readonly lost: readonly string[];
}

/** A picture of one point. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const LOST_TEXT =
  'NEW REPORT Government spends a great deal on goods and services. How could that help its missions? 🧵';

/**
 * Creates the account of the bundled feed with all its posts: texts as they are, times in their minutes (of UTC, which
 * the page does not say), full addresses, link cards, threads as replies, a picture where the feed says that there is
 * one. A post that it reposted is another account's. Replies, likes and quotes of others are missing.
 */
export async function createSeedAccount(network: SharedNetwork, handle = 'drbenpaxton.test'): Promise<SeedAccount> {
  const feed = await readFeed('seeds/drbenpaxton.txt');
  const { displayName, bio } = feed.profile;
  const account = await network.createAccount({ handle, displayName, ...(bio !== null && { bio }) });
  const colleague = await network.createAccount({ handle: `co-${handle}`, displayName: 'A Colleague' });
  const seen = await readSeenAddresses();
  const picture = await account.uploadBlob(PIXEL, 'image/png');
  const record = (post: Post, second: number) => recordOf(post, second, seen, picture);

  const planned = plan(feed);
  const own = await account.post(
    ...planned.map(({ post, time, second, reply }) => ({
      ...(post === null ? { text: LOST_TEXT, createdAt: instant(time, second) } : record(post, second)),
      ...(reply && { reply }),
    })),
  );
  const uris = new Map<PostId, string>();
  const lost: string[] = [];
  for (const [index, { uri }] of own.entries()) {
    const { post } = planned[index] ?? { post: null };
    if (post === null) lost.push(uri);
    else uris.set(post.id, uri);
  }
  for (const [index, post] of feed.posts.entries()) {
    if (post.isRepost !== true) continue;
    const [written] = await colleague.post(record(post, 0));
    if (written === undefined) continue;
    uris.set(post.id, written.uri);
    // After what stands below it.
    await account.repost(written, instant(feed.posts[index + 1]?.time ?? post.time, 59));
  }
  await network.processAll();
  return { account, colleague, feed, uris, lost };
}

interface Planned {
  /** Null for one that the page has lost. */
  readonly post: Post | null;
  readonly time: string;
  readonly second: number;
  readonly reply: { readonly root: number; readonly parent: number } | null;
}

/** The account's own posts, oldest first, those of a minute a second apart. */
function plan(feed: Feed): readonly Planned[] {
  const planned: Planned[] = [];
  const roots = new Map<string, number>();
  const add = (post: Post | null, time: string, thread: string | null) => {
    const root = roots.get(thread ?? '');
    if (thread !== null && root === undefined) roots.set(thread, planned.length);
    const second = planned.filter((each) => each.time === time).length;
    planned.push({ post, time, second, reply: root === undefined ? null : { root, parent: planned.length - 1 } });
  };
  const cutOff = new Set(feed.threads.filter(({ start }) => start !== 'shown').map(({ id }) => id));
  for (const post of feed.posts.toReversed()) {
    if (post.isRepost === true) continue;
    if (post.thread !== null && cutOff.has(post.thread) && !roots.has(post.thread)) add(null, post.time, post.thread);
    add(post, post.time, post.thread);
  }
  return planned;
}

function recordOf(post: Post, second: number, seen: readonly SeenAddress[], picture: Blob): NewPost {
  const { text, time, linkCard, images } = post;
  return {
    text,
    createdAt: instant(time, second),
    langs: ['en'],
    facets: facetsOf(post, seen),
    ...(linkCard !== null && {
      embed: {
        $type: 'app.bsky.embed.external',
        external: {
          uri: cardAddress(post, seen),
          title: linkCard.titleIsCertain ? `${linkCard.title} | ${linkCard.siteName}` : linkCard.title,
          description: linkCard.description,
        },
      },
    }),
    ...(linkCard === null &&
      images > 0 && {
        embed: {
          $type: 'app.bsky.embed.images',
          images: Array.from({ length: images }, () => ({ image: picture, alt: '' })),
        },
      }),
  };
}

function facetsOf(post: Post, seen: readonly SeenAddress[]): Facet[] {
  const links = post.addresses.map((address) =>
    facetOn(post.text, address.shown, { $type: 'app.bsky.richtext.facet#link', uri: fullAddress(address, post, seen) }),
  );
  const mentions = post.mentions.map((handle) =>
    facetOn(post.text, `@${handle}`, { $type: 'app.bsky.richtext.facet#mention', did: madeUpDid(handle) }),
  );
  return [...links, ...mentions].toSorted((a, b) => a.index.byteStart - b.index.byteStart);
}

/** Of somebody who has no account in the network. */
function madeUpDid(handle: string): string {
  const digits = createHash('sha256').update(handle).digest('hex').slice(0, 24);
  return `did:plc:${digits.replaceAll(/[0189]/g, (digit) => ({ '0': 'g', '1': 'h', '8': 'i', '9': 'j' })[digit] ?? digit)}`;
}

function instant(minute: string, second: number): string {
  return `${minute}:${String(second).padStart(2, '0')}.000Z`;
}
