import { timeOf } from '../../../core/gloss/conversations.ts';
import { feedOrigin } from '../../../core/gloss/feed-origin.ts';
import type { Conversation, FeedOrigin, Gloss, GlossCounts } from '../../../core/gloss/gloss.ts';
import type { ConversationCursor, More, Wanted } from '../../../core/gloss/more.ts';
import { type Page, pageOfConversations, pageOfRecommendations } from '../../../core/gloss/pages.ts';
import { groupBySection } from '../../../core/gloss/recommended.ts';
import type { PublicationId } from '../../../core/model/ids.ts';
import type { Match } from '../../../core/model/match.ts';
import type { MergedPublication } from '../../../core/model/publication.ts';
import { present } from '../../../core/postings/damage.ts';
import { byCovered } from '../../../core/recognise/keys.ts';
import type { WholeGloss } from './content.ts';
import type { Reading } from './schema.ts';
import { type Head, readSaid, type StoredSaid } from './stored-said.ts';

/** The first page of what is said about a match; only its posts are read. */
export async function readGloss(reading: Reading, match: Match): Promise<Gloss> {
  const said = await readSaid(reading, match);
  const id = idOf(said);
  const conversations = pageAfter(said, null);
  const recommendations = pageOfRecommendations(said.recommendations, id, null);
  const { relatedPosts: _, ...claim } = match;
  return {
    match: claim,
    publication: said.publication?.publication ?? null,
    conversations: await readPosts(reading, conversations.items),
    sections: groupBySection(recommendations.items),
    coverage: await readCoverage(reading, said.publication?.publication.members ?? []),
    feeds: originsOf(said),
    counts: count(said),
    next: { conversations: conversations.next, recommendations: recommendations.next },
  };
}

/** More of a gloss; null where the match is by now of something else than the cursor. Takes any cursor. */
export async function readMore(reading: Reading, match: Match, wanted: Wanted): Promise<More | null> {
  const said = await readSaid(reading, match);
  const more = { conversations: [], sections: [], counts: count(said), next: {} };
  if (wanted.kind === 'post') {
    const heads = said.heads.filter(({ posts }) => posts.some(({ id }) => id === wanted.post));
    return { ...more, conversations: await readPosts(reading, heads) };
  }
  if (!isAbout(said, wanted.about)) return null;
  if (wanted.kind === 'conversations') {
    const { items, next } = pageAfter(said, wanted);
    return { ...more, conversations: await readPosts(reading, items), next: { conversations: next } };
  }
  const { items, next } = pageOfRecommendations(said.recommendations, idOf(said), wanted);
  return { ...more, sections: groupBySection(items), next: { recommendations: next } };
}

/** All of what is said at once. */
export async function readWholeGloss(reading: Reading, match: Match): Promise<WholeGloss> {
  const said = await readSaid(reading, match);
  return {
    publication: said.publication?.publication ?? null,
    conversations: await readPosts(reading, said.heads),
    sections: groupBySection(said.recommendations),
  };
}

function idOf({ publication }: StoredSaid): PublicationId | null {
  return publication?.publication.id ?? null;
}

function isAbout({ publication }: StoredSaid, id: PublicationId | null): boolean {
  return id === null ? publication === null : publication?.publication.members.includes(id) === true;
}

function pageAfter(said: StoredSaid, after: ConversationCursor | null): Page<Head, ConversationCursor> {
  const heads = said.heads.map((head) => ({
    head,
    time: timeOf(head),
    first: head.posts[0]?.id ?? '',
    size: head.posts.length,
  }));
  const { items, next } = pageOfConversations(heads, idOf(said), after);
  return { items: items.map(({ head }) => head), next };
}

function count({ heads, recommendations }: StoredSaid): GlossCounts {
  return {
    posts: heads.reduce((sum, { posts }) => sum + posts.length, 0),
    conversations: heads.length,
    recommendations: recommendations.length,
  };
}

function originsOf({ feeds, heads }: StoredSaid): FeedOrigin[] {
  const speaking = new Set(heads.map(({ feed }) => feed));
  return feeds.filter(({ id }) => speaking.has(id)).map(feedOrigin);
}

async function readPosts(reading: Reading, heads: readonly Head[]): Promise<Conversation[]> {
  return Promise.all(
    heads.map(async ({ segment, thread, feed, posts }) => ({
      thread: thread === null ? null : present(await reading.objectStore('threads').get([segment, thread])),
      posts: await Promise.all(
        posts.map(async ({ place }) => present(await reading.objectStore('posts').get([segment, place]))),
      ),
      feed,
    })),
  );
}

async function readCoverage(reading: Reading, members: readonly PublicationId[]): Promise<MergedPublication[]> {
  const byKey = reading.objectStore('publications').index('keys');
  const rows = (await Promise.all(members.map((id) => byKey.getAll(byCovered(id))))).flat();
  return [...new Map(rows.map(({ publication }) => [publication.id, publication])).values()];
}
