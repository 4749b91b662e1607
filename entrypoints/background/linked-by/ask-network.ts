import { askedSource } from '../../../core/linked-by/asked-source.ts';
import { type Found, type FoundPost, MOST_POSTS } from '../../../core/linked-by/found.ts';
import { linksTo } from '../../../core/linked-by/links-to.ts';
import { readSearched } from '../../../core/linked-by/read-named.ts';
import type { AtUri, CanonicalAddress } from '../../../core/model/ids.ts';
import type { Failure } from '../../../core/network/failure.ts';
import type { AskedSource } from '../../../core/protocol/linked-by.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { readPosts } from '../../../core/sources/bluesky/feed-page.ts';
import type { FetchedPost } from '../../../core/sources/fetched-post.ts';
import type { AtprotoClient } from '../../../platform/network/bluesky.ts';
import type { LinkFinders } from '../../../platform/network/link-index.ts';
import { askIndex } from './ask-index.ts';

/** A page that is asked about: what is sent, and all addresses that are it. */
export interface AskedPage {
  readonly forms: readonly string[];
  readonly addresses: readonly CanonicalAddress[];
}

/** Whether the AppView's search is to be tried: where it refused, not on the same day. */
export interface SearchTrial {
  isDue(): Promise<boolean>;
  noteRefusal(): Promise<void>;
}

export interface AskDoors {
  readonly finders: (signal: AbortSignal) => LinkFinders;
  readonly posts: (signal: AbortSignal) => Pick<AtprotoClient, 'posts'>;
  readonly trial: SearchTrial;
  readonly now: () => number;
  /** A signal that aborts after so many milliseconds. */
  readonly within: (milliseconds: number) => AbortSignal;
}

/** Milliseconds: together less than who asks waits for. */
const PATIENCE = { search: 10_000, index: 20_000, posts: 20_000 } as const;
/** What a server answers that does not let who is not signed in search; any other fault may pass. */
const REFUSED = new Set([400, 401, 403, 404, 405, 410, 501]);
/** Posts of one request. */
const AT_ONCE = 25;
const UNEXPECTED: Failure = { kind: 'unreadable', why: 'unexpected', until: null };

/** What one source came to: the posts that it named. */
export interface Named {
  readonly source: AskedSource;
  readonly uris: readonly AtUri[];
}

/**
 * Asks who links to a page: what each source names is asked for once more, which weeds out what is gone, what is not for who
 * is not signed in, and what does not link there. Fails where the reader has not switched it on, or switches it off meanwhile.
 */
export async function askNetwork(page: AskedPage, doors: AskDoors): Promise<Result<Found, 'not-allowed'>> {
  const askedAt = doors.now();
  const search = await askSearch(page, doors);
  const index = await askIndex(page.forms, doors.finders(doors.within(PATIENCE.index)));
  const foundBy = (uri: AtUri): FoundPost['foundBy'] =>
    [index, search].flatMap(({ source: { name }, uris }) => (name !== 'posts' && uris.includes(uri) ? [name] : []));
  const named = [...new Set([...index.uris, ...search.uris])].sort(newestFirst);
  const posts = await askPosts(named.slice(0, MOST_POSTS), doors);
  const sources = [index.source, search.source, named.length > MOST_POSTS ? cut(posts.source) : posts.source];
  if (sources.some(({ failure }) => failure?.kind === 'not-allowed')) return fail('not-allowed');
  const own = new Set(page.addresses);
  const linking = posts.fetched.filter(({ post }) => linksTo(post, own));
  return succeed({
    askedAt,
    addresses: page.forms,
    sources,
    posts: linking.map((fetched) => ({ fetched, foundBy: foundBy(fetched.uri) })),
  });
}

async function askSearch({ forms }: AskedPage, { trial, finders, within }: AskDoors): Promise<Named> {
  const none = { name: 'search', failure: null, again: null, found: 0 } as const;
  if (!(await trial.isDue())) return { source: { ...none, state: 'not-offered' }, uris: [] };
  const answer = await finders(within(PATIENCE.search)).search(forms);
  const failure = answer.ok ? null : answer.error;
  if (failure?.kind === 'status' && REFUSED.has(failure.status)) {
    await trial.noteRefusal();
    return { source: { ...none, state: 'not-offered', failure }, uris: [] };
  }
  if (!answer.ok) return { source: askedSource('search', 0, patient(answer.error)), uris: [] };
  const read = readSearched(answer.value);
  if (!read.ok) return { source: askedSource('search', 0, UNEXPECTED), uris: [] };
  const { uris, cursor, isCut } = read.value;
  const source = askedSource('search', uris.length, null);
  // Further pages are for who is signed in.
  return { source: cursor !== null || isCut ? cut(source) : source, uris };
}

/** One request that our patience ends was not answered. */
function patient(failure: Failure): Failure {
  return failure.kind === 'cancelled' ? { kind: 'timed-out' } : failure;
}

function cut(source: AskedSource): AskedSource {
  return source.state === 'answered' ? { ...source, state: 'cut' } : source;
}

interface Fetched {
  readonly source: AskedSource;
  readonly fetched: readonly FetchedPost[];
}

async function askPosts(uris: readonly AtUri[], { posts, within }: AskDoors): Promise<Fetched> {
  if (uris.length === 0)
    return { source: { name: 'posts', state: 'not-asked', failure: null, again: null, found: 0 }, fetched: [] };
  const client = posts(within(PATIENCE.posts));
  const fetched: FetchedPost[] = [];
  let failure: Failure | null = null;
  for (let from = 0; from < uris.length && failure === null; from += AT_ONCE) {
    const wanted = uris.slice(from, from + AT_ONCE);
    const answer = await client.posts(wanted);
    const read = answer.ok ? readPosts(answer.value) : answer;
    if (read.ok) fetched.push(...read.value.filter(({ uri }) => wanted.includes(uri)));
    else failure = typeof read.error === 'string' ? UNEXPECTED : from === 0 ? patient(read.error) : read.error;
  }
  return { source: askedSource('posts', fetched.length, failure), fetched };
}

/** By their keys, which are made of the time. */
function newestFirst(one: AtUri, other: AtUri): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? 1 : a > b ? -1 : 0;
}

function keyOf(uri: AtUri): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
