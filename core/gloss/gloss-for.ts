import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Post } from '../model/post.ts';
import type { MergedPublication } from '../model/publication.ts';
import { gatherConversations, timeOf } from './conversations.ts';
import { feedOrigin } from './feed-origin.ts';
import type { Conversation, FeedOrigin, Gloss, GlossCounts, GlossRecommendation } from './gloss.ts';
import type { ConversationCursor, More, RecommendationCursor, Wanted } from './more.ts';
import { pageOfConversations, pageOfRecommendations } from './pages.ts';
import { gatherRecommendations, groupBySection } from './recommended.ts';

/** What glosses are made of. */
export interface GlossContent {
  readonly feeds: readonly Feed[];
  readonly publications: readonly MergedPublication[];
}

/** All that is said about a match. */
interface Said {
  readonly publication: MergedPublication | null;
  readonly conversations: readonly Conversation[];
  readonly recommendations: readonly GlossRecommendation[];
}

/** The first page of what is said about a match: about its publication, or for `related` the posts it names. */
export function glossFor(content: GlossContent, match: Match): Gloss {
  const said = gather(content, match);
  const { publication } = said;
  const conversations = pageAfter(said, null);
  const recommendations = pageOfRecommendations(said.recommendations, publication?.id ?? null, null);
  const { relatedPosts: _, ...claim } = match;
  return {
    match: claim,
    publication,
    conversations: conversations.items,
    sections: groupBySection(recommendations.items),
    coverage: coverageOf(content, publication),
    feeds: originsOf(content.feeds, said.conversations),
    counts: count(said),
    next: { conversations: conversations.next, recommendations: recommendations.next },
  };
}

/** More of a gloss; null where the match is by now of something else than the cursor. Takes any cursor. */
export function moreOf(content: GlossContent, match: Match, wanted: Wanted): More | null {
  const said = gather(content, match);
  const more = { conversations: [], sections: [], counts: count(said), next: {} };
  if (wanted.kind === 'post') {
    const conversations = said.conversations.filter(({ posts }) => posts.some(({ id }) => id === wanted.post));
    return { ...more, conversations };
  }
  if (!isAbout(said.publication, wanted.about)) return null;
  if (wanted.kind === 'conversations') {
    const { items, next } = pageAfter(said, wanted);
    return { ...more, conversations: items, next: { conversations: next } };
  }
  const { items, next } = recommendationsAfter(said, wanted);
  return { ...more, sections: groupBySection(items), next: { recommendations: next } };
}

/** All of what is said at once, for who reads it where it is. */
export function wholeGloss(
  content: GlossContent,
  match: Match,
): Pick<Gloss, 'publication' | 'conversations' | 'sections'> {
  const { publication, conversations, recommendations } = gather(content, match);
  return { publication, conversations, sections: groupBySection(recommendations) };
}

function gather({ feeds, publications }: GlossContent, match: Match): Said {
  const publication = publications.find((each) => isAbout(each, match.publication)) ?? null;
  const members = new Set<PublicationId>(publication?.members);
  const related = new Set<PostId>(match.relatedPosts);
  const isChosen = (post: Post) =>
    match.publication === null ? related.has(post.id) : post.publications.some((id) => members.has(id));
  const conversations = gatherConversations(feeds, isChosen);
  const recommendations = gatherRecommendations(feeds, [...members], conversations);
  return { publication, conversations, recommendations };
}

function isAbout(publication: MergedPublication | null, id: PublicationId | null): boolean {
  return id === null ? publication === null : publication?.members.includes(id) === true;
}

function pageAfter({ publication, conversations }: Said, after: ConversationCursor | null) {
  const heads = conversations.map((conversation) => ({
    conversation,
    time: timeOf(conversation),
    first: conversation.posts[0]?.id ?? '',
    size: conversation.posts.length,
  }));
  const { items, next } = pageOfConversations(heads, publication?.id ?? null, after);
  return { items: items.map(({ conversation }) => conversation), next };
}

function recommendationsAfter({ publication, recommendations }: Said, after: RecommendationCursor) {
  return pageOfRecommendations(recommendations, publication?.id ?? null, after);
}

function count({ conversations, recommendations }: Said): GlossCounts {
  return {
    posts: conversations.reduce((sum, { posts }) => sum + posts.length, 0),
    conversations: conversations.length,
    recommendations: recommendations.length,
  };
}

function coverageOf({ publications }: GlossContent, about: MergedPublication | null): MergedPublication[] {
  return publications.filter(({ coverageOf: id }) => about !== null && id !== null && about.members.includes(id));
}

function originsOf(feeds: readonly Feed[], conversations: readonly Conversation[]): FeedOrigin[] {
  const speaking = new Set(conversations.map(({ feed }) => feed));
  return feeds.filter(({ id }) => speaking.has(id)).map(feedOrigin);
}
