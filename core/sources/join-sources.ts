import type { Feed } from '../model/feed.ts';
import type { AtUri, PostId } from '../model/ids.ts';
import type { Post, TextAddress } from '../model/post.ts';
import { matchCopies } from './match-copies.ts';
import type { SourceFeed, SourceLink, SourcePost } from './source-feed.ts';

export interface Joined {
  readonly source: SourceFeed;
  /** Posts of the bundled feed by their ids, and the address of what each is a copy of. */
  readonly renamed: ReadonlyMap<PostId, AtUri>;
  /** The posts of the bundled feed that have no original. */
  readonly unmatched: readonly PostId[];
}

interface Options {
  /** Whether the network said all that there is: what it did not say is gone, and left out. */
  readonly isComplete: boolean;
}

type Original = SourcePost & { readonly uri: AtUri };

/**
 * The posts of a bundled text page and their originals become one, by minute and text. An original says all there is to
 * say of a post; a copy without one stays as it is, where it stood, or is left out. Linked under the bundled
 * feed's id (`linkFeed`), copies keep theirs, and so do publications whose oldest cards say the same of title and site.
 */
export function joinSources(bundled: Feed, network: SourceFeed, { isComplete }: Options): Joined {
  const found = matchCopies(bundled.posts, eachOnce(network.posts));
  const originals = addRepeated(bundled.posts, found);
  const unmatched = bundled.posts.filter((post) => !originals.has(post));
  return {
    source: isComplete ? network : { ...network, posts: insertCopies(network.posts, bundled.posts, originals) },
    renamed: new Map([...originals].map(([{ id }, { uri }]) => [id, uri])),
    unmatched: unmatched.map(({ id }) => id),
  };
}

function eachOnce(posts: readonly SourcePost[]): Original[] {
  const named = posts.flatMap((post) => (post.uri === null ? [] : [{ ...post, uri: post.uri }]));
  return [...new Map(named.map((post) => [post.uri, post])).values()];
}

/** A page shows a post again where its author reposts it: copies that are the same in all are of one original. */
function addRepeated(posts: readonly Post[], found: ReadonlyMap<Post, Original>): ReadonlyMap<Post, Original> {
  const keyOf = ({ time, text }: Post) => `${time} ${text}`;
  const byKey = new Map([...found].map(([post, original]) => [keyOf(post), original]));
  return new Map(
    posts.flatMap((post) => {
      const original = found.get(post) ?? byKey.get(keyOf(post));
      return original === undefined ? [] : [[post, original] as const];
    }),
  );
}

/** Copies without an original stay beside what they stood beside: behind the original above them, else before one below. */
function insertCopies(
  posts: readonly SourcePost[],
  copies: readonly Post[],
  originals: ReadonlyMap<Post, Original>,
): SourcePost[] {
  const first: SourcePost[] = [];
  const behind = new Map<AtUri, SourcePost[]>();
  let run = first;
  let top: AtUri | null = null;
  for (const copy of copies) {
    const above: AtUri | undefined = originals.get(copy)?.uri;
    if (above === undefined) run.push(sourceOf(copy));
    else {
      top ??= above;
      run = behind.get(above) ?? [];
      behind.set(above, run);
    }
  }
  const isBelow = ({ uri, time }: SourcePost) => (top === null ? time < (first[0]?.time ?? '') : uri === top);
  const place = posts.findIndex(isBelow);
  return posts
    .flatMap((post, index) => [...(index === place ? first : []), post, ...takeFrom(behind, post.uri)])
    .concat(place === -1 ? first : []);
}

/** Once: a feed may have a post twice. */
function takeFrom(behind: Map<AtUri, SourcePost[]>, uri: AtUri | null): readonly SourcePost[] {
  const run = behind.get(uri ?? '') ?? [];
  behind.delete(uri ?? '');
  return run;
}

/** A post as its source said it, as far as a text page does. */
function sourceOf({ id: _, thread: __, publications: ___, addresses, linkCard, ...post }: Post): SourcePost {
  return {
    ...post,
    links: addresses.map(readLink),
    linkCard: linkCard && { ...linkCard, address: null },
    reply: null,
  };
}

function readLink({ shown, isComplete }: TextAddress): SourceLink {
  return { shown, address: isComplete ? shown : null };
}
