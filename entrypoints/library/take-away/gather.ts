import { keyOfHit } from '../../../components/library/hits.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import type { Gloss } from '../../../core/gloss/gloss.ts';
import type { Cursor } from '../../../core/gloss/more.ts';
import type { FeedId, PublicationId, ThreadId } from '../../../core/model/ids.ts';
import type { FollowUp, Note } from '../../../core/model/own.ts';
import type { Publication } from '../../../core/model/publication.ts';
import {
  keysOfPost,
  keysOfPublication,
  keysOfRecommendation,
  keysOfSubject,
  type OwnKey,
} from '../../../core/own/keys.ts';
import type { LibraryViewRequests } from '../../../core/protocol/library-page.ts';
import type { OwnKind } from '../../../core/protocol/own.ts';
import { HITS_IN_PART, type SearchHit, type SearchRequest } from '../../../core/protocol/search.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import type { FeedName, Item } from '../../../core/take-away/items.ts';
import { sourcesAskedFor } from '../../../core/take-away/references.ts';

export interface Gathering {
  readonly ask: Ask<LibraryViewRequests>;
  /** Called as it goes on: how many are there by now, and of how many. */
  readonly tell: (done: number, all: number) => void;
  /** Ends it with an error. */
  readonly signal: AbortSignal;
}

/** Items whose notes and follow-up are asked for at once. */
const ITEMS_IN_PART = 200;

/** All hits of a search, however many are shown, with what the reader wrote about them. */
export async function gatherHits(
  gathering: Gathering,
  request: Pick<SearchRequest, 'text' | 'order' | 'newSince'>,
  feeds: ReadonlyMap<FeedId, FeedName>,
): Promise<readonly Item[]> {
  const { ask, tell, signal } = gathering;
  const hits = new Map<string, SearchHit>();
  for (let start = 0; ; ) {
    signal.throwIfAborted();
    const answer = await ask('search', { ...request, start, most: HITS_IN_PART, from: null });
    // Where the library has changed meanwhile, some may come a second time.
    for (const hit of answer.hits) hits.set(keyOfHit(hit), hit);
    start = answer.start + answer.hits.length;
    tell(hits.size, answer.total);
    if (answer.hits.length === 0 || start >= answer.total) break;
  }
  return withOwn(
    gathering,
    [...hits.values()].map((hit) => itemOfHit(hit, feeds)),
  );
}

function itemOfHit(hit: SearchHit, feeds: ReadonlyMap<FeedId, FeedName>): Item {
  switch (hit.kind) {
    case 'publication':
      return { kind: hit.kind, publication: hit.publication, posts: hit.posts };
    case 'post':
      return { kind: hit.kind, post: hit.post, feed: nameOfFeed(feeds.get(hit.feed)), about: hit.about };
    case 'recommendation':
      return {
        kind: hit.kind,
        recommendation: hit.recommendation,
        feed: nameOfFeed(feeds.get(hit.feed)),
        about: hit.about,
      };
    case 'note':
      return itemOfOwn(hit.note);
  }
}

/** A publication and all that is said about it; empty where the library no longer holds it. */
export async function gatherPublication(gathering: Gathering, id: PublicationId): Promise<readonly Item[]> {
  const { ask, tell, signal } = gathering;
  const found = { kind: 'publication', id } as const;
  const [details, gloss] = await Promise.all([ask('describePublication', { id }), ask('describeFound', found)]);
  if (details === null || gloss === null) return [];
  const { publication, posts } = details;
  const items: Item[] = [{ kind: 'publication', publication, posts }, ...itemsOfGloss(gloss, gloss, publication)];
  const { counts, next } = gloss;
  const all = counts.posts + counts.recommendations + 1;
  for (const name of ['recommendations', 'conversations'] as const) {
    let wanted: Cursor | null = next[name];
    while (wanted !== null) {
      tell(Math.min(items.length, all), all);
      signal.throwIfAborted();
      const more = await ask('describeMore', { of: { kind: 'found', found }, wanted });
      if (more === null) break;
      items.push(...itemsOfGloss(more, gloss, publication));
      wanted = more.next[name] ?? null;
    }
  }
  return withOwn(gathering, items);
}

function itemsOfGloss(
  { sections, conversations }: Pick<Gloss, 'sections' | 'conversations'>,
  { feeds }: Pick<Gloss, 'feeds'>,
  about: Publication,
): readonly Item[] {
  const feedOf = (id: FeedId | undefined) => nameOfFeed(feeds.find((feed) => feed.id === id));
  const named = nameOf(about);
  return [
    ...sections.flatMap(({ recommendations }) =>
      recommendations.map(({ source, ...recommendation }): Item => {
        return { kind: 'recommendation', recommendation, feed: feedOf(source?.feed), about: named };
      }),
    ),
    ...conversations.flatMap(({ posts, feed }) =>
      posts.map((post): Item => ({ kind: 'post', post, feed: feedOf(feed), about: named })),
    ),
  ];
}

/** A thread's posts and recommendations, with what the reader wrote about them; empty where it is gone. */
export async function gatherThread(gathering: Gathering, id: ThreadId): Promise<readonly Item[]> {
  const details = await gathering.ask('describeThread', { id });
  if (details === null) return [];
  const about = details.publication && nameOf(details.publication);
  const said = { feed: nameOfFeed(details.feed), about };
  return withOwn(gathering, [
    ...details.posts.map((post): Item => ({ kind: 'post', post, ...said })),
    ...details.recommendations.map((recommendation): Item => ({ kind: 'recommendation', recommendation, ...said })),
  ]);
}

/** Recommendations as a table has them, with what the reader wrote about them. */
export function gatherLines(gathering: Gathering, lines: readonly RecommendationLine[]): Promise<readonly Item[]> {
  return withOwn(gathering, lines.flatMap(itemsOfLine));
}

/** One that is gone from the library is known by its follow-up alone. */
function itemsOfLine({ subject, state, followUp }: RecommendationLine): readonly Item[] {
  const { publication, words, kind: _, ...rest } = subject;
  const recommendation = { ...rest, text: words, publication: publication?.id ?? null };
  return [
    ...(state === 'gone'
      ? []
      : [
          {
            kind: 'recommendation',
            recommendation,
            feed: null,
            about: publication && { id: publication.id, title: publication.title },
          } as const,
        ]),
    ...(followUp === null ? [] : [itemOfOwn(followUp)]),
  ];
}

/** All that the reader wrote of one kind, the latest first. */
export async function gatherOwn({ ask, tell, signal }: Gathering, kind: OwnKind): Promise<readonly Item[]> {
  const own = new Map<string, Note | FollowUp>();
  for (let start = 0; ; ) {
    signal.throwIfAborted();
    const { items, total } = await ask('listOwn', { kind, start, isAnchored: false });
    for (const item of items) own.set(item.id, item);
    start += items.length;
    tell(own.size, total);
    if (items.length === 0 || start >= total) return [...own.values()].map(itemOfOwn);
  }
}

/** The publications that things are about and that are none of them, as far as the library has them. */
export async function gatherSources(
  { ask, signal }: Gathering,
  items: readonly Item[],
): Promise<readonly Publication[]> {
  const sources: Publication[] = [];
  for (const id of sourcesAskedFor(items)) {
    signal.throwIfAborted();
    const found = await ask('describePublication', { id });
    if (found !== null) sources.push(found.publication);
  }
  return sources;
}

/** Each once, and behind them what the reader wrote about any of them. */
async function withOwn({ ask, signal }: Gathering, items: readonly Item[]): Promise<readonly Item[]> {
  const own = new Map<string, Note | FollowUp>();
  for (let start = 0; start < items.length; start += ITEMS_IN_PART) {
    signal.throwIfAborted();
    const keys = [...new Set(items.slice(start, start + ITEMS_IN_PART).flatMap(keysOf))];
    for (const record of await ask('findOwn', { keys })) own.set(record.id, record);
  }
  for (const item of items)
    own.delete(item.kind === 'note' ? item.note.id : item.kind === 'follow-up' ? item.followUp.id : '');
  return [...items, ...[...own.values()].map(itemOfOwn)];
}

function keysOf(item: Item): readonly OwnKey[] {
  switch (item.kind) {
    case 'post':
      return keysOfPost(item.post);
    case 'publication':
      return keysOfPublication(item.publication);
    case 'recommendation':
      return keysOfRecommendation(item.recommendation, item.about);
    case 'follow-up':
      // Of what is gone from the library it is all that is left.
      return keysOfSubject(item.followUp.subject);
    case 'note':
      return [];
  }
}

function itemOfOwn(record: Note | FollowUp): Item {
  return record.kind === 'note' ? { kind: 'note', note: record } : { kind: 'follow-up', followUp: record };
}

function nameOf({ id, title }: Publication): { readonly id: PublicationId; readonly title: string } {
  return { id, title };
}

function nameOfFeed(feed: FeedName | undefined): FeedName | null {
  return feed === undefined ? null : { handle: feed.handle, displayName: feed.displayName };
}
