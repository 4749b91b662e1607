import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Conversation, GlossRecommendation, RecommendationSection, RecommendationSource } from './gloss.ts';

/** What is recommended of a publication, by section; what several feeds hold, once. */
export function gatherRecommendations(
  feeds: readonly Feed[],
  members: readonly PublicationId[],
  conversations: readonly Conversation[],
): GlossRecommendation[] {
  const recommendations = feeds.flatMap((feed) => feed.recommendations);
  const own = recommendations.filter(({ publication }) => publication !== null && members.includes(publication));
  return arrangeRecommendations(own, sourcesOf(conversations));
}

/** By section, each once, with what is known of its post. */
export function arrangeRecommendations(
  recommendations: readonly Recommendation[],
  sources: ReadonlyMap<PostId, RecommendationSource>,
): GlossRecommendation[] {
  const found = new Map<string, GlossRecommendation>();
  for (const recommendation of recommendations) {
    const key = recommendationKey(recommendation);
    if (!found.has(key)) found.set(key, { ...recommendation, source: sources.get(recommendation.post) ?? null });
  }
  return groupBySection([...found.values()]).flatMap((section) => section.recommendations);
}

/** Feeds that hold the same recommendation hold it under one key. */
export function recommendationKey({ post, number }: Pick<Recommendation, 'post' | 'number'>): string {
  return `${post} ${number}`;
}

/** In the order in which the sections are met. */
export function groupBySection(recommendations: readonly GlossRecommendation[]): RecommendationSection[] {
  const sections = Map.groupBy(recommendations, ({ section }) => section);
  return [...sections].map(([title, items]) => ({ title, recommendations: items }));
}

function sourcesOf(conversations: readonly Conversation[]): ReadonlyMap<PostId, RecommendationSource> {
  return new Map(
    conversations.flatMap(({ thread, posts, feed }) => {
      const places = new Map(thread?.posts.map((id, index) => [id, index + 1]));
      return posts.map(({ id, time }) => [id, { time, feed, ordinal: places.get(id) ?? null }]);
    }),
  );
}
