import type { Did } from '../../model/ids.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { FoundPosts } from '../found-posts.ts';
import type { ImportFault, ImportFaultKind } from '../import-state.ts';
import { readFeedPage } from './feed-page.ts';
import { fieldOf, typeOf } from './fields.ts';
import { parseJson } from './json-text.ts';
import { isForSignedIn, readLabels } from './labels.ts';
import { readDid } from './names.ts';
import { readProfile } from './profile.ts';

/** An item of a feed, with where it stands in its file. */
interface Item {
  readonly path: string;
  readonly item: unknown;
}

/**
 * Reads what app.bsky.feed.getAuthorFeed answered as it was saved: one answer, a list of answers, or a list of their items.
 * The account is the one that most of the posts are by; only what it posted or reposted itself is given.
 */
export function readJsonFile(text: string): Result<FoundPosts, ImportFault> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const items = itemsIn(json.value);
  return items.ok ? findPosts(items.value) : items;
}

function itemsIn(value: unknown): Result<readonly Item[], ImportFault> {
  if (!Array.isArray(value)) return itemsOfAnswer(value, '');
  const items: Item[] = [];
  for (const [index, each] of value.entries()) {
    const path = `[${index}]`;
    const own = fieldOf(each, 'post') === undefined ? itemsOfAnswer(each, path) : succeed([{ path, item: each }]);
    if (!own.ok) return own;
    for (const item of own.value) items.push(item);
  }
  return succeed(items);
}

function itemsOfAnswer(answer: unknown, path: string): Result<readonly Item[], ImportFault> {
  const feed = fieldOf(answer, 'feed');
  const at = path === '' ? 'feed' : `${path}.feed`;
  return Array.isArray(feed)
    ? succeed(feed.map((item, index) => ({ path: `${at}[${index}]`, item })))
    : fail(faultAt('unexpected', at));
}

function findPosts(items: readonly Item[]): Result<FoundPosts, ImportFault> {
  const [first] = items;
  if (first === undefined) return fail({ kind: 'no-posts', place: null });
  const did = mostFrequent(items.flatMap(({ item }) => (isRepost(item) ? [] : (authorOf(item) ?? []))));
  if (did === null) return fail(faultAt('unexpected', `${first.path}.post.author.did`));
  const posted = items.filter(({ item }) => !isRepost(item) && authorOf(item) === did);
  const hidden = posted.find(({ item }) => isForSignedIn(readLabels(fieldOf(viewOfAuthor(item), 'labels'))));
  if (hidden !== undefined) return fail(faultAt('signed-in-only', `${hidden.path}.post.author.labels`));
  const profile = readProfile(viewOfAuthor(posted[0]?.item));
  if (!profile.ok) return fail(faultAt('unexpected', `${posted[0]?.path}.post.author`));
  const own = items.filter(({ item }) => did === (isRepost(item) ? reposterOf(item) : authorOf(item)));
  const page = readFeedPage({ feed: own.map(({ item }) => item) });
  if (!page.ok || page.value.posts.length === 0) return fail({ kind: 'no-posts', place: null });
  const account = { did, profile: profile.value.profile, isWhole: false };
  return succeed({ account, count: countPosts(items), posts: page.value.posts });
}

/** An answer has a post again where it is pinned or was reposted. */
function countPosts(items: readonly Item[]): number {
  return new Set(items.map(({ path, item }) => fieldOf(fieldOf(item, 'post'), 'uri') ?? path)).size;
}

function isRepost(item: unknown): boolean {
  return typeOf(fieldOf(item, 'reason')) === 'app.bsky.feed.defs#reasonRepost';
}

function viewOfAuthor(item: unknown): unknown {
  return fieldOf(fieldOf(item, 'post'), 'author');
}

function authorOf(item: unknown): Did | null {
  return readDid(fieldOf(viewOfAuthor(item), 'did'));
}

function reposterOf(item: unknown): Did | null {
  return readDid(fieldOf(fieldOf(fieldOf(item, 'reason'), 'by'), 'did'));
}

/** The first of those that come most often; null where there are none. */
function mostFrequent(dids: readonly Did[]): Did | null {
  const counts = new Map<Did, number>();
  for (const did of dids) counts.set(did, (counts.get(did) ?? 0) + 1);
  return [...counts].reduce<readonly [Did | null, number]>(
    (most, each) => (each[1] > most[1] ? each : most),
    [null, 0],
  )[0];
}

function faultAt(kind: ImportFaultKind, path: string): ImportFault {
  return { kind, place: { kind: 'field', path } };
}
