import type { Feed } from '../model/feed.ts';
import type { PostId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Post } from '../model/post.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Conversation, Gloss, RecommendationSection } from './gloss.ts';

/** Gathers from the feeds what is said about a match: about its publication, or for `related` the posts it names. */
export function glossFor(feeds: readonly Feed[], match: Match): Gloss {
  const publications = feeds.flatMap((feed) => feed.publications);
  const publication = publications.find(({ id }) => id === match.publication) ?? null;
  const id = publication?.id ?? null;
  const recommendations = feeds.flatMap((feed) =>
    feed.recommendations.filter((each) => id !== null && each.publication === id),
  );
  const perFeed = feeds.map((feed) => ({ feed, conversations: conversationsIn(feed, match) }));
  return {
    match,
    publication,
    conversations: perFeed
      .flatMap(({ conversations }) => conversations)
      .toSorted((a, b) => timeOf(b).localeCompare(timeOf(a))),
    sections: groupBySection(recommendations),
    coverage: id === null ? [] : publications.filter(({ coverageOf }) => coverageOf === id),
    feeds: perFeed
      .filter(({ conversations }) => conversations.length > 0)
      .map(({ feed: { id, origin, profile, asOf } }) => ({
        id,
        origin,
        handle: profile.handle,
        displayName: profile.displayName,
        asOf,
      })),
  };
}

function conversationsIn(feed: Feed, match: Match): Conversation[] {
  const related = new Set<PostId>(match.relatedPosts);
  const isAbout = (post: Post) =>
    match.publication === null ? related.has(post.id) : post.publications.includes(match.publication);
  const chosen = feed.posts.filter(isAbout);
  const byId = new Map(chosen.map((post) => [post.id, post]));
  const threads = feed.threads.flatMap((thread) => {
    const posts = thread.posts.flatMap((id) => byId.get(id) ?? []);
    return posts.length === 0 ? [] : [{ thread, posts, feed: feed.id }];
  });
  const alone = chosen.filter((post) => post.thread === null);
  return [...threads, ...alone.map((post) => ({ thread: null, posts: [post], feed: feed.id }))];
}

function groupBySection(recommendations: readonly Recommendation[]): RecommendationSection[] {
  const sections = new Map<string | null, Recommendation[]>();
  for (const recommendation of recommendations) {
    const same = sections.get(recommendation.section);
    if (same === undefined) sections.set(recommendation.section, [recommendation]);
    else same.push(recommendation);
  }
  return [...sections].map(([title, items]) => ({ title, recommendations: items }));
}

function timeOf(conversation: Conversation): string {
  return conversation.posts[0]?.time ?? '';
}
