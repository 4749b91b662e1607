import type { FoundPost } from '../../../core/linked-by/found.ts';
import { KEPT_FEED } from '../../../core/linked-by/kept-id.ts';
import type { Held } from '../../../core/linked-by/present.ts';
import type { AtUri, Did, Handle, PublicationId } from '../../../core/model/ids.ts';
import type { Post } from '../../../core/model/post.ts';
import { matchCopies } from '../../../core/sources/match-copies.ts';
import type { Content } from '../library/content.ts';

export type AskedContent = Pick<
  Content,
  'resolve' | 'describePublication' | 'describePost' | 'describeFeeds' | 'postsAbout'
>;

export interface HeldDoors {
  readonly content: AskedContent;
  /** The posts that are kept by themselves. */
  readonly kept: readonly AtUri[];
  /** Whether what is read of accounts has a post. */
  readonly hasPost: (did: Did, uri: AtUri) => Promise<boolean>;
  /** Whether an account was added. */
  readonly hasAccount: (did: Did) => Promise<boolean>;
}

/** Posts about one publication among which copies are looked for. */
const MOST_COMPARED = 1_000;

type Feeds = Awaited<ReturnType<Content['describeFeeds']>>;

/** What the library has of posts that were found: by their addresses, or as copies that came without one. */
export async function findHeld(
  found: readonly FoundPost[],
  publication: PublicationId | null,
  doors: HeldDoors,
): Promise<Held> {
  const feeds = await doors.content.describeFeeds();
  const kept = new Set(doors.kept);
  const known = await Promise.all(found.map((post) => isHeld(post, kept, doors)));
  const posts = new Set(found.flatMap(({ fetched: { uri } }, index) => (known[index] ? [uri] : [])));
  const missing = found.filter(({ fetched: { uri } }) => !posts.has(uri));
  for (const uri of await findCopies(missing, feeds, publication, doors.content)) posts.add(uri);
  const authors = new Map(
    found.flatMap(({ fetched: { post } }) => (post.author ? [[post.author.did, post.author]] : [])),
  );
  const accounts = new Set<Did>();
  for (const { did, handle } of authors.values())
    if (isFeedOf(feeds, did, handle) || (await doors.hasAccount(did))) accounts.add(did);
  return { posts, kept, accounts };
}

/** That a post is kept by itself does not make it one of the library's other posts. */
async function isHeld({ fetched }: FoundPost, kept: ReadonlySet<AtUri>, doors: HeldDoors): Promise<boolean> {
  const { uri, post } = fetched;
  const described = await doors.content.describePost({ id: String(uri) });
  if (described === null) return false;
  if (described.feed.id !== KEPT_FEED || !kept.has(uri)) return described.feed.id !== KEPT_FEED;
  return post.author !== null && doors.hasPost(post.author.did, uri);
}

function isFeedOf(feeds: Feeds, did: Did, handle: Handle): boolean {
  return feeds.some((feed) => ('did' in feed.origin ? feed.origin.did === did : feed.handle === handle));
}

/** A page that was copied as text says no addresses of its posts: they are known by their minutes and words. */
async function findCopies(
  found: readonly FoundPost[],
  feeds: Feeds,
  publication: PublicationId | null,
  content: AskedContent,
): Promise<readonly AtUri[]> {
  const copied = new Set(feeds.flatMap(({ origin, handle }) => (origin.kind === 'text-page' ? [handle] : [])));
  const originals = found.filter(({ fetched: { post } }) => copied.has(post.author?.handle ?? ''));
  if (publication === null || originals.length === 0) return [];
  const ids = (await content.postsAbout([publication])).slice(0, MOST_COMPARED);
  const about = await Promise.all(ids.map((id) => content.describePost({ id })));
  return [...copied].flatMap((handle) => {
    const copies = about.flatMap((each): Post[] =>
      each !== null && each.post.uri === null && each.feed.handle === handle ? [each.post] : [],
    );
    const own = originals.map(({ fetched }) => fetched).filter(({ post }) => post.author?.handle === handle);
    const said = own.map(({ uri, post: { time, text } }) => ({ uri, time, text }));
    return [...matchCopies(copies, said).values()].map(({ uri }) => uri);
  });
}
