import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Conversation, GlossRecommendation, RecommendationSection, RecommendationSource } from './gloss.ts';

/** What is recommended of a publication, by section; what several feeds hold, once. */
export function gatherRecommendations(
  feeds: readonly Feed[],
  members: readonly PublicationId[],
  conversations: readonly Conversation[],
): GlossRecommendation[] {
  const sources = sourcesOf(conversations);
  const found = new Map<string, GlossRecommendation>();
  for (const recommendation of feeds.flatMap((feed) => feed.recommendations)) {
    const { publication, post, number } = recommendation;
    const key = `${post} ${number}`;
    if (publication === null || !members.includes(publication) || found.has(key)) continue;
    found.set(key, { ...recommendation, source: sources.get(post) ?? null });
  }
  return groupBySection([...found.values()]).flatMap(({ recommendations }) => recommendations);
}

/** In the order in which the sections are met. */
export function groupBySection(recommendations: readonly GlossRecommendation[]): RecommendationSection[] {
  const sections = new Map<string | null, GlossRecommendation[]>();
  for (const recommendation of recommendations) {
    const same = sections.get(recommendation.section);
    if (same === undefined) sections.set(recommendation.section, [recommendation]);
    else same.push(recommendation);
  }
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
